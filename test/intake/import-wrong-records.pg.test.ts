import { describe, expect, it } from "vitest";

import { createTestDatabase } from "../kit/database.ts";
import { openRegistry } from "./kit/open-registry.ts";
import { codeOf, csvOf, headers, rowOf } from "./kit/registry-rows.ts";

const database = await createTestDatabase();
const { take, one, enterprise } = openRegistry(database);

const rows = Array.from({ length: 30 }, (_, i) => rowOf(i));

describe("importRecords, what is wrong", () => {
  it("quarantines bad rows with every reason and takes the rest", async () => {
    const bad = rowOf(3, {
      统一社会信用代码: codeOf(3).slice(0, 17) + "0",
      注册日期: "2999-01-01",
    });
    const { report, runId } = await take([...rows.slice(0, 3), bad, ...rows.slice(4)]);
    expect(report).toMatchObject({
      read: 30,
      accepted: 29,
      quarantined: 1,
      reasons: { CODE_CHECK_CHARACTER: 1, DATE_FUTURE: 1 },
    });
    const row = await one<{ raw: object; reasons: object[] }>("select * from quarantined_rows");
    expect(row).toMatchObject({
      import_run_id: runId,
      line: 5,
      source_id: "registry",
      raw: bad,
      resolved_at: null,
    });
    expect(row.reasons).toMatchObject([
      { code: "CODE_CHECK_CHARACTER", column: "统一社会信用代码" },
      { code: "DATE_FUTURE", value: "2999-01-01" },
    ]);
  });

  it("sets repeats aside and quarantines rows that contradict each other, all of them", async () => {
    const { report } = await take([
      ...rows,
      rowOf(1),
      rowOf(1),
      rowOf(2, { 企业名称: "青岛另一家有限公司" }),
    ]);
    expect(report).toMatchObject({
      read: 33,
      repeated: 2,
      quarantined: 2,
      accepted: 29,
      created: 29,
      reasons: { DUPLICATE_KEY: 2 },
    });
    const { rows: held } = await database.owner.query<{
      line: number;
      reasons: { messageZh: string }[];
    }>("select line, reasons from quarantined_rows order by line");
    expect(held.map(({ line }) => line)).toEqual([4, 34]);
    expect(held[0]?.reasons[0]?.messageZh).toContain("第 4、34 行");
    expect(await enterprise(2)).toBeUndefined();
  });

  it("quarantines rows that contradict each other by the thousand, and names a few lines of each key", async () => {
    const twice = Array.from({ length: 2_001 }, (_, i) => rowOf(i));
    const other = rowOf(1, { 企业名称: "青岛另一家有限公司" });
    const many = Array.from({ length: 30 }, () => other);
    const changed = twice.map((row) => ({ ...row, 经营范围: "另一范围" }));
    const { report } = await take([...twice, ...changed, ...many, rowOf(5_000)]);
    expect(report).toMatchObject({
      read: 4_033,
      quarantined: 4_032,
      accepted: 1,
      reasons: { DUPLICATE_KEY: 4_032 },
    });
    const row = await one<{ reasons: { messageZh: string }[] }>(
      "select reasons from quarantined_rows where line = 4004",
    );
    expect(row.reasons[0]?.messageZh).toMatch(/第 3、2004、4004、(\d+、){16}4021…（32） 行/);
  });

  it("quarantines a line whose quote is broken, and reads on", async () => {
    const text = csvOf(rows).replace("101万元人民币", '"1,01万元人民币');
    const { report } = await take(text);
    expect(report).toMatchObject({ accepted: 29, quarantined: 1, reasons: { QUOTE_BROKEN: 1 } });
    expect(await one("select raw ->> '原文' as text from quarantined_rows")).toMatchObject({
      text: expect.stringContaining('"1,01') as string,
    });
  });

  it("counts blank lines and rows of empty cells as blank", async () => {
    const { report } = await take(`${csvOf(rows)}\r\n,,,,,,,,\r\n\r\n`);
    expect(report).toMatchObject({ read: 33, blank: 3, accepted: 30 });
  });

  it("refuses a file whose columns stand under wrong headers, and leaves nothing of it", async () => {
    const many = Array.from({ length: 150 }, (_, i) => rowOf(i));
    const swap: Record<string, string> = {
      统一社会信用代码: "注册日期",
      注册日期: "统一社会信用代码",
    };
    const names = headers.map((name) => swap[name] ?? name);
    await expect(take(csvOf(many, { names }))).rejects.toMatchObject({
      code: "FILE_REFUSED",
      message: expect.stringMatching(/前 150 行中有 150 行不合格.*DATE_UNREADABLE × 150/) as string,
    });
    expect(await one("select state, failure is not null as told from import_runs")).toEqual({
      state: "FAILED",
      told: true,
    });
    expect(
      await one(
        "select (select count(*) from staged_records) + (select count(*) from quarantined_rows) as n",
      ),
    ).toEqual({ n: "0" });
  });

  it("refuses before it touches the store: unknown source, missing file, missing column, foreign file", async () => {
    await expect(take(rows, { sourceId: "regist" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(take(rows, { path: "/nowhere.csv" })).rejects.toMatchObject({
      code: "FILE_UNREADABLE",
    });
    await expect(take("a,b\n1,2\n")).rejects.toMatchObject({ code: "FILE_REFUSED" });
    await expect(take(Buffer.from("504b0304", "hex"))).rejects.toMatchObject({
      code: "FILE_REFUSED",
    });
    expect(await one("select count(*)::int as n from import_runs")).toEqual({ n: 0 });
  });

  it("refuses to place enterprises in a store that knows no towns", async () => {
    await database.owner.query("begin; update areas set kind = 'ZONE' where kind = 'TOWN'; commit");
    await expect(take(rows)).rejects.toMatchObject({ code: "STORE_UNFIT" });
    await database.owner.query(
      "update areas set kind = 'TOWN' where kind = 'ZONE' and code !~ 'Z'",
    );
  });
});

describe("importRecords, dry run", () => {
  it("says what would happen and leaves nothing but its report", async () => {
    await take(rows);
    const changes = [
      rowOf(1, { 企业名称: "青岛改名后机械有限公司" }),
      rowOf(2),
      rowOf(77),
      rowOf(78, { 注册资金: "-1万" }),
    ];
    const { report, runId } = await take(changes, { dryRun: true });
    expect(report).toMatchObject({
      dryRun: true,
      read: 4,
      created: 1,
      updated: 1,
      renamed: 1,
      unchanged: 1,
      quarantined: 1,
    });
    expect(await enterprise(77)).toBeUndefined();
    expect(await enterprise(1)).toMatchObject({ version: 1 });
    expect(
      await one(
        "select (select count(*) from staged_records) + (select count(*) from quarantined_rows) as n",
      ),
    ).toEqual({ n: "0" });
    expect(await one("select state from import_runs where id = $1", [runId])).toEqual({
      state: "UNDONE",
    });
  });
});
