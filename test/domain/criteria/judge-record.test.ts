/** Records as they come in: wrong types are refused whole, odd figures are flagged, titles are found by any spelling. */
import { beforeAll, describe, expect, test } from "vitest";

import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import type { Criteria } from "../../../domain/criteria/criteria.ts";
import { judgeRecord } from "../../../domain/criteria/record/judge-record.ts";
import { readBase } from "./read-base.ts";

let criteria: Criteria;

beforeAll(async () => {
  criteria = await loadSoundCriteria();
});

const options = { asOf: undefined, today: "2026-09-01" };
const srdi = (given: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const { standard, base } = readBase("srdi-2022");
  return { id: 1, standard, inputs: { ...base, ...given } };
};

function verdictOf(record: unknown, asOf?: string): Readonly<Record<string, unknown>> {
  const judged = judgeRecord(record, criteria, { ...options, asOf });
  if (!judged.ok) throw new Error(judged.problems.join("; "));
  return judged.verdict;
}

function problemsOf(record: unknown): readonly string[] {
  const judged = judgeRecord(record, criteria, options);
  return judged.ok ? [] : judged.problems.map((one) => one.split(" / ")[1] ?? one);
}

describe("a record is refused", () => {
  test.each([
    [[], "not an object with id, standard and inputs"],
    [null, "not an object"],
    [{ id: 1 }, '"standard" is missing'],
    [{ standard: "srdi_sme_2022", inputs: [] }, '"inputs" is []; expected an object'],
    [
      { standard: "srdi_sme_2202", inputs: {} },
      'standard "srdi_sme_2202" is not known; did you mean "srdi_sme_2022"',
    ],
    [
      { standard: "srdi_sme_2022", as_of: "2026-02-30" },
      '"as_of" is "2026-02-30"; expected YYYY-MM-DD',
    ],
    [{ standard: "uscc", inputs: {} }, '"code" is missing'],
    [{ standard: "validity", inputs: { title: "金牌" } }, 'title "金牌" is not known'],
    [{ standard: "validity", inputs: { title: "高企" } }, 'neither "as_of" nor "application_date"'],
    [
      {
        standard: "validity",
        inputs: { title: "高企", issued_on: "2025-13-01", as_of: "2026-01-01" },
      },
      '"issued_on" is "2025-13-01"; expected YYYY-MM-DD',
    ],
    [
      {
        standard: "validity",
        inputs: { title: "高企", issued_on: "2025-12-01", as_of: "2026-02-30" },
      },
      '"as_of" is "2026-02-30"; expected YYYY-MM-DD',
    ],
    [
      srdi({ titles: [{ title: "创新型中小企业", valid_to: "2025-13-01" }] }),
      '"valid_to" of a title is "2025-13-01"; expected YYYY-MM-DD',
    ],
    [
      srdi({ titles: [{ title: "科小", entry_year: "去年" }] }),
      '"entry_year" of a title is "去年"; expected a year',
    ],
    [{ standard: "隐形独角兽", inputs: {} }, "governs new applications of 2026-09-01"],
  ])("%j", (record, part) => {
    expect(problemsOf(record).join()).toContain(part);
  });

  test("with every value of a wrong type named", () => {
    expect(
      problemsOf(
        srdi({
          rd_y1: "many",
          is_sme: "yes",
          rd_institution_level: "galactic",
          titles: "x",
          manual: 5,
          niche_years: [1],
        }),
      ),
    ).toEqual([
      '"is_sme" is "yes"; expected true, false or null',
      '"titles" is "x"; expected a list of titles or null',
      '"niche_years" is [1]; expected a number in 年 or null',
      '"rd_y1" is "many"; expected a number in 万元 or null',
      '"rd_institution_level" is "galactic"; expected one of none, below_municipal, municipal, provincial, national, or null',
      '"manual" is 5; expected a mapping to met or not_met',
    ]);
  });

  test("in Chinese first, as all that people read", () => {
    const judged = judgeRecord(srdi({ rd_y1: "many" }), criteria, options);
    expect(judged).toMatchObject({
      problems: [
        '“rd_y1”为 "many"，应为以万元计的数或 null / "rd_y1" is "many"; expected a number in 万元 or null',
      ],
    });
  });

  test("when a person's finding is neither met nor not", () => {
    expect(
      problemsOf({ standard: "srdi_sme_2026", inputs: { manual: { chain_role: "maybe" } } }),
    ).toEqual(['manual "chain_role" is "maybe"; expected met, not_met or unknown']);
  });
});

describe("a figure", () => {
  test.each([
    [
      { rd_y1: 9000, revenue_y1: 5000 },
      "rd_above_revenue: 研发费用大于营业收入 (rd_y1 9000 > revenue_y1 5000) / R&D cost exceeds revenue (rd_y1 9000 > revenue_y1 5000)",
    ],
    [{ class1_self_developed: 3, class1_total: 2 }, "self_developed_above_class1"],
    [
      { main_ratio: 101 },
      'impossible: “main_ratio”为 101，高于 100，按未知处理 / "main_ratio" is 101, above 100; taken as unknown',
    ],
    [
      { rd_y1: -5 },
      'impossible: “rd_y1”为 -5，低于 0，按未知处理 / "rd_y1" is -5, below 0; taken as unknown',
    ],
    [{ class2_total: 1.5 }, 'not_whole: “class2_total”应为整数，实为 1.5 / "class2_total" is 1.5'],
    [
      { rd_y11: 5 },
      'unknown_input: 没有指标“rd_y11”，是否为“rd_y1” / there is no indicator "rd_y11" (did you mean "rd_y1"?)',
    ],
    [
      { titles: ["创新型中小企业", "金牌"] },
      'unknown_title: 没有称号“金牌” / there is no title "金牌"',
    ],
  ])("%j is flagged", (given, flag) => {
    expect((verdictOf(srdi(given))["flags"] as string[]).join("\n")).toContain(flag);
  });

  test("that cannot be is unknown, not zero", () => {
    expect(verdictOf(srdi({ rd_y1: -5 }))).toMatchObject({ pass: "unknown", unknown: ["rd_y1"] });
  });

  test("may be written as text, with every digit kept", () => {
    expect(verdictOf(srdi({ rd_ratio_y1: "2.99999999999999999999" }))).toMatchObject({
      pass: false,
      failed: ["rd_ratio"],
    });
    expect(verdictOf(srdi({ rd_ratio_y1: "3.00000000000000000000" }))).toMatchObject({
      pass: true,
    });
  });
});

describe("titles", () => {
  test.each([
    "专精特新中小企业",
    "srdi_sme",
    "专精特新",
    "专精特新中小企业（有效期内）",
    "专精特新中小企业(有效期内)",
  ])("%s is found", (title) => {
    const { standard, base } = readBase("little-giant-2026");
    expect(verdictOf({ id: 1, standard, inputs: { ...base, titles: [title] } })["pass"]).toBe(true);
  });

  test("given with their dates count only on a day they hold", () => {
    const record = srdi({
      titles: [{ title: "创新型中小企业", valid_from: "2022-12-30", valid_to: "2025-12-31" }],
    });
    expect(verdictOf(record, "2025-12-31")["pass"]).toBe(true);
    expect(verdictOf(record, "2026-01-01")).toMatchObject({ pass: false, failed: ["title"] });
    expect(verdictOf(record)["pass"]).toBe(true);
  });
});

describe("a title given with its dates", () => {
  const srdi2026 = (title: object, day: string): Readonly<Record<string, unknown>> => {
    const { standard, base } = readBase("srdi-2026");
    return verdictOf({ id: 1, standard, inputs: { ...base, titles: [title] } }, day);
  };

  test.each([
    [{ title: "科小", entry_year: 2026 }, true],
    [{ title: "科小", entry_year: "2026" }, true],
    [{ title: "科小", entry_year: "2025" }, false],
    [{ title: "创新型中小企业", valid_from: "2024-02-29" }, true],
  ])("%j counts by them: %s", (title, holds) => {
    expect(srdi2026(title, "2026-04-15")["pass"]).toBe(holds);
  });

  test("that settle nothing is not known to be held", () => {
    const unsettled = { title: "创新型中小企业", entry_year: 2025 };
    expect(srdi2026(unsettled, "2026-04-15")).toMatchObject({
      pass: "unknown",
      unknown: ["titles"],
    });
  });

  test.each([
    ["2027-02-28", true],
    ["2027-03-01", false],
  ])("of three years from 29 February holds on %s: %s", (asOf, valid) => {
    const inputs = { title: "高企", issued_on: "2024-02-29", as_of: asOf };
    expect(verdictOf({ standard: "validity", inputs })["valid"]).toBe(valid);
  });
});

describe("the standard", () => {
  test("may be a title: the version that governs the day is taken and named", () => {
    const { base } = readBase("srdi-2026");
    const record = { id: 1, standard: "专精特新中小企业", inputs: base };
    expect(verdictOf(record, "2026-04-01")).toMatchObject({
      standard: "专精特新中小企业",
      pack: "srdi_sme_2026",
    });
    expect(verdictOf(record, "2026-03-31")).toMatchObject({ pack: "srdi_sme_2022" });
  });

  test("named for a day it does not govern is used, and flagged", () => {
    expect(verdictOf(srdi({}), "2026-05-01")).toMatchObject({
      pass: true,
      flags: [
        'not_in_force: “srdi_sme_2022”不适用于 2026-05-01 的新申报 / "srdi_sme_2022" does not govern new applications of 2026-05-01',
      ],
    });
  });

  test("without a text is unknown, and says why", () => {
    expect(verdictOf({ standard: "eaglet_qd_2022", inputs: {} })).toMatchObject({
      pass: "unknown",
      flags: ['disabled: “eaglet_qd_2022”停用，待取得文本 / "eaglet_qd_2022" waits for its text'],
    });
  });
});

describe("being an SME", () => {
  const facts = { industry: "C35", employees: 500, revenue_y1: 5000 };

  test("follows from industry, staff and revenue when it is not said", () => {
    const { is_sme: _, ...base } = readBase("innovative-2022").base;
    const record = { standard: "innovative_sme_2022", inputs: { ...base, ...facts } };
    expect(verdictOf(record)["pass"]).toBe(true);
    const large = { ...record, inputs: { ...record.inputs, employees: 1000, revenue_y1: 40000 } };
    expect(verdictOf(large)).toMatchObject({ pass: false, failed: ["sme"] });
  });

  test("is flagged when the record says otherwise than its figures", () => {
    const { base } = readBase("innovative-2022");
    const given = { ...base, ...facts, employees: 1000, revenue_y1: 40000 };
    const judged = verdictOf({
      standard: "innovative_sme_2022",
      inputs: { ...given, is_sme: true },
    });
    expect(judged["pass"]).toBe(true);
    expect(judged["flags"]).toEqual([
      'sme_against_figures: “is_sme”为 true，按行业与规模数据划型为 large / "is_sme" is true, its industry and figures make it large',
    ]);
    expect(
      verdictOf({ standard: "innovative_sme_2022", inputs: { ...given, is_sme: false } })["flags"],
    ).toEqual([]);
  });

  test("is not guessed when the record says it is not known", () => {
    const { base } = readBase("innovative-2022");
    expect(
      verdictOf({ standard: "innovative_sme_2022", inputs: { ...base, ...facts, is_sme: null } }),
    ).toMatchObject({
      pass: "unknown",
      unknown: ["is_sme"],
    });
  });
});

test("the day of a record goes before the day of the run", () => {
  const { standard, base } = readBase("little-giant-2022");
  const inputs = {
    ...base,
    revenue_y1: 4999,
    equity_new_2y: 8000,
    rd_sum2: 3000,
    rd_staff_ratio: 50,
  };
  expect(verdictOf({ standard, inputs, as_of: "2025-05-20" }, "2024-05-20")).toMatchObject({
    pass: false,
  });
  expect(verdictOf({ standard, inputs }, "2024-05-20")).toMatchObject({ pass: true });
});
