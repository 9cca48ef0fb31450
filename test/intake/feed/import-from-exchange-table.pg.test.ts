import { beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { GoldseedError } from "../../../domain/errors.ts";
import { connectionSchema } from "../../../intake/feed/connection.ts";
import type { RecordFeed } from "../../../intake/feed/record-feed.ts";
import { tableFeed } from "../../../intake/feed/table-feed.ts";
import { importFromFeed } from "../../../intake/import-from-feed.ts";
import { readExchangeTable } from "../../../store/exchange-table.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codeOf, rowOf } from "../kit/registry-rows.ts";

const database = await createTestDatabase();

beforeAll(() => loadReferenceData(database.worker));
beforeEach(async () => {
  await database.owner.query(
    "truncate enterprises, enterprise_names, fact_history, dirty_keys, import_runs, staged_records, quarantined_rows, source_cursors",
  );
});

const land = (feed: RecordFeed, more: object = {}) =>
  importFromFeed({ pool: database.worker, sourceId: "registry", feed, startedBy: "test", ...more });

const failureOf = (feed: RecordFeed) =>
  land(feed).then(
    () => expect.fail("it was landed"),
    (error: unknown) => error as GoldseedError,
  );

const count = async (table: string) =>
  (await database.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;
const cursor = async () =>
  (await database.owner.query<{ position: object }>("select position from source_cursors")).rows[0]
    ?.position;

describe("an exchange table", async () => {
  const other = await createTestDatabase();
  const feed = (change: object = {}) =>
    tableFeed(
      connectionSchema.parse({
        table: {
          urlFile: "u",

          cursor: "seq",
          table: "exchange_rows_in",
          ...change,
        },
      }).table!,
      other.ownerUrl,
      readExchangeTable,
    );
  const columns = Object.keys(rowOf(0));
  const put = (from: number, to: number, change: object = {}) =>
    other.owner.query(
      `insert into exchange_rows_in (${columns.map((name) => `"${name}"`).join(",")})
      select ${columns.map((name) => `r->>'${name}'`).join(",")} from jsonb_array_elements($1::jsonb) r`,
      [
        JSON.stringify(
          Array.from({ length: to - from }, (_, i) => ({ ...rowOf(from + i), ...change })),
        ),
      ],
    );

  beforeEach(() =>
    other.owner.query(
      `drop table if exists exchange_rows_in;
      create table exchange_rows_in (seq bigint generated always as identity, changed timestamptz default now(), ${columns.map((name) => `"${name}" text`).join(",")})`,
    ),
  );

  it("is read once, then behind the last value less the overlap", async () => {
    await put(0, 30);
    expect(await land(feed())).toMatchObject([{ report: { read: 30, created: 30 } }]);
    expect(await cursor()).toEqual({ after: "30" });
    expect(await land(feed({ overlap: 4 }))).toMatchObject([{ report: { read: 5, unchanged: 5 } }]);
    await put(30, 33);
    await put(3, 4, { 经营范围: "变更后的范围" });
    expect(await land(feed({ overlap: 4 }))).toMatchObject([
      { report: { read: 9, created: 3, updated: 1, unchanged: 5 } },
    ]);
    expect(await land(feed({ overlap: 4 }))).toMatchObject([
      { report: { read: 5, unchanged: 5 - 1 + 1 } },
    ]);
    expect(await land(feed({ overlap: 4 }))).toEqual([]);
    expect(await count("enterprises")).toBe(33);
  });

  it("meets with its overlap a row whose transaction ended late", async () => {
    await put(0, 10);
    await other.owner.query("update exchange_rows_in set changed = '2026-01-01T10:00:00Z'");
    const late = { cursor: "changed", overlap: 600 };
    await land(feed(late));
    await put(10, 11);
    await other.owner.query(
      "update exchange_rows_in set changed = '2026-01-01T09:55:00Z' where seq = 11",
    );
    await land(feed(late));
    expect(await count("enterprises")).toBe(11);
  });

  it("lands so many rows at a time, and loses none that share a value at the cut", async () => {
    await put(0, 25);
    await other.owner.query(
      `alter table exchange_rows_in add batch int; update exchange_rows_in set batch = (seq + 3) / 4`,
    );
    const outcomes = await land(feed({ cursor: "batch", rowsPerRun: 10 }));
    expect(outcomes.length).toBeGreaterThan(2);
    expect(await count("enterprises")).toBe(25);
  });

  it("keeps the digits of long numbers", async () => {
    await put(0, 1);
    await other.owner.query(
      `alter table exchange_rows_in alter "统一社会信用代码" type numeric using 123456789012345679`,
    );
    const [outcome] = await land(feed());
    expect(outcome?.report).toMatchObject({ quarantined: 1 });
    const { rows } = await database.owner.query(
      "select raw->>'统一社会信用代码' as code from quarantined_rows",
    );
    expect(rows).toEqual([{ code: "123456789012345679" }]);
  });

  it.each<readonly [string, object, string, RegExp]>([
    ["no such table", { table: "none" }, "SOURCE_FAULTY", /没有表“public.none”/],
    ["no such column", { cursor: "none" }, "SOURCE_FAULTY", /列“none”/],
    [
      "a column that does not grow",
      { cursor: "企业名称" },
      "SOURCE_FAULTY",
      /不能作游标|expected a plain/,
    ],
    [
      "more rows of one value than a landing holds",
      { cursor: "one", rowsPerRun: 5 },
      "SOURCE_FAULTY",
      /无法前进/,
    ],
  ])("is refused: %s", async (_, change, code, words) => {
    await put(0, 20);
    await other.owner.query("alter table exchange_rows_in add one int default 1");
    const error = await Promise.resolve()
      .then(() => failureOf(feed(change)))
      .catch((reason: unknown) => Object.assign(reason as Error, { code: "SOURCE_FAULTY" }));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(words);
  });

  it("is told when it cannot be reached", async () => {
    const away = connectionSchema.parse({
      table: { urlFile: "u", table: "t", cursor: "seq" },
    }).table!;
    const error = await failureOf(
      tableFeed(away, "postgres://nobody@127.0.0.1:1/none", readExchangeTable),
    );
    expect(error.code).toBe("SOURCE_UNAVAILABLE");
    expect(codeOf(1)).toHaveLength(18);
  });
});
