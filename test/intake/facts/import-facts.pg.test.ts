import { readFileSync } from "node:fs";

import { beforeAll, beforeEach, describe, expect, it } from "vitest";

import { importRecords, type ImportRequest } from "../../../intake/import-records.ts";
import { decideLink } from "../../../intake/link/decide-link.ts";
import { exportQuarantine } from "../../../intake/quarantine/export-quarantine.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codeOf, csvOf, fileFolder, rowOf } from "../kit/registry-rows.ts";

const database = await createTestDatabase();
const folder = fileFolder();
let files = 0;

const nameOf = (i: number) => rowOf(i).企业名称;

beforeAll(async () => {
  await loadReferenceData(database.worker);
  const rows = Array.from({ length: 12 }, (_, i) => rowOf(i));
  await take("registry", csvOf(rows));
});
beforeEach(() =>
  database.owner.query(
    "truncate tax_payments, ip_rights, fact_history, dirty_keys, link_reviews, link_decisions; delete from quarantined_rows",
  ),
);

function take(sourceId: string, content: string, more: Partial<ImportRequest> = {}) {
  const path = folder.write(`file-${files++}.csv`, content);
  return importRecords({ pool: database.worker, sourceId, path, startedBy: "test", ...more });
}

const header = "纳税人名称,统一社会信用代码,所属年度,所属季度,入库税额,增值税,纳税信用等级";
const tax = (...lines: string[]) => `${[header, ...lines].join("\n")}\n`;

async function all<T extends object>(statement: string): Promise<T[]> {
  return (await database.owner.query<T>(statement)).rows;
}
const payments = () =>
  all<Record<string, unknown>>("select * from tax_payments order by credit_code, year, quarter");

describe("a file of facts", () => {
  it("becomes rows of the fact table in yuan, with provenance, the town of the enterprise, and work for cultivation", async () => {
    const { runId, report } = await take(
      "tax",
      tax(
        `${nameOf(1)},${codeOf(1)},2023,1,"1,234.56",100,A`,
        `${nameOf(2)},,2023年,第二季度,0.5亿元,,B级`,
      ),
    );
    expect(report).toMatchObject({
      read: 2,
      accepted: 2,
      created: 2,
      toReview: 0,
      unlinked: 0,
      linked: { CREDIT_CODE: 1, NAME: 1 },
    });
    const rows = await payments();
    expect(rows.find(({ credit_code }) => credit_code === codeOf(1))).toMatchObject({
      year: 2023,
      quarter: 1,
      total_tax: "12345600",
      vat: "1000000",
      credit_grade: "A",
      town_code: "370211004",
      source_id: "tax",
      import_run_id: runId,
      link_method: "CREDIT_CODE",
      record_key: `${codeOf(1)}|${nameOf(1)}|2023|1`,
    });
    expect(rows.find(({ credit_code }) => credit_code === codeOf(2))).toMatchObject({
      quarter: 2,
      total_tax: "50000000",
      vat: null,
      credit_grade: "B",
      link_method: "NAME",
    });
    const dirty = await all<{ credit_code: string }>("select distinct credit_code from dirty_keys");
    expect(dirty.map((row) => row.credit_code).sort()).toEqual([codeOf(1), codeOf(2)].sort());
  });

  it("changes nothing when it comes twice, and asks no officer twice", async () => {
    const text = tax(`${nameOf(1)},${codeOf(1)},2023,1,10,,A`, `某不存在的店,,2023,1,10,,A`);
    await take("tax", text);
    await database.owner.query("truncate dirty_keys");
    const before = await payments();
    const { report } = await take("tax", text);
    expect(report).toMatchObject({ unchanged: 1, unlinked: 1, created: 0, updated: 0 });
    expect(await payments()).toEqual(before);
    expect(await all("select 1 from dirty_keys")).toEqual([]);
    expect(await all("select 1 from link_reviews where state = 'OPEN'")).toHaveLength(1);
    expect(await all("select 1 from fact_history")).toEqual([]);
  });

  it("supersedes what came before and keeps it; what it leaves out stays known", async () => {
    await take("tax", tax(`${nameOf(1)},${codeOf(1)},2023,1,10,3,A`));
    const { report, runId } = await take("tax", tax(`${nameOf(1)},${codeOf(1)},2023,1,12,,A`));
    expect(report).toMatchObject({ updated: 1 });
    expect((await payments())[0]).toMatchObject({
      total_tax: "120000",
      vat: "30000",
      import_run_id: runId,
    });
    const history = await all("select * from fact_history");
    expect(history).toMatchObject([
      {
        fact_table: "tax_payments",
        fact_key: "2023|1",
        version: 1,
        superseded_by: runId,
        former_row: { total_tax: 100000 },
      },
    ]);
  });

  it("lets the last of several records for one fact count", async () => {
    const { report } = await take(
      "tax",
      tax(`${nameOf(1)},${codeOf(1)},2023,1,10,,A`, `${nameOf(1)},,2023,1,11,,A`),
    );
    expect(report).toMatchObject({ accepted: 2, created: 1, superseded: 1 });
    expect((await payments())[0]).toMatchObject({ total_tax: "110000" });
  });

  it("quarantines rows with every reason, and leaves a rounded code to the name", async () => {
    const { report } = await take(
      "tax",
      tax(
        `${nameOf(1)},9.1E+17,2023,1,10,,A`,
        `${nameOf(2)},${codeOf(2)},2999,7,多少,-3,A`,
        `,${codeOf(3)},2023,1,10,,A`,
      ),
    );
    expect(report).toMatchObject({
      created: 0,
      quarantined: 3,
      reasons: {
        CODE_ROUNDED: 1,
        YEAR_FUTURE: 1,
        QUARTER_UNREADABLE: 1,
        NUMBER_UNREADABLE: 1,
        VALUE_MISSING: 1,
      },
      notes: {},
    });
  });

  it("sends a rounded code back, and takes the row in when its digits are there again", async () => {
    const { report: first } = await take("tax", tax(`${nameOf(1)},9.1E+17,2023,1,10,,A`));
    expect(first).toMatchObject({ accepted: 0, quarantined: 1 });
    const reason = { column: "统一社会信用代码", value: "9.1E+17", code: "CODE_ROUNDED" };
    expect(await all("select line, reasons from quarantined_rows")).toMatchObject([
      { line: 2, reasons: [reason] },
    ]);
    let table = "";
    for await (const piece of exportQuarantine(database.worker, { sourceId: "tax" }))
      table += piece;
    // The code stands in its cell and in the reason beside the row, which nobody reads back.
    const { report } = await take("tax", table.replaceAll("9.1E+17", codeOf(1)));
    expect(report).toMatchObject({
      created: 1,
      linked: { CREDIT_CODE: 1 },
      settled: { mended: 1 },
    });
  });

  it("closes a row that was mended with another's code and waits for an officer, whose answer makes it a fact", async () => {
    await take("tax", tax(`${nameOf(1)},9.1E+17,2023,1,10,,A`));
    let table = "";
    for await (const piece of exportQuarantine(database.worker, { sourceId: "tax" }))
      table += piece;
    const { report } = await take("tax", table.replaceAll("9.1E+17", codeOf(2)));
    expect(report).toMatchObject({ accepted: 1, toReview: 1, settled: { mended: 1 } });
    expect(await all("select 1 from quarantined_rows where resolved_at is null")).toEqual([]);
    const [waiting] = await all<{ group_key: string }>(
      "select group_key from link_reviews where state = 'OPEN'",
    );
    const answer = { groupKey: waiting?.group_key ?? "", creditCode: codeOf(1) };
    await decideLink({ pool: database.worker, ...answer, decision: "LINK", decidedBy: "test" });
    expect(await payments()).toMatchObject([{ credit_code: codeOf(1), total_tax: "100000" }]);
  });

  it("says in a dry run what would happen and leaves nothing", async () => {
    const text = tax(`${nameOf(1)},${codeOf(1)},2023,1,10,,A`, `某不存在的店,,2023,1,10,,A`);
    const { report } = await take("tax", text, { dryRun: true });
    expect(report).toMatchObject({ created: 1, unlinked: 1 });
    expect(await payments()).toEqual([]);
    expect(await all("select 1 from link_reviews")).toEqual([]);
  });
});

describe("a new source", () => {
  it("is a file: no code knows of it", async () => {
    const yaml = readFileSync(new URL("../../../data/sources/tax.yaml", import.meta.url), "utf8")
      .replace("id: tax", "id: lighthouse-fees")
      .replaceAll("入库税额", "灯塔费");
    folder.write("lighthouse-fees.yaml", yaml);
    const text = tax(`${nameOf(4)},${codeOf(4)},2022,0,7,,M`).replace("入库税额", "灯塔费");
    await take("lighthouse-fees", text, { descriptions: folder.path });
    expect((await payments())[0]).toMatchObject({
      total_tax: "70000",
      source_id: "lighthouse-fees",
    });
  });
});
