import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import type { GoldseedError } from "../../../domain/errors.ts";
import { apiFeed } from "../../../intake/feed/api-feed.ts";
import { type ApiConnection, connectionSchema } from "../../../intake/feed/connection.ts";
import type { RecordFeed } from "../../../intake/feed/record-feed.ts";
import { importFromFeed } from "../../../intake/import-from-feed.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { paged, record, records } from "../kit/api-records.ts";
import { rowOf } from "../kit/registry-rows.ts";
import {
  type Answer,
  cut,
  json,
  silent,
  startFaultyApi,
  status,
  truncated,
} from "../kit/faulty-api.ts";

const database = await createTestDatabase();
const api = await startFaultyApi();

beforeAll(() => loadReferenceData(database.worker));
beforeEach(async () => {
  api.asked.length = 0;
  api.next.length = 0;
  await database.owner.query(
    "truncate enterprises, enterprise_names, fact_history, dirty_keys, import_runs, staged_records, quarantined_rows, source_cursors",
  );
});

const connection = (change: object = {}): ApiConnection => {
  const given = {
    url: `${api.url}/records?page={page}&since={since}`,
    records: "data.list",
    paging: { by: "page", size: 10, total: "data.total" },
    since: { field: "updatedAt", from: "2026-01-01T00:00:00", overlapS: 120 },
    requestsPerSecond: 1_000,
    retries: 3,
    ...change,
  };
  return connectionSchema.parse({ api: given }).api!;
};

const feedOf = (change: object = {}) =>
  apiFeed(connection(change), { secret: "s3cret", firstPauseMs: 1 });

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

describe("an HTTP API", () => {
  it("is read page by page, then only what was changed since", async () => {
    let all = records(0, 25);
    api.usually = paged(() => all, 10);
    expect(await land(feedOf())).toMatchObject([{ report: { read: 25, created: 25 } }]);
    expect(api.asked).toEqual(
      [1, 2, 3].map((page) => `/records?page=${page}&since=2026-01-01T00%3A00%3A00`),
    );
    expect(await cursor()).toEqual({ since: "2026-03-01T00:22:00" });

    expect(await land(feedOf())).toMatchObject([{ report: { read: 3, unchanged: 3 } }]);
    expect(await land(feedOf())).toEqual([]);

    all = [...all, ...records(25, 27)];
    expect(await land(feedOf())).toMatchObject([{ report: { read: 5, unchanged: 3, created: 2 } }]);
    expect(await count("enterprises")).toBe(27);
  });

  it("lands every so many pages, the cursor with each", async () => {
    api.usually = paged(() => records(0, 45), 10);
    const outcomes = await land(feedOf({ pagesPerRun: 2 }));
    expect(outcomes.map(({ report }) => report.created)).toEqual([20, 20, 5]);
  });

  it("goes on behind the pages that landed before it failed", async () => {
    api.usually = paged(() => records(0, 45), 10);
    api.next.push(api.usually, api.usually, status(403));
    expect((await failureOf(feedOf({ pagesPerRun: 2 }))).code).toBe("SOURCE_FAULTY");
    expect(await count("enterprises")).toBe(20);
    api.asked.length = 0;
    await land(feedOf({ pagesPerRun: 2 }));
    expect(api.asked[0]).toContain("page=3&");
    expect(await count("enterprises")).toBe(45);
  });

  it("follows cursors, and sends the secret in its header", async () => {
    const seen: unknown[] = [];
    api.usually = (url, response, headers) => {
      seen.push(headers["x-key"]);
      const at = Number(url.searchParams.get("cursor") ?? 0);
      json({ items: records(at, at + 5), next: at < 10 ? at + 5 : null })(url, response, headers);
    };
    const feed = feedOf({
      url: `${api.url}/c?cursor={cursor}`,
      records: "items",
      paging: { by: "cursor", next: "next" },
      auth: { header: "X-Key", prefix: "", secretFile: "k" },
    });
    expect(await land(feed)).toMatchObject([{ report: { read: 15, created: 15 } }]);
    expect(seen).toEqual(["s3cret", "s3cret", "s3cret"]);
  });

  it.each<readonly [string, Answer[], object]>([
    ["too many requests", [status(429, { "retry-after": "0" }), status(429)], {}],
    ["a storm of 5xx", [status(500), status(502), status(503)], {}],
    ["an answer cut off", [cut({ data: { list: records(0, 9) } })], {}],
    ["half a JSON text", [truncated({ data: { list: records(0, 9) } })], {}],
    ["silence", [silent], { timeoutMs: 400 }],
  ])("is asked again after %s", async (_, faults, change) => {
    api.usually = paged(() => records(0, 15), 10);
    api.next.push(...faults);
    expect(await land(feedOf(change))).toMatchObject([
      { report: { read: 15, created: 15, quarantined: 0 } },
    ]);
    expect(api.asked).toHaveLength(2 + faults.length);
  });

  it("is given up after the last try, and nothing is landed", async () => {
    api.usually = paged(() => records(0, 15), 10);
    api.next.push(api.usually, ...Array.from({ length: 4 }, () => status(503)));
    const error = await failureOf(feedOf());
    expect(error.code).toBe("SOURCE_UNAVAILABLE");
    expect(error.message).toMatch(/4 次均未答复.*503/);
    expect(error.message).not.toContain("since=");
    expect([await count("enterprises"), await count("import_runs"), await cursor()]).toEqual([
      0,
      0,
      undefined,
    ]);
  });

  it.each<readonly [string, Answer[], RegExp, object]>([
    [
      "a repeated page",
      [
        json({ data: { list: records(0, 10), total: 20 } }),
        json({ data: { list: records(0, 10), total: 20 } }),
      ],
      /重复了上一页/,
      {},
    ],
    [
      "a missing page",
      [
        json({ data: { list: records(0, 10), total: 20 } }),
        json({ data: { list: [], total: 20 } }),
      ],
      /缺页：称有 20 条，只给了 10 条/,
      {},
    ],
    ["an empty success of many", [json({ data: { list: [], total: 500 } })], /缺页/, {}],
    ["a success without a list", [json({})], /没有列表“data.list”/, {}],
    ["a total that is none", [json({ data: { list: records(0, 3) } })], /没有总数/, {}],
    ...[null, "", true, -1, 1.5, "many"].map(
      (total) =>
        [
          `a total of ${JSON.stringify(total)}`,
          [json({ data: { list: records(0, 10), total } })],
          /没有总数/,
          {},
        ] as [string, Answer[], RegExp, object],
    ),
    [
      "a list that loses records in every pass",
      [30, 29, 29, 28, 28, 27, 27, 26].map((total, i) =>
        json({ data: { list: records((i % 2) * 10, (i % 2) * 10 + 10), total } }),
      ),
      /总数在读取中一再减少/,
      {},
    ],
    [
      "cursors in a circle",
      ["a", "b", "a"].map((next, i) => json({ data: { list: records(i, i + 1), next } })),
      /游标没有前进/,
      { paging: { by: "cursor", next: "data.next" } },
    ],
    [
      "a failure that says 200",
      [json({ code: 500, data: { list: [], total: 0 } })],
      /答以失败（code = 500）/,
      { success: { field: "code", equals: [0] } },
    ],
    ["a refusal", [status(401)], /状态 401/, {}],
    ["a redirection", [status(302, { location: "http://127.0.0.1:1/" })], /状态 302/, {}],
    [
      "a page too large",
      [json({ data: { list: ["x".repeat(5_000)], total: 1 } })],
      /超过 2000 字节/,
      { maxPageBytes: 2_000 },
    ],
    [
      "a record without its time",
      [json({ data: { list: [rowOf(1)], total: 1 } })],
      /缺少更新时间/,
      {},
    ],
    [
      "a cursor that stands still",
      [
        json({ data: { list: records(0, 2), next: "a" } }),
        json({ data: { list: records(2, 4), next: "a" } }),
      ],
      /游标没有前进/,
      { paging: { by: "cursor", next: "data.next" } },
    ],
  ])("is not believed: %s", async (_, answers, words, change) => {
    api.usually = status(500);
    api.next.push(...answers);
    const error = await failureOf(feedOf(change));
    expect(error.code).toBe("SOURCE_FAULTY");
    expect(error.message).toMatch(words);
    expect([await count("enterprises"), await cursor()]).toEqual([0, undefined]);
  });

  it("is read from its first page again when records go while it is read, so that none slips past", async () => {
    let all = records(0, 25);
    const usually = paged(() => all, 10);
    api.usually = usually;
    api.next.push(usually, (...asked) => {
      // Record 10 moves onto the page that has been read.
      all = all.filter((_, i) => i !== 3);
      usually(...asked);
    });
    expect(await land(feedOf())).toMatchObject([
      { report: { created: 25, quarantined: 0, repeated: 19 } },
    ]);
    expect(api.asked).toHaveLength(5);
  });

  it("is read on when records go between two landings", async () => {
    let all = records(0, 45);
    const usually = paged(() => all, 10);
    api.usually = usually;
    api.next.push(usually, usually, status(403));
    await failureOf(feedOf({ pagesPerRun: 2 }));
    all = all.filter((_, i) => i !== 3);
    await land(feedOf({ pagesPerRun: 2 }));
    expect(await count("enterprises")).toBe(45);
  });

  it("of pages without a record is followed to those that have some", async () => {
    api.usually = (url, response, headers) => {
      const at = Number(url.searchParams.get("cursor") ?? 0);
      const items = at < 3 ? [] : records(at, at + 2);
      json({ items, next: at < 4 ? at + 1 : null })(url, response, headers);
    };
    const feed = feedOf({
      url: `${api.url}/c?cursor={cursor}`,
      records: "items",
      paging: { by: "cursor", next: "next" },
      pagesPerRun: 2,
    });
    expect(await land(feed)).toMatchObject([
      { report: { created: 2 } },
      { report: { created: 1 } },
    ]);
  });

  it("has nothing new, and says so without a run", async () => {
    api.usually = json({ data: { list: [], total: 0 } });
    expect(await land(feedOf())).toEqual([]);
    expect(await count("import_runs")).toBe(0);
  });

  it("quarantines bad records as a file would, and a dry run moves no cursor", async () => {
    const bad = { ...record(1), 统一社会信用代码: "9.1370211E+17" };
    api.usually = paged(() => [record(0), bad], 10);
    expect(await land(feedOf(), { dryRun: true })).toMatchObject([
      { report: { read: 2, quarantined: 1 } },
    ]);
    expect([await count("enterprises"), await cursor()]).toEqual([0, undefined]);
    expect(await land(feedOf())).toMatchObject([
      { report: { read: 2, created: 1, quarantined: 1, reasons: { CODE_ROUNDED: 1 } } },
    ]);
  });
});

describe("cursor and landing", () => {
  const landing = () => feedOf({ pagesPerRun: 100 });

  it("are one: a run killed while staging is fetched again, one killed later goes on", async () => {
    api.usually = paged(() => records(0, 15), 10);
    await land(landing());
    const name = (
      await database.owner.query<{ file_name: string }>("select file_name from import_runs")
    ).rows[0]!.file_name;
    // As a killed process leaves it: begun under the feed's name, nothing landed.
    await database.owner.query(
      `insert into import_runs (source_id, state, file_name, file_digest, started_by, report)
      select source_id, 'STAGING', file_name, 'other', 'killed', report from import_runs`,
    );
    expect(await land(landing())).toMatchObject([{ report: { unchanged: 3 } }]);
    const { rows } = await database.owner.query(
      "select file_name, state from import_runs order by id",
    );
    expect(rows).toEqual(["DONE", "FAILED", "DONE"].map((state) => ({ file_name: name, state })));
  });

  it("are left alone by a dry run, which says that a run waits", async () => {
    api.usually = paged(() => records(0, 15), 10);
    await land(landing());
    for (const state of ["STAGING", "MERGING"]) {
      await database.owner.query("update import_runs set state = $1, finished_at = null", [state]);
      const refused = land(landing(), { dryRun: true });
      await expect(refused).rejects.toMatchObject({ code: "CONFLICT" });
      const { rows } = await database.owner.query("select state from import_runs");
      expect(rows).toEqual([{ state }]);
    }
  });

  it("are one: what was landed last and then sent back or undone is read again from the beginning", async () => {
    api.usually = paged(() => records(0, 15), 10);
    const [first] = await land(landing());
    await database.owner.query("update import_runs set state = 'UNDONE' where id = $1", [
      first!.runId,
    ]);
    await database.owner.query("truncate enterprises, enterprise_names");
    expect(await land(landing())).toMatchObject([
      { report: { way: "API", read: 15, created: 15 } },
    ]);
    expect(await land(landing())).toMatchObject([{ report: { read: 3, unchanged: 3 } }]);
  });

  it("are one: another process that read further meanwhile makes this landing void", async () => {
    api.usually = paged(() => records(0, 15), 10);
    const slow: RecordFeed = {
      ...landing(),
      read: async (position, take, signal) => {
        const reading = await landing().read(position, take, signal);
        await database.owner.query(
          `insert into source_cursors (source_id, way, position, digest, import_run_id) values ('registry', 'API', '{}', 'x', 1)`,
        );
        return reading;
      },
    };
    expect((await failureOf(slow)).code).toBe("CONFLICT");
    expect(await count("enterprises")).toBe(0);
    expect(await cursor()).toEqual({});
  });
});

it("a place for the records that is lost, as a full disk loses it, fails the landing and nothing else", async () => {
  const place = mkdtempSync(join(tmpdir(), "goldseed-lost-"));
  vi.stubEnv("TMPDIR", place);
  const feed: RecordFeed = {
    way: "API",
    name: "lost",
    read: async (_position, take) => {
      rmSync(place, { recursive: true });
      await take(JSON.stringify(record(1)));
      // The fault is told while nobody waits for the file.
      await setTimeout(50);
      return { position: {}, records: 1, more: false };
    },
  };
  const landing = importFromFeed({
    pool: database.worker,
    sourceId: "registry",
    startedBy: "test",
    feed,
  });
  await expect(landing).rejects.toMatchObject({ code: "ENOENT" });
  vi.unstubAllEnvs();
});
