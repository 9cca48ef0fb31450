import { beforeAll, beforeEach, describe, expect, it } from "vitest";

import { assignTown } from "../../../intake/enterprises/assign-town.ts";
import { importRecords, type ImportRequest } from "../../../intake/import-records.ts";
import { rejectImport, releaseImport } from "../../../intake/release-import.ts";
import { undoImport } from "../../../intake/undo-import.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { principal } from "../../kit/graph.ts";
import { towns } from "../../kit/seed.ts";
import { codeOf, csvOf, fileFolder, rowOf } from "../kit/registry-rows.ts";

const database = await createTestDatabase();
const pool = database.worker;
const folder = fileFolder();
let files = 0;

const nameOf = (i: number) => rowOf(i).企业名称;

beforeAll(async () => {
  await loadReferenceData(pool);
  await take("registry", csvOf(Array.from({ length: 12 }, (_, i) => rowOf(i))));
});
beforeEach(() =>
  database.owner.query(
    "truncate customs_trades, abnormal_entries, fact_history, dirty_keys, link_reviews, quarantined_rows, staged_records; delete from import_runs where source_id <> 'registry'",
  ),
);

function take(sourceId: string, content: string, more: Partial<ImportRequest> = {}) {
  const path = folder.write(`file-${files++}.csv`, content);
  return importRecords({ pool, sourceId, path, startedBy: "test", ...more });
}

const customs = (lines: readonly string[]) =>
  `企业名称,统一社会信用代码,年度,进口额,出口额\n${lines.join("\n")}\n`;
const trade = (i: number, exported: number | string, year = 2023) =>
  `${nameOf(i)},${codeOf(i)},${year},0,${exported}`;
const years = (count: number, bad = 0) =>
  Array.from({ length: count }, (_, i) =>
    trade(i % 12, i < bad ? "坏" : 1, 1981 + Math.floor(i / 12)),
  );

async function rows(statement: string): Promise<Record<string, unknown>[]> {
  return (await database.owner.query<Record<string, unknown>>(statement)).rows;
}
const trades = () =>
  rows(
    "select credit_code, year, export_amount, import_run_id, town_code, link_method, received_at from customs_trades order by 1, 2",
  );
const stateOf = async (runId: string) =>
  (await rows(`select state from import_runs where id = ${runId}`))[0]?.["state"];

describe("a batch unlike what the source sends", () => {
  it("waits with more than two bad rows of a hundred; released, its good rows come in", async () => {
    const { runId, report } = await take("customs", customs(years(300, 7)));
    expect(report.held).toMatchObject([{ code: "BAD_ROWS" }]);
    expect(await stateOf(runId)).toBe("HELD");
    expect(await trades()).toEqual([]);
    const other = take("customs", customs([trade(1, 5)]));
    await expect(other).rejects.toMatchObject({ code: "CONFLICT", details: { runId } });
    const released = await releaseImport({ pool, runId, by: "officer" });
    expect(released.report).toMatchObject({
      created: 293,
      quarantined: 7,
      releasedBy: "officer",
    });
    expect(await stateOf(runId)).toBe("DONE");
    await expect(releaseImport({ pool, runId, by: "officer" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("goes through with exactly two of a hundred", async () => {
    const { report } = await take("customs", customs(years(300, 6)));
    expect(report).toMatchObject({ held: [], quarantined: 6, created: 294 });
  });

  it("waits with a count off by more than three standard deviations; rejected, nothing stays", async () => {
    for (const size of [100, 102, 98, 101, 99]) await take("customs", customs(years(size)));
    expect((await take("customs", customs(years(103)))).report.held).toEqual([]);
    const before = await trades();
    const { runId, report } = await take("customs", customs(years(60)));
    expect(report.held).toMatchObject([{ code: "UNUSUAL_COUNT" }]);
    await rejectImport(pool, runId, "officer");
    expect(await stateOf(runId)).toBe("FAILED");
    expect(await trades()).toEqual(before);
    expect(await rows("select 1 from staged_records")).toEqual([]);
    expect((await take("customs", customs(years(101)))).report.held).toEqual([]);
  });
});

const list = (numbers: readonly number[]) =>
  `企业名称,统一社会信用代码,列入决定文号,列入日期\n${numbers.map((i) => `${nameOf(i % 12)},${codeOf(i % 12)},黄市监异字${i}号,2023-01-0${1 + (i % 9)}`).join("\n")}\n`;
const entries = () => rows("select entry_no from abnormal_entries order by entry_no");
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe("a source whose files are whole lists", () => {
  it("ends what a file no longer names, and keeps it as history", async () => {
    await take("abnormal-operations", list(upTo(40)));
    const { report } = await take("abnormal-operations", list(upTo(39)));
    expect(report).toMatchObject({ held: [], ended: 1, unchanged: 39 });
    expect(await entries()).toHaveLength(39);
    expect(
      await rows(
        "select fact_key from fact_history where was_deleted and superseded_by is not null",
      ),
    ).toEqual([{ fact_key: "黄市监异字39号" }]);
  });

  it("waits when it would end many, and ends nothing when a row could not be read", async () => {
    await take("abnormal-operations", list(upTo(40)));
    const shrunken = await take("abnormal-operations", list(upTo(20)));
    expect(shrunken.report.held).toMatchObject([{ code: "MANY_ENDED" }]);
    expect(await entries()).toHaveLength(40);
    await rejectImport(pool, shrunken.runId, "officer");
    const damaged = await take("abnormal-operations", `${list(upTo(39))}${nameOf(1)},,,坏\n`);
    expect(damaged.report).toMatchObject({ quarantined: 1, ended: 0 });
    expect(await entries()).toHaveLength(40);
  });

  it("gives back what an undone list ended", async () => {
    await take("abnormal-operations", list(upTo(40)));
    const before = await entries();
    const { runId } = await take("abnormal-operations", list(upTo(39)));
    expect(await undoImport({ pool, runId, by: "officer" })).toMatchObject({ restored: 1 });
    expect(await entries()).toEqual(before);
  });
});

describe("an import taken back", () => {
  it("leaves the store as before it: what it created gone, what it superseded restored", async () => {
    await take("customs", customs([trade(1, 10), trade(2, 20)]));
    const before = await trades();
    const { runId } = await take("customs", customs([trade(1, 11), trade(2, 20), trade(3, 30)]));
    expect(await undoImport({ pool, runId, by: "officer" })).toEqual({
      removed: 2,
      restored: 1,
      kept: 0,
    });
    expect(await trades()).toEqual(before);
    expect(await stateOf(runId)).toBe("UNDONE");
    await expect(undoImport({ pool, runId, by: "officer" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const again = await take("customs", customs([trade(1, 11), trade(2, 20), trade(3, 30)]));
    expect(again.report).toMatchObject({ updated: 1, unchanged: 1, created: 1 });
  });

  it("does not touch what a later import changed", async () => {
    const { runId } = await take("customs", customs([trade(1, 10), trade(2, 20)]));
    await take("customs", customs([trade(1, 12)]));
    expect(await undoImport({ pool, runId, by: "officer" })).toEqual({
      removed: 1,
      restored: 0,
      kept: 1,
    });
    expect(await trades()).toMatchObject([{ credit_code: codeOf(1), export_amount: "120000" }]);
  });

  it.each([
    ["newer", [1, 0]],
    ["older", [0, 1]],
  ])("stands as before two imports that are taken back, the %s first", async (_, order) => {
    await take("customs", customs([trade(1, 10)]));
    const before = await trades();
    const runs = [
      await take("customs", customs([trade(1, 11), trade(2, 1)])),
      await take("customs", customs([trade(1, 12), trade(2, 2)])),
    ];
    const figures = [];
    for (const at of order)
      figures.push(await undoImport({ pool, runId: runs[at]?.runId ?? "", by: "officer" }));
    expect(await trades()).toEqual(before);
    expect(figures).toEqual(
      order[0] === 1
        ? [
            { removed: 2, restored: 2, kept: 0 },
            { removed: 2, restored: 1, kept: 0 },
          ]
        : [
            { removed: 0, restored: 0, kept: 2 },
            { removed: 2, restored: 1, kept: 0 },
          ],
    );
  });

  it("keeps and counts a new enterprise whose town an officer has set, or that a title came for", async () => {
    const { runId } = await take("registry", csvOf([rowOf(60), rowOf(61)]));
    await database.owner.query(
      `update enterprises set version = version + 1 where credit_code = '${codeOf(60)}'`,
    );
    expect(await undoImport({ pool, runId, by: "officer" })).toEqual({
      removed: 1,
      restored: 0,
      kept: 1,
    });
  });

  it.each([
    {
      change: { 注册资金: "9万元人民币" },
      left: { town_code: towns.boli, town_method: "OFFICER" },
    },
    { change: { 注册地址: "山东省青岛市黄岛区大村镇某路1号" }, left: null },
  ])("leaves an officer's town where the address stays ($change)", async ({ change, left }) => {
    const i = left ? 53 : 56;
    const read = async () =>
      (
        await rows(
          `select town_code, town_method, address, capital_amount from enterprises where credit_code = '${codeOf(i)}'`,
        )
      )[0];
    await take("registry", csvOf([rowOf(i)]));
    const before = await read();
    const { runId } = await take("registry", csvOf([rowOf(i, change)]));
    const town = { creditCode: codeOf(i), townCode: towns.boli };
    await assignTown(pool, principal("DISTRICT", ["370211"], { role: "OFFICER" }), town);
    expect(await undoImport({ pool, runId, by: "officer" })).toMatchObject({ restored: 1 });
    expect(await read()).toEqual({ ...before, ...left });
  });

  it("brings former registry rows, names and towns back, and keeps an enterprise that facts hang on", async () => {
    await take("registry", csvOf([rowOf(50)]));
    const read = () =>
      rows(
        `select name, address, town_code, capital_amount from enterprises where credit_code = '${codeOf(50)}'`,
      );
    const names = () =>
      rows(
        `select name, valid_to from enterprise_names where credit_code = '${codeOf(50)}' order by name`,
      );
    const before = [await read(), await names()];
    const { runId } = await take(
      "registry",
      csvOf([
        rowOf(50, {
          企业名称: "青岛改名机械有限公司",
          注册地址: "山东省青岛市黄岛区大村镇某路1号",
        }),
        rowOf(51),
        rowOf(52),
      ]),
    );
    await take("customs", customs([trade(51, 1)]));
    expect(await undoImport({ pool, runId, by: "officer" })).toEqual({
      removed: 1,
      restored: 1,
      kept: 1,
    });
    expect([await read(), await names()]).toEqual(before);
    const codes = await rows(
      `select credit_code from enterprises where credit_code in ('${codeOf(51)}', '${codeOf(52)}')`,
    );
    expect(codes).toEqual([{ credit_code: codeOf(51) }]);
  });
});
