/** What departments send by mistake, and others on purpose: refused or quarantined with row, column and reason. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";

import { beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { GoldseedError } from "../../domain/errors.ts";
import { importRecords } from "../../intake/import-records.ts";
import { exportQuarantine } from "../../intake/quarantine/export-quarantine.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { createTestDatabase } from "../kit/database.ts";
import { csvOf, fileFolder, headers, type RegistryRow, rowOf } from "./kit/registry-rows.ts";
import { sheetOf, workbookOf } from "./kit/workbook-of.ts";

const database = await createTestDatabase();
const folder = fileFolder();

beforeAll(() => loadReferenceData(database.worker));
beforeEach(() =>
  database.owner.query(
    "truncate enterprises, enterprise_names, fact_history, dirty_keys, import_runs, staged_records, quarantined_rows",
  ),
);

const take = (name: string, content: string | Uint8Array) =>
  importRecords({
    pool: database.worker,
    sourceId: "registry",
    path: folder.write(name, content),
    startedBy: "test",
  });

const cellsOf = (row: RegistryRow) => headers.map((header) => row[header]);
const asWorkbook = (rows: readonly RegistryRow[]) =>
  workbookOf({ sheets: [{ title: "名录", xml: sheetOf([headers, ...rows.map(cellsOf)]) }] });
const ways = [
  ["CSV", "a.csv", csvOf],
  ["XLSX", "a.xlsx", asWorkbook],
  ["JSON list", "a.json", (rows: readonly RegistryRow[]) => JSON.stringify(rows)],
  [
    "JSON lines",
    "a.jsonl",
    (rows: readonly RegistryRow[]) => rows.map((row) => JSON.stringify(row)).join("\n"),
  ],
] as const;
/** Number of the second record, as whoever sent it counts. */
const secondRow = { "a.csv": 3, "a.xlsx": 3, "a.json": 2, "a.jsonl": 2 } as const;

describe.each(ways)("in %s", (_, name, write) => {
  it.each<readonly [title: string, change: Partial<RegistryRow>, column: string, code: string]>([
    [
      "a code turned into 9.1E+17",
      { 统一社会信用代码: "9.1370211E+17" },
      "统一社会信用代码",
      "CODE_ROUNDED",
    ],
    ["a negative capital", { 注册资金: "-100万元" }, "注册资金", "CAPITAL_NEGATIVE"],
    ["a date to come", { 注册日期: "2999-01-01" }, "注册日期", "DATE_FUTURE"],
    [
      "a formula for a code",
      { 统一社会信用代码: '=HYPERLINK("http://x","91")' },
      "统一社会信用代码",
      "CODE_NONE",
    ],
    [
      "name and code swapped",
      { 企业名称: rowOf(2).统一社会信用代码, 统一社会信用代码: "青岛某公司" },
      "企业名称",
      "NAME_IS_CODE",
    ],
    ["a missing name", { 企业名称: "" }, "企业名称", "VALUE_MISSING"],
  ])("quarantines %s, and takes the rest", async (_title, change, column, code) => {
    const { report } = await take(name, write([rowOf(1), rowOf(2, change), rowOf(3)]));
    expect(report).toMatchObject({ read: 3, quarantined: 1, created: 2 });
    const { rows } = await database.owner.query<{
      line: number;
      reasons: { column: string; code: string }[];
    }>("select line, reasons from quarantined_rows");
    expect(rows[0]?.line).toBe(secondRow[name]);
    expect(rows[0]?.reasons).toContainEqual(expect.objectContaining({ column, code }));
  });

  it("repairs a date's serial number with a note, and takes the same as in any other kind of file", async () => {
    const { report } = await take(name, write([rowOf(1, { 注册日期: "43545" }), rowOf(2)]));
    expect(report).toMatchObject({ created: 2, repairs: { DATE_SERIAL: 1 } });
    const { rows } = await database.owner.query(
      "select established_on::text as day from enterprises order by 1 desc",
    );
    expect(rows[0]).toEqual({ day: "2019-03-21" });
  });
});

const renamed = csvOf([rowOf(1)]).replace("注册日期", "注册日");

describe("a whole file", () => {
  it.each<readonly [title: string, name: string, content: string | Uint8Array, words: RegExp]>([
    ["with a column renamed", "a.csv", renamed, /缺少列“注册日期”，文件中相近的列：“注册日”/],
    [
      "with its columns swapped throughout",
      "a.csv",
      csvOf(
        Array.from({ length: 12 }, (_, i) => {
          const { 企业名称, 统一社会信用代码 } = rowOf(i);
          return rowOf(i, { 企业名称: 统一社会信用代码, 统一社会信用代码: 企业名称 });
        }),
      ),
      /列“企业名称”与“统一社会信用代码”像是互换了：如第 2 行，“企业名称”为“91370211/,
    ],
    ["that is a web page", "a.xls", "<html><table>", /网页/],
    ["with a password", "a.xlsx", Buffer.from("d0cf11e0a1b11ae1", "hex"), /密|password/],
  ])("%s is refused, and nothing of it is in", async (_, name, content, words) => {
    const error = await take(name, content).then(
      () => expect.fail("it was taken in"),
      (reason: unknown) => reason as GoldseedError,
    );
    expect([error.code, error.message]).toEqual(["FILE_REFUSED", expect.stringMatching(words)]);
    const { rows } = await database.owner.query(
      "select (select count(*)::int from enterprises) + (select count(*)::int from staged_records) as n",
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("of two sent at once for one source is taken in; the other waits or is told so", async () => {
    const big = csvOf(Array.from({ length: 3_000 }, (_, i) => rowOf(i)));
    const results = await Promise.allSettled([
      take("one.csv", big),
      take("two.csv", csvOf([rowOf(5_000)])),
    ]);
    for (const result of results) {
      if (result.status === "rejected")
        expect((result.reason as GoldseedError).code).toBe("CONFLICT");
    }
    const done = results.filter(({ status }) => status === "fulfilled").length;
    expect(done).toBeGreaterThanOrEqual(1);
    const { rows } = await database.owner.query(
      "select count(*)::int as n from import_runs where state = 'DONE'",
    );
    expect(rows).toEqual([{ n: done }]);
  });
});

it("an export of quarantined rows holds no cell that a spreadsheet would run", async () => {
  const formulas = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "＝1+1"];
  await take("a.csv", csvOf(formulas.map((formula, i) => rowOf(i, { 统一社会信用代码: formula }))));
  let text = "";
  for await (const piece of exportQuarantine(database.worker, {})) text += piece;
  expect(text).not.toMatch(/(^|,|")[=+@\t-]/m);
  expect(text).toContain("'=1+1");
});

it("one line without end is refused with memory bounded, and the process answers meanwhile", async () => {
  const gigabytes = Number(process.env["ENDLESS_GB"] ?? 0.05);
  const path = join(folder.path, "endless.csv");
  const file = createWriteStream(path);
  const piece = "x".repeat(1_048_576);
  for (let mb = 0; mb < gigabytes * 1_024; mb++) {
    if (!file.write(piece)) await once(file, "drain");
  }
  file.end();
  await finished(file);
  const before = process.memoryUsage().rss;
  let answers = 0;
  const ended = new AbortController();
  const answering = (async () => {
    while (!ended.signal.aborted) {
      await pause(1);
      answers++;
    }
  })();
  const error = await importRecords({
    pool: database.worker,
    sourceId: "registry",
    path,
    startedBy: "test",
  }).then(
    () => expect.fail("it was taken in"),
    (reason: unknown) => reason as GoldseedError,
  );
  ended.abort();
  await answering;
  expect(error.message).toMatch(/第 1 行超过 1 MB/);
  expect(answers).toBeGreaterThan(0);
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
});
