import { beforeAll, beforeEach, describe, expect, it } from "vitest";

import { importRecords } from "../../../intake/import-records.ts";
import { exportQuarantine } from "../../../intake/quarantine/export-quarantine.ts";
import { countQuarantine, readQuarantine } from "../../../store/queries/import-quarantine.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codeOf, csvOf, fileFolder, type RegistryRow, rowOf } from "../kit/registry-rows.ts";

const database = await createTestDatabase();
const { worker: pool } = database;
const folder = fileFolder();
let files = 0;

beforeAll(() => loadReferenceData(pool));
beforeEach(() =>
  database.owner.query(
    "truncate enterprises, enterprise_names, import_runs, quarantined_rows restart identity",
  ),
);

const take = (content: string) =>
  importRecords({
    pool,
    sourceId: "registry",
    startedBy: "test",
    path: folder.write(`${files++}.csv`, content),
  });

async function exported(): Promise<string> {
  let text = "";
  for await (const piece of exportQuarantine(pool, { sourceId: "registry" })) text += piece;
  return text;
}

async function resolutions(): Promise<(string | null)[]> {
  const entries = [];
  for await (const { resolution } of readQuarantine(pool, { all: true })) entries.push(resolution);
  return entries;
}

const wrong = (i: number, change: Partial<RegistryRow> = {}) =>
  rowOf(i, { 注册资金: "-5万元", ...change });

describe("quarantined rows", () => {
  it("come out as a table, are mended, and go in again", async () => {
    await take(csvOf([rowOf(1), wrong(2), wrong(3, { 经营范围: '=制造,"销售"\n安装' })]));
    const table = await exported();
    expect(table.split("\r\n")[0]).toBe(
      "\uFEFF隔离编号,问题,企业名称,统一社会信用代码,注册日期,企业类型,注册资金,经营范围,所在省份,地区,注册地址,登记状态,行业代码,行业名称,法定代表人,原文",
    );
    expect(table).toContain("1-3,“-5万元”为负数,青岛虚构2号机械有限公司");
    const { report } = await take(table.replaceAll("'-5万元", "5万元"));
    expect(report).toMatchObject({ read: 2, created: 2, quarantined: 0, settled: { mended: 2 } });
    const { rows } = await pool.query(
      "select business_scope, capital_amount from enterprises where credit_code = $1",
      [codeOf(3)],
    );
    expect(rows).toEqual([{ business_scope: '=制造,"销售"\n安装', capital_amount: "50000" }]);
    expect(await resolutions()).toEqual(["MENDED:2", "MENDED:2"]);
    expect(await exported()).toBe("");
  });

  it("are replaced by their new entry when they come back wrong", async () => {
    await take(csvOf([wrong(2)]));
    const { report } = await take((await exported()).replace("'-5万元", "'-6万元"));
    expect(report).toMatchObject({ quarantined: 1, settled: { mended: 0 } });
    expect(await resolutions()).toEqual(["REPLACED:2", null]);
    expect(await exported()).toContain("2-2,");
  });

  it("do not pile up when the same bad file is sent again", async () => {
    const text = csvOf([rowOf(1), wrong(2)]);
    await take(text);
    expect((await take(text)).report).toMatchObject({ settled: { repeated: 1 } });
    expect(await resolutions()).toEqual(["REPEATED:2", null]);
  });

  it("are closed when their enterprise comes right in a later file", async () => {
    await take(csvOf([rowOf(1), wrong(2, { 统一社会信用代码: codeOf(2).toLowerCase() })]));
    expect((await take(csvOf([rowOf(2)]))).report).toMatchObject({ settled: { superseded: 1 } });
    expect(await resolutions()).toEqual(["SUPERSEDED:2"]);
  });

  it("stay open while nothing settles them", async () => {
    await take(csvOf([rowOf(1), wrong(2)]));
    await take(csvOf([rowOf(3)]));
    expect(await resolutions()).toEqual([null]);
  });

  it("are counted by run, reason and column", async () => {
    await take(csvOf([wrong(1), wrong(2, { 注册日期: "2999-01-01" })]));
    const counts = await countQuarantine(pool, { sourceId: "registry" });
    expect(counts.map(({ code, column, rows }) => [code, column, rows])).toEqual([
      ["CAPITAL_NEGATIVE", "注册资金", 2],
      ["DATE_FUTURE", "注册日期", 1],
    ]);
  });

  it("of two sources do not share one file", async () => {
    await take(csvOf([wrong(1)]));
    await pool.query(
      "insert into quarantined_rows (import_run_id, line, source_id, raw, reasons) values (99, 1, 'tax', '{}', '[]')",
    );
    const all = async () => {
      for await (const _ of exportQuarantine(pool, {}));
    };
    await expect(all()).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
  });
});
