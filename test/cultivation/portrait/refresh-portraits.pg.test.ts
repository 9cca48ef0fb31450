/** Portraits of hand-made enterprises: what each fact does to score, labels, trend and read model. */
import { beforeAll, describe, expect, it } from "vitest";

import { refreshDirtyPortraits, refreshPortraits } from "../../../cultivation/refresh-portraits.ts";
import { createTestDatabase } from "../../kit/database.ts";

const database = await createTestDatabase();
const asOf = "2026-11-23";
const provenance = "'test', 'k', 'CREDIT_CODE', 1";
const provenanceColumns = "source_id, record_key, link_method, link_confidence";

interface Portrait {
  readonly score: string | null;
  readonly explanation: string;
  readonly labels: string[];
  readonly trend: string;
  readonly label_completion: string;
  readonly completeness: string;
  readonly score_parts: { part: string; value: number | null; contribution: number | null }[];
}

async function enterprise(code: string, extra: Record<string, string> = {}): Promise<void> {
  const given = { name: `'${code}'`, kind: "'COMPANY'", status: "'ACTIVE'", ...extra };
  await database.worker.query(
    `insert into enterprises (credit_code, town_code, content_digest, ${provenanceColumns}, ${Object.keys(given).join(", ")})
     values ('${code}', '370211001', 'd', ${provenance}, ${Object.values(given).join(", ")})`,
  );
}

async function year(code: string, of: number, figures: Record<string, number>): Promise<void> {
  await database.worker.query(
    `insert into annual_financials (credit_code, town_code, year, currency, ${provenanceColumns}, ${Object.keys(figures).join(", ")})
     values ('${code}', '370211001', ${of}, 'CNY', ${provenance}, ${Object.values(figures).join(", ")})`,
  );
}

async function portraitOf(code: string): Promise<Portrait> {
  const { rows } = await database.owner.query<Portrait>(
    "select * from portraits where credit_code = $1",
    [code],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`no portrait of ${code}`);
  return row;
}

beforeAll(async () => {
  await enterprise("STRONG", {
    industry_code: "'C3562'",
    size_class: "'SMALL'",
    established_on: "'2015-03-01'",
    details: `'{"library": {"enteredOn": "2023-01-01"}, "form": {"strategic_emerging": true}}'`,
  });
  await year("STRONG", 2023, { revenue: 10_000_000, net_profit: 900_000 });
  await year("STRONG", 2024, { revenue: 13_000_000, net_profit: 1_000_000 });
  await year("STRONG", 2025, {
    revenue: 16_900_000,
    net_profit: 1_690_000,
    rd_expense: 1_690_000,
    total_assets: 10_000_000,
    total_liabilities: 4_000_000,
  });
  // The city's titles are written by the exchange alone, under this name.
  await database.worker.query(`
    select set_config('goldseed.sync_origin', 'CITY', true);
    insert into employments (credit_code, year, employees, insured, rd_staff, ${provenanceColumns})
    values ('STRONG', 2025, 60, 50, 15, ${provenance});
    insert into ip_rights (credit_code, right_no, kind, status, acquisition, expires_on, ${provenanceColumns}) values
      ('STRONG', 'a', 'INVENTION_PATENT', 'GRANTED', 'SELF_DEVELOPED', '2040-01-01', ${provenance}),
      ('STRONG', 'b', 'UTILITY_MODEL', 'GRANTED', 'SELF_DEVELOPED', '2026-11-22', ${provenance}),
      ('STRONG', 'c', 'INVENTION_PATENT', 'APPLIED', 'SELF_DEVELOPED', null, ${provenance});
    insert into titles (credit_code, kind, batch, level, valid_from, valid_to, status, origin) values
      ('STRONG', 'INNOVATIVE', '2023-4', 'MUNICIPAL', '2023-12-15', '2026-12-14', 'VALID', 'CITY'),
      ('STRONG', 'HIGH_TECH', '2020-4', 'NATIONAL', '2020-12-15', '2023-12-14', 'EXPIRED', 'CITY');
    insert into library_memberships (credit_code, library_kind, entered_on, entry_reason) values ('STRONG', 'INNOVATIVE', '2023-12-15', 'r');
    insert into library_memberships (credit_code, library_kind, entered_on, exited_on, entry_reason) values ('STRONG', 'EAGLET', '2022-12-15', '2024-12-15', 'r')`);
  // A statement of another type than expected says nothing, and spoils nobody's portrait.
  await enterprise("SILENT", { details: `'{"form": {"strategic_emerging": "新材料"}}'` });
  await enterprise("SHOP", { kind: "'INDIVIDUAL_BUSINESS'" });
  await enterprise("RISKY", { industry_code: "'C3562'" });
  await year("RISKY", 2024, { revenue: 1000, net_profit: -5 });
  await year("RISKY", 2025, {
    revenue: 800,
    net_profit: -10,
    rd_expense: 0,
    total_assets: 100,
    total_liabilities: 90,
  });
  await database.worker.query(`
    insert into employments (credit_code, year, employees, insured, ${provenanceColumns}) values ('RISKY', 2025, 3, 3, ${provenance});
    insert into abnormal_entries (credit_code, entry_no, list, entered_on, ${provenanceColumns}) values ('RISKY', '1', 'ABNORMAL_OPERATION', '2025-01-01', ${provenance});
    insert into penalties (credit_code, document_no, kind, severity, decided_on, ${provenanceColumns}) values
      ('RISKY', '1', 'TAX', 'ORDINARY', '2025-01-01', ${provenance}), ('RISKY', '0', 'TAX', 'SERIOUS', '2023-11-23', ${provenance})`);
  await refreshPortraits(database.worker, { asOf });
});

describe("a score", () => {
  it("is the sum of the contributions shown", async () => {
    const { score, score_parts: parts } = await portraitOf("STRONG");
    const sum = parts.reduce((total, { contribution }) => total + (contribution ?? 0), 0);
    expect(Number(score)).toBeCloseTo(sum, 6);
  });

  it.each([
    // 10 % of revenue: full marks.
    ["RD", 10, 20],
    // One invention in force; the utility model ran out the day before, the application does not count.
    ["IP", 1, 6],
    ["GROWTH", 30, 17.5],
    ["TITLES", 0.5, 7.5],
    ["FINANCE", 10, 8.5],
    ["EMPLOYMENT", 50, 5.5],
    ["RISK", 100, 5],
  ])("gives %s %d its points: %d", async (part, value, contribution) => {
    const { score_parts: parts } = await portraitOf("STRONG");
    expect(parts.find((each) => each.part === part)).toMatchObject({ value, contribution });
  });

  it("is explained in one sentence that ends with the whole", async () => {
    const { score, explanation } = await portraitOf("STRONG");
    expect(explanation).toMatch(/^综合得分70：研发强度得20分，营收增长得17\.5分，.*。$/);
    expect(score).toBe("70.0");
  });

  it("tells its parts without their values, which are dearer than the score", async () => {
    const { rows } = await database.worker.query<{ text: Record<string, unknown>[] }>(
      "select score_parts_text as text from portraits where credit_code = 'STRONG'",
    );
    expect(rows[0]?.text.map(({ part }) => part)).toContain("RD");
    for (const part of rows[0]?.text ?? []) {
      expect(part).not.toHaveProperty("value");
      expect(part).toHaveProperty("contribution");
    }
  });

  it("is withheld when too little is known, and says what is", async () => {
    const { score, explanation } = await portraitOf("SILENT");
    expect(score).toBeNull();
    expect(explanation).toBe(
      "资料不足，暂不评分：已知知识产权、称号、合规与风险，研发强度、营收增长、盈利能力、就业暂无数据，未计入。",
    );
  });

  it("loses for what stands against the enterprise, but not for what is over", async () => {
    const { score_parts: parts } = await portraitOf("RISKY");
    // 40 for the entry, 15 for the penalty of 2025, 20 for debt; the serious one is three years past.
    expect(parts.find(({ part }) => part === "RISK")).toMatchObject({ value: 25 });
  });
});

describe("labels", () => {
  it.each([
    [
      "STRONG",
      [
        "发展猛",
        "增长快",
        "潜力大",
        "研发强",
        "自主创新",
        "战新产业",
        "盈利好",
        "人才密集",
        "称号将到期",
      ],
    ],
    ["RISKY", ["营收下滑", "负债偏高", "连续亏损", "经营异常", "受过处罚"]],
    ["SILENT", []],
    ["SHOP", []],
  ])("of %s are %j", async (code, labels) => {
    expect((await portraitOf(code)).labels).toEqual(labels);
  });

  it("stand with their reasons, one row each", async () => {
    const { rows } = await database.owner.query<{ label: string; reason: string }>(
      "select label, reason from enterprise_labels where credit_code = 'STRONG'",
    );
    expect(rows).toHaveLength(9);
    expect(rows.find(({ label }) => label === "发展猛")?.reason).toBe(
      "营收连续两年增长不低于30%（30%、30%）",
    );
  });

  it("that cannot be decided lower the completion rate", async () => {
    const [strong, silent] = [await portraitOf("STRONG"), await portraitOf("SILENT")];
    expect(Number(strong.label_completion)).toBeLessThan(1);
    expect(Number(silent.label_completion)).toBeLessThan(Number(strong.label_completion));
    expect((await portraitOf("SHOP")).label_completion).toBe("1.0000");
  });
});

describe("the rest of a portrait", () => {
  it.each([
    ["STRONG", "RISING"],
    ["RISKY", "FALLING"],
    ["SILENT", "UNKNOWN"],
  ])("has the trend of %s: %s", async (code, trend) => {
    expect((await portraitOf(code)).trend).toBe(trend);
  });

  it("says how much of what should be there is there", async () => {
    // Town, of ten facts expected of a company; town, of four expected of a shop.
    expect((await portraitOf("SILENT")).completeness).toBe("0.1000");
    expect((await portraitOf("SHOP")).completeness).toBe("0.2500");
  });

  it("is copied to the columns work lists read", async () => {
    const { rows } = await database.owner.query(
      "select score, library_kinds, title_kinds, in_library from enterprises where credit_code = 'STRONG'",
    );
    expect(rows).toEqual([
      {
        score: "70.0",
        library_kinds: ["INNOVATIVE"],
        title_kinds: ["INNOVATIVE"],
        in_library: true,
      },
    ]);
  });
});

describe("a second refresh", () => {
  it("changes nothing when no fact has changed", async () => {
    expect(await refreshPortraits(database.worker, { asOf })).toEqual({
      seen: 4,
      changed: 0,
      labels: 0,
      enterprises: 0,
    });
  });

  it("of some codes leaves the others alone and says the same as a refresh of all", async () => {
    await year("SILENT", 2025, { revenue: 100, net_profit: 50, rd_expense: 0 });
    const some = await refreshPortraits(database.worker, {
      asOf,
      creditCodes: ["SILENT", "NOBODY"],
    });
    expect(some).toMatchObject({ seen: 1, changed: 1, labels: 1 });
    expect(await refreshPortraits(database.worker, { asOf })).toMatchObject({
      seen: 4,
      changed: 0,
    });
  });

  it("spreads what an import lists, takes its marks off, and removes labels that no longer stand", async () => {
    await database.worker.query(
      `delete from abnormal_entries where credit_code = 'RISKY';
       insert into dirty_lists (credit_codes, reason) values ('{RISKY}', 'x')`,
    );
    expect(await refreshDirtyPortraits(database.worker, { asOf })).toMatchObject({
      seen: 1,
      changed: 1,
    });
    expect((await portraitOf("RISKY")).labels).not.toContain("经营异常");
    const { rows } = await database.owner.query("select stage from dirty_keys");
    expect(rows).toEqual([{ stage: "INDICATORS" }]);
    const labels = await database.owner.query(
      "select 1 from enterprise_labels where label = '经营异常'",
    );
    expect(labels.rowCount).toBe(0);
  });
});
