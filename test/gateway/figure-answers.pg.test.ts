/** Answers of figures are kept while the figures stand, told of to the caller's own scope alone, and dropped with a new count. */
import { afterAll, expect, test, vi } from "vitest";

import { FigureAnswers } from "../../gateway/execute/figure-answers.ts";
import { NoticeHub } from "../../store/notice-hub.ts";
import { channels } from "../../store/notify.ts";
import { refreshAreaStatistics } from "../../store/queries/area-statistics.ts";
import { lanesOf, openPool } from "../../store/pool.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { seedDistrict, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
await seedDistrict(db.owner);
await refreshAreaStatistics(db.owner);

const hub = new NoticeHub({ pool: db.worker, onError: () => undefined });
const figures = new FigureAnswers(hub);
const graph = openGraph(db.gateway, { figures });
const plain = openGraph(db.gateway);
afterAll(async () => {
  figures.stop();
  await hub.close();
});
const patient = { timeout: 10_000 };
const connected = () =>
  vi.waitFor(() => expect(hub.connectionOf(channels.figures)).not.toBeNull(), patient);
await connected();

const district = principal("DISTRICT", ["370211"]);
const town = principal("TOWN", [towns.yinzhu]);
const query =
  "{ statistics(kind: TOWN) { computedAt area { code name } enterprises titles { kind count } } }";

/** How many statements of the graph a piece of work asks of the database. */
async function asked(work: () => Promise<unknown>): Promise<number> {
  const run = vi.spyOn(lanesOf(db.gateway), "run");
  try {
    await work();
    return run.mock.calls.length;
  } finally {
    run.mockRestore();
  }
}

test("the same question is asked once, each caller's own", async () => {
  const first = await graph.ask(district, query);
  expect(await asked(() => graph.ask(district, query))).toBe(0);
  expect((await graph.ask(district, query)).text).toBe(first.text);
  expect(await asked(() => graph.ask(town, query))).toBe(1);
  expect((await graph.ask(town, query)).data.statistics).toHaveLength(1);
  expect(await asked(() => graph.ask(principal("TOWN", [towns.boli]), query))).toBe(1);
  const other = query.replace("TOWN", "ZONE");
  expect(await asked(() => graph.ask(district, other))).toBe(1);
});

test("many who ask the same at once ask the database once", async () => {
  const other = query.replace("enterprises titles", "titles");
  const many = () => Promise.all(Array.from({ length: 16 }, () => graph.ask(district, other)));
  expect(await asked(many)).toBe(1);
});

test("what reads anything else is asked each time", async () => {
  for (const mixed of [
    "{ statistics(kind: TOWN) { enterprises } libraries { kind count } }",
    "{ enterprises(first: 1) { totalCount } }",
  ])
    for (let i = 0; i < 2; i++) expect(await asked(() => graph.ask(district, mixed))).toBe(1);
});

test.each([
  ["a new count", () => refreshAreaStatistics(db.owner)],
  [
    "figures written by hand",
    () => db.owner.query("update area_statistics set value = 77 where measure = 'ENTERPRISES'"),
  ],
  [
    "an area renamed",
    () => db.owner.query("update areas set name = '隐珠' where code = $1", [towns.yinzhu]),
  ],
])("%s is answered at once", async (_title, write) => {
  const before = await graph.ask(district, query);
  await write();
  await vi.waitFor(async () => {
    const { text } = await graph.ask(district, query);
    expect(text).not.toBe(before.text);
    expect(text).toBe((await plain.ask(district, query)).text);
  }, patient);
});

test("a write that is taken back drops nothing and is never told", async () => {
  const before = await graph.ask(district, query);
  const client = await db.owner.connect();
  await client.query("begin");
  await client.query("update area_statistics set value = 1");
  expect((await graph.ask(district, query)).text).toBe(before.text);
  await client.query("rollback");
  client.release();
  expect(await asked(() => graph.ask(district, query))).toBe(0);
});

test("while nobody listens every question goes to the database", async () => {
  await graph.ask(district, query);
  await db.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where query ~ 'listen' and pid <> pg_backend_pid() and datname = current_database()",
  );
  await vi.waitFor(() => expect(hub.connectionOf(channels.figures)).toBeNull(), {
    ...patient,
    interval: 5,
  });
  await db.owner.query("update area_statistics set value = 5 where measure = 'ENTERPRISES'");
  const { data } = await graph.ask(district, query);
  expect(data.statistics[0].enterprises).toBe(5);
  await connected();
  expect((await graph.ask(district, query)).data.statistics[0].enterprises).toBe(5);
  expect(await asked(() => graph.ask(district, query))).toBe(0);
});

/** A hub whose connection is answered no more: the process that serves it is stopped. */
async function silenced(givenUpMs: number) {
  const name = `silenced ${givenUpMs}`;
  const pool = openPool({ url: db.workerUrl, name, max: 1, statementTimeoutMs: 5_000 });
  const proof = { everyMs: 20, trustedMs: 500, givenUpMs };
  const careful = new NoticeHub({ pool, onError: () => undefined, proof });
  const heard = new FigureAnswers(careful);
  const number = () => careful.connectionOf(channels.figures);
  const first = await vi.waitFor(() => number() ?? expect.fail("not connected"), patient);
  const { ask } = openGraph(db.gateway, { figures: heard });
  await ask(district, query);
  const { rows } = await db.owner.query<{ pid: number }>(
    "select pid from pg_stat_activity where application_name = $1",
    [name],
  );
  const processId = rows[0]?.pid ?? expect.fail("nobody listens");
  process.kill(processId, "SIGSTOP");
  const end = async () => {
    process.kill(processId, "SIGCONT");
    heard.stop();
    await careful.close();
    await pool.end();
  };
  return { careful, number, first, ask, end };
}

test("a connection that has gone silent is trusted no longer", async () => {
  const { number, ask, end } = await silenced(60_000);
  try {
    await vi.waitFor(() => expect(number()).toBeNull(), patient);
    await db.owner.query("update area_statistics set value = 6 where measure = 'ENTERPRISES'");
    expect((await ask(district, query)).data.statistics[0].enterprises).toBe(6);
  } finally {
    await end();
  }
});

test("a connection that stays silent is given up, and all who hear are told of the gap", async () => {
  const { careful, number, first, end } = await silenced(1_000);
  try {
    const late = careful.hear("another channel", AbortSignal.timeout(20_000));
    expect(await late.next()).toEqual({ value: null, done: false });
    await vi.waitFor(() => expect(number()).toBeGreaterThan(first), patient);
  } finally {
    await end();
  }
});
