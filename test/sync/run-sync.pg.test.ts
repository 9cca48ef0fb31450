import { Client } from "pg";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { syncStatus } from "../../sync/read-status.ts";
import { creditCodeOf, seedLines, seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { createDistrict, type District } from "./district-kit.ts";
import { lastPart } from "./last-part.ts";

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const here: District = await createDistrict();

beforeAll(async () => {
  await here.registerEnterprises(300);
  await here.city.admin("POST /admin/seed", seedLines(120));
});
beforeEach(() => here.city.admin("DELETE /admin/faults"));

const titleCount = async (): Promise<number> =>
  (await here.rows<{ n: number }>("select count(*)::int as n from titles"))[0]?.n ?? -1;
const heldAtCity = () =>
  here.city.admin<{ key: string; withdrawn: boolean; entityVersion: string; record: object }[]>(
    "GET /admin/recommendations",
  );

test("the first exchange brings every title, tells every recommendation, and both sides agree", async () => {
  for (const no of [200, 201, 202]) await here.recommend(no, { reason: "主导产品" });
  const report = await here.sync();
  expect(report.platform.level).toBe("L3");
  expect(lastPart(report, "PULL")).toMatchObject({
    state: "DONE",
    counts: { read: 120, applied: 120, quarantined: 0 },
  });
  expect(lastPart(report, "PUSH")).toMatchObject({
    state: "DONE",
    counts: { read: 3, applied: 3 },
  });
  for (const tree of ["titles", "recommendations"]) {
    const verify = lastPart(report, "VERIFY", tree);
    expect([tree, verify.state, verify.agreement?.agreed]).toEqual([tree, "DONE", true]);
    expect(verify.agreement?.roundTrips).toBe(1);
  }
  expect(await titleCount()).toBe(120);
  const state = await here.city.admin<{ roots: Record<string, string> }>("GET /admin/state");
  expect(lastPart(report, "VERIFY", "titles").agreement?.root).toBe(state.roots["titles"]);
});

test("titles stand where their enterprise stands, and the enterprise shows its kinds", async () => {
  const [title] = await here.rows(
    "select town_code, origin, level, valid_to::text from titles where credit_code = $1",
    [creditCodeOf(5)],
  );
  expect(title).toEqual({
    town_code: "370211001",
    origin: "CITY",
    level: "PROVINCIAL",
    valid_to: "2027-05-31",
  });
  const [enterprise] = await here.rows(
    "select title_kinds from enterprises where credit_code = $1",
    [creditCodeOf(5)],
  );
  expect(enterprise).toEqual({ title_kinds: ["SPECIALIZED"] });
  const dirty = await here.rows("select stage from dirty_keys where credit_code = $1 order by 1", [
    creditCodeOf(5),
  ]);
  // Its score, its title count and the label of a title that lapses are the portrait's.
  expect(dirty).toEqual([{ stage: "INDICATORS" }, { stage: "PORTRAITS" }]);
});

test("an exchange that finds nothing new writes nothing but its runs and receipts", async () => {
  const before = await here.rows("select xmin, * from titles order by credit_code");
  const report = await here.sync();
  expect(lastPart(report, "PULL").counts.read).toBe(0);
  expect(lastPart(report, "PUSH").counts.read).toBe(0);
  expect(await here.rows("select xmin, * from titles order by credit_code")).toEqual(before);
  expect(report.uncaptured).toBe(0);
});

test("a change, an addition and a deletion at the city arrive by the next delta", async () => {
  await here.city.admin("PUT /admin/titles", [seedTitle(7, { status: "EXPIRED" }), seedTitle(150)]);
  await here.city.admin("DELETE /admin/titles", {
    keys: [`${creditCodeOf(8)}|SPECIALIZED|2024-1`],
  });
  const report = await here.sync();
  expect(lastPart(report, "PULL")).toMatchObject({
    state: "DONE",
    counts: { read: 3, applied: 3 },
  });
  expect(lastPart(report, "VERIFY", "titles").agreement?.agreed).toBe(true);
  const kinds = await here.rows(
    "select title_kinds from enterprises where credit_code = any($1) order by credit_code",
    [[7, 8, 150].map(creditCodeOf)],
  );
  expect(kinds).toEqual([
    { title_kinds: [] },
    { title_kinds: [] },
    { title_kinds: ["SPECIALIZED"] },
  ]);
  const tombs = await here.rows(
    "select entity_key, reason from sync_tombstones where stream = 'titles'",
  );
  expect(tombs).toEqual([{ entity_key: `${creditCodeOf(8)}|SPECIALIZED|2024-1`, reason: "CITY" }]);
});

test("changes and withdrawals of recommendations are told once each", async () => {
  await here.recommend(200, { reason: "新的理由" });
  await here.recommend(201, { state: "WITHDRAWN" });
  await here.rows("delete from recommendations where credit_code = $1", [creditCodeOf(202)]);
  const report = await here.sync();
  expect(lastPart(report, "PUSH").counts).toMatchObject({ read: 3, applied: 3 });
  const held = new Map((await heldAtCity()).map((row) => [row.key, row]));
  const key = (no: number): string => `${creditCodeOf(no)}|GAZELLE|2026-2`;
  expect(held.get(key(200))).toMatchObject({ withdrawn: false, record: { reason: "新的理由" } });
  expect(held.get(key(201))?.withdrawn).toBe(true);
  expect(held.get(key(202))?.withdrawn).toBe(true);
  expect(lastPart(report, "VERIFY", "recommendations").agreement).toMatchObject({ agreed: true });
  await here.recommend(202, { reason: "again" });
  await here.sync();
  const again = (await heldAtCity()).find((row) => row.key === key(202));
  expect(again).toMatchObject({ withdrawn: false, record: { reason: "again" } });
});

test("what the city says of a recommendation stands on it, and is not told back", async () => {
  await here.city.admin("POST /admin/faults", {
    on: "pushBatch",
    kind: "reject",
    code: "BATCH_CLOSED",
    codes: [creditCodeOf(210)],
  });
  await here.recommend(210);
  await here.recommend(211);
  const report = await here.sync();
  expect(lastPart(report, "PUSH").counts).toMatchObject({ read: 2, applied: 1, rejected: 1 });
  const said = await here.rows(
    "select city_outcome, city_reason from recommendations where credit_code = any($1) order by credit_code",
    [[210, 211].map(creditCodeOf)],
  );
  expect(said).toMatchObject([
    { city_outcome: "REJECTED", city_reason: expect.stringContaining("BATCH_CLOSED") },
    { city_outcome: "APPLIED", city_reason: null },
  ]);
  expect((await here.sync()).parts.find((p) => p.direction === "PUSH")?.counts.read).toBe(0);
  await here.recommend(210, { reason: "changed" });
  expect(lastPart(await here.sync(), "PUSH").counts).toMatchObject({ applied: 1 });
});

test("a deferred item is read back, and its later changes wait for it", async () => {
  const fault = { on: "pushBatch", kind: "defer", codes: [creditCodeOf(215)], times: 1 };
  await here.city.admin("POST /admin/faults", fault);
  await here.recommend(215);
  await here.recommend(216);
  expect(lastPart(await here.sync(), "PUSH").counts).toMatchObject({ applied: 1, deferred: 1 });
  await here.recommend(215, { reason: "later" });
  expect(lastPart(await here.sync(), "PUSH").counts.read).toBe(0);
  await here.city.admin("POST /admin/settle");
  // The settled first version, and then the change that waited for it.
  expect(lastPart(await here.sync(), "PUSH").counts).toMatchObject({ read: 2, applied: 2 });
  const held = (await heldAtCity()).find((row) => row.key.startsWith(creditCodeOf(215)));
  expect(held).toMatchObject({ record: { reason: "later" } });
});

test("an answer that is none to a deferred batch keeps that batch waiting and nothing else", async () => {
  const put = { on: "pushBatch", kind: "defer", codes: [creditCodeOf(217)], times: 1 };
  await here.city.admin("POST /admin/faults", put);
  await here.recommend(217);
  await here.sync();
  await here.city.admin("POST /admin/faults", { on: "readBatch", kind: "html", times: -1 });
  await here.recommend(218);
  const spoilt = lastPart(await here.sync({ parts: ["push"] }), "PUSH");
  expect(spoilt).toMatchObject({ state: "INCOMPLETE", cutOff: false, counts: { applied: 1 } });
  await here.city.admin("DELETE /admin/faults");
  await here.city.admin("POST /admin/settle");
  const mended = lastPart(await here.sync({ parts: ["push"] }), "PUSH");
  expect(mended).toMatchObject({ state: "DONE", counts: { applied: 1 }, failure: null });
});

test("a stop is heard during the pause before another attempt", async () => {
  const fault = { on: "pushBatch", kind: "status", status: 503, retryAfter: "9", times: -1 };
  await here.city.admin("POST /admin/faults", fault);
  await here.recommend(219);
  const stopping = new AbortController();
  const waits: number[] = [];
  const report = await here.sync({
    parts: ["push"],
    signal: stopping.signal,
    wait: (ms) => {
      waits.push(ms);
      stopping.abort();
      return Promise.resolve();
    },
  });
  expect(lastPart(report, "PUSH").state).toBe("INCOMPLETE");
  // One attempt and one pause, where four attempts were due.
  const faults = await here.city.admin<{ struck: number }[]>("GET /admin/faults");
  expect([waits.length, faults[0]?.struck]).toEqual([1, 1]);
  await here.city.admin("DELETE /admin/faults");
  expect(lastPart(await here.sync({ parts: ["push"] }), "PUSH").counts.applied).toBe(1);
});

describe("questions that the exchange cannot answer", () => {
  test("a title of an enterprise that is not registered waits, and is applied when it is", async () => {
    await here.city.admin("PUT /admin/titles", [seedTitle(400)]);
    const report = await here.sync();
    expect(lastPart(report, "PULL").counts).toMatchObject({ read: 1, quarantined: 1 });
    expect(lastPart(report, "VERIFY", "titles").agreement?.agreed).toBe(true);
    const open = await here.rows(
      "select kind, state from sync_conflicts where entity_key like $1",
      [`${creditCodeOf(400)}%`],
    );
    expect(open).toEqual([{ kind: "UNMATCHED", state: "OPEN" }]);
    await here.registerEnterprises(401);
    expect(lastPart(await here.sync(), "PULL").counts).toMatchObject({ read: 1, applied: 1 });
    const closed = await here.rows(
      "select state, decision from sync_conflicts where entity_key like $1",
      [`${creditCodeOf(400)}%`],
    );
    expect(closed).toEqual([{ state: "DECIDED", decision: "RESOLVED" }]);
  });

  test("an edit of what the city owns is undone, and recorded", async () => {
    await here.rows("update titles set status = 'REVOKED' where credit_code = $1", [
      creditCodeOf(20),
    ]);
    const report = await here.sync();
    expect(lastPart(report, "PULL").counts).toMatchObject({ read: 1, applied: 1 });
    const [title] = await here.rows("select status from titles where credit_code = $1", [
      creditCodeOf(20),
    ]);
    expect(title).toEqual({ status: "VALID" });
    const [record] = await here.rows(
      "select kind, field, base_value, our_value, their_value, decision from sync_conflicts where entity_key like $1",
      [`${creditCodeOf(20)}%`],
    );
    expect(record).toEqual({
      kind: "LOCAL_EDIT",
      field: "status",
      base_value: "VALID",
      our_value: "REVOKED",
      their_value: "VALID",
      decision: "CITY_RESTORED",
    });
  });

  test("a title deleted here past the engine comes back", async () => {
    await here.rows("delete from titles where credit_code = $1", [creditCodeOf(21)]);
    expect(lastPart(await here.sync(), "PULL").counts).toMatchObject({ read: 1, applied: 1 });
  });

  test("a grant of the district under the same key is not overwritten", async () => {
    await here.rows(
      `insert into titles (credit_code, kind, batch, level, status, origin) values ($1, 'EAGLET', '2025', 'DISTRICT', 'VALID', 'DISTRICT')`,
      [creditCodeOf(22)],
    );
    await here.city.admin("PUT /admin/titles", [
      seedTitle(22, { kind: "EAGLET", batch: "2025", level: "MUNICIPAL" }),
    ]);
    const report = await here.sync();
    expect(lastPart(report, "PULL").counts).toMatchObject({ quarantined: 1 });
    const [title] = await here.rows(
      "select level from titles where credit_code = $1 and kind = 'EAGLET'",
      [creditCodeOf(22)],
    );
    expect(title).toEqual({ level: "DISTRICT" });
    await here.city.admin("DELETE /admin/titles", { keys: [`${creditCodeOf(22)}|EAGLET|2025`] });
    await here.sync();
  });
});

test("a change that went past the triggers is found by the sweep and told", async () => {
  const client = await here.session();
  await client.query("set session_replication_role = replica");
  await client.query("update recommendations set reason = 'past' where credit_code = $1", [
    creditCodeOf(200),
  ]);
  await client.query("set session_replication_role = origin");
  await client.end();
  const report = await here.sync();
  expect(report.uncaptured).toBe(1);
  const held = (await heldAtCity()).find((row) => row.key.startsWith(creditCodeOf(200)));
  expect(held).toMatchObject({ record: { reason: "past" } });
});

test("TRUNCATE of recommendations is refused", async () => {
  await expect(here.rows("truncate recommendations")).rejects.toThrow(/TRUNCATE .* is refused/u);
});

test("what the city lost is told again", async () => {
  const held = await heldAtCity();
  const lost = held.find((row) => !row.withdrawn)?.key ?? "";
  const client = new Client({ connectionString: here.city.databaseUrl });
  await client.connect();
  await client.query("delete from city.recommendation where key = $1", [lost]);
  await client.query("update city.meta set revision = revision + 1");
  await client.end();
  const report = await here.sync();
  const compared = report.parts.filter(
    (p) => p.stream === "recommendations" && p.agreement !== null,
  );
  expect(compared.map((p) => p.agreement?.agreed)).toEqual([false, true]);
  expect(compared[0]?.agreement).toMatchObject({ differences: 1, roundTrips: 3 });
  expect((await heldAtCity()).map((row) => row.key)).toContain(lost);
});

test("a platform restored from a backup begins a new generation: all is told and read again", async () => {
  await here.city.admin("POST /admin/generation");
  const report = await here.sync();
  expect(report.generation).toBe(2);
  expect(lastPart(report, "PULL").state).toBe("DONE");
  expect(lastPart(report, "PUSH").counts.read).toBeGreaterThan(3);
  for (const tree of ["titles", "recommendations"]) {
    expect(lastPart(report, "VERIFY", tree).agreement?.agreed).toBe(true);
  }
});

test("the ledger chains every closed run to the one before it", async () => {
  const runs = await here.rows<{ digest: string; previous_digest: string | null }>(
    "select digest, previous_digest from sync_runs where state <> 'RUNNING'",
  );
  const byPrevious = new Map(runs.map((run) => [run.previous_digest, run.digest]));
  let length = 0;
  for (let head = byPrevious.get(null); head !== undefined; head = byPrevious.get(head))
    length += 1;
  expect([length, byPrevious.size]).toEqual([runs.length, runs.length]);
});

test("the status tells peer, backlog, runs and receipts", async () => {
  await here.recommend(220);
  const status = await syncStatus({ pool: here.database.worker, runCount: 3 });
  expect(status).toMatchObject({
    peerId: "city",
    level: "L3",
    streams: [
      { stream: "recommendations", outboxDepth: 1, openConflicts: 0 },
      { stream: "titles", direction: "PULL", outboxDepth: 0 },
    ],
    receipts: [
      { stream: "recommendations", level: "L3", agreed: true },
      { stream: "titles", level: "L3", agreed: true },
    ],
  });
  expect(status?.runs).toHaveLength(3);
});

test("two exchanges at once are refused, not mixed", async () => {
  const results = await Promise.allSettled([here.sync(), here.sync()]);
  const refused = results.filter((r) => r.status === "rejected").map((r) => String(r.reason));
  expect(refused).toEqual([expect.stringMatching(/Another exchange/u)]);
});
