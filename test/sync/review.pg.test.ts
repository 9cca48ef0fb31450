import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Principal } from "../../domain/access/principal.ts";
import { readConflicts } from "../../store/queries/sync-conflict-review.ts";
import { readReceipts, readStatementKeys } from "../../store/queries/sync-proofs.ts";
import { verifyLedger } from "../../sync/ledger/verify-ledger.ts";
import { decideConflict, type ConflictDecision } from "../../sync/review/decide-conflict.ts";
import { diffSync } from "../../sync/run-sync.ts";
import { checkReceipt } from "../../sync/verify/check-receipt.ts";
import { proveLocally } from "../../sync/verify/prove-locally.ts";
import { foreignWritesUndone } from "../../sync/verify/record-foreign-writes.ts";
import { creditCodeOf, seedLines, seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { district } from "./connect-to.ts";
import { createDistrict, type District } from "./district-kit.ts";

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const here: District = await createDistrict();
const { worker } = here.database;

beforeAll(async () => {
  await here.registerEnterprises(80);
  await here.city.admin("POST /admin/seed", seedLines(40));
  await here.recommend(60, { reason: "主导产品" });
  await here.sync();
});
beforeEach(() => here.city.admin("DELETE /admin/faults"));

const officer: Principal = {
  subject: "officer-1",
  tier: "DISTRICT",
  areaCodes: ["370211"],
  role: "OFFICER",
  clearance: "L3",
  purpose: null,
};
const openOf = async (key: string) => {
  const found = await readConflicts(worker, { peerId: "city", state: "OPEN", key, limit: 10 });
  return found[0];
};
const decide = async (key: string, decision: ConflictDecision, note?: string) => {
  const open = await openOf(key);
  const answer = { id: open?.id ?? "none", decision };
  return decideConflict(worker, officer, note === undefined ? answer : { ...answer, note });
};

describe("an officer decides", () => {
  test("a title of an unknown enterprise that is dismissed is asked of again only when it changes", async () => {
    const key = `${creditCodeOf(400)}|SPECIALIZED|2024-1`;
    await here.city.admin("PUT /admin/titles", [seedTitle(400)]);
    await here.sync();
    await decide(key, "DISMISS", "迁出本区");
    await here.rows("update sync_streams set cursor = null");
    await here.sync();
    expect(await openOf(key)).toBeUndefined();
    await here.city.admin("PUT /admin/titles", [seedTitle(400, { level: "NATIONAL" })]);
    await here.sync();
    expect((await openOf(key))?.kind).toBe("UNMATCHED");
    const history = await readConflicts(worker, { peerId: "city", state: null, key, limit: 10 });
    expect(history.map(({ decision, decidedBy, note }) => [decision, decidedBy, note])).toEqual([
      [null, null, null],
      ["DISMISS", "officer-1", "迁出本区"],
    ]);
    await here.city.admin("DELETE /admin/titles", { keys: [key] });
    await here.sync();
  });

  test("a grant of the district gives way to the city's title, with all that follows from it", async () => {
    const key = `${creditCodeOf(50)}|EAGLET|2025`;
    await here.rows(
      "insert into titles (credit_code, kind, batch, level, status, origin) values ($1, 'EAGLET', '2025', 'DISTRICT', 'VALID', 'DISTRICT')",
      [creditCodeOf(50)],
    );
    await here.city.admin("PUT /admin/titles", [
      seedTitle(50, { kind: "EAGLET", batch: "2025", level: "MUNICIPAL" }),
    ]);
    await here.sync();
    await here.rows("delete from dirty_keys");
    await decide(key, "TAKE_CITY");
    expect(
      await here.rows(
        "select t.level, t.origin, e.title_kinds, exists (select from dirty_keys d where d.credit_code = t.credit_code) as dirty from titles t join enterprises e using (credit_code) where credit_code = $1",
        [creditCodeOf(50)],
      ),
    ).toEqual([{ level: "MUNICIPAL", origin: "CITY", title_kinds: ["EAGLET"], dirty: true }]);
    await here.sync();
    expect(await openOf(key)).toBeUndefined();
  });

  test("a grant that is kept stays, and is not asked of again", async () => {
    const key = `${creditCodeOf(51)}|EAGLET|2025`;
    await here.rows(
      "insert into titles (credit_code, kind, batch, level, status, origin) values ($1, 'EAGLET', '2025', 'DISTRICT', 'VALID', 'DISTRICT')",
      [creditCodeOf(51)],
    );
    await here.city.admin("PUT /admin/titles", [
      seedTitle(51, { kind: "EAGLET", batch: "2025", level: "MUNICIPAL" }),
    ]);
    await here.sync();
    await decide(key, "KEEP_OURS");
    await here.rows("update sync_streams set cursor = null");
    await here.sync();
    expect(await openOf(key)).toBeUndefined();
    expect(
      await here.rows("select level from titles where credit_code = $1", [creditCodeOf(51)]),
    ).toEqual([{ level: "DISTRICT" }]);
  });

  test("a title that the city's list leaves out is removed at once on an officer's word", async () => {
    const key = `${creditCodeOf(3)}|SPECIALIZED|2024-1`;
    await here.rows("update sync_streams set cursor = null");
    await here.city.admin("DELETE /admin/titles", { keys: [key] });
    await here.sync({ parts: ["pull"] });
    expect((await openOf(key))?.kind).toBe("MISSING_AT_CITY");
    await decide(key, "TAKE_CITY");
    expect(
      await here.rows("select t.kind from titles t where credit_code = $1", [creditCodeOf(3)]),
    ).toEqual([]);
    expect(
      await here.rows("select reason from sync_tombstones where entity_key = $1", [key]),
    ).toEqual([{ reason: "CITY" }]);
  });

  const refused = [
    ["a town's specialist", { ...officer, tier: "TOWN" as const }, "DISMISS", "FORBIDDEN"],
    ["a viewer of the district", { ...officer, role: "VIEWER" as const }, "DISMISS", "FORBIDDEN"],
    ["an officer of the city", { ...officer, tier: "CITY" as const }, "DISMISS", "FORBIDDEN"],
    ["an answer of another kind", officer, "TAKE_CITY", "BAD_USER_INPUT"],
  ] as const;
  test.each(refused)("%s is refused, and nothing is written", async (_, who, decision, code) => {
    await here.city.admin("PUT /admin/titles", [seedTitle(401)]);
    await here.sync();
    const key = `${creditCodeOf(401)}|SPECIALIZED|2024-1`;
    const { id = "" } = (await openOf(key)) ?? {};
    await expect(decideConflict(worker, who, { id, decision })).rejects.toMatchObject({ code });
    expect(await openOf(key)).toMatchObject({ state: "OPEN", decidedBy: null });
  });

  test("a second answer is refused with the first one's words", async () => {
    const key = `${creditCodeOf(401)}|SPECIALIZED|2024-1`;
    const { id } = await decide(key, "DISMISS");
    await expect(
      decideConflict(worker, officer, { id, decision: "DISMISS" }),
    ).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("officer-1") });
    const unknown = decideConflict(worker, officer, { id: "none", decision: "DISMISS" });
    await expect(unknown).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the city writes into a recommendation of ours", () => {
  const key = `${creditCodeOf(60)}|GAZELLE|2026-2`;
  const rewrite = (reason: string) =>
    here.city.admin("PUT /admin/recommendations", [{ key, changes: { reason } }]);
  const ours = () =>
    here.rows("select reason from recommendations where credit_code = $1", [creditCodeOf(60)]);
  const theirs = async () =>
    (
      await here.city.admin<{ key: string; record: { reason: string } }[]>(
        "GET /admin/recommendations",
      )
    ).find((row) => row.key === key)?.record.reason;

  test("it is undone and recorded, and asked of an officer when it goes on", async () => {
    for (let time = 1; time <= foreignWritesUndone; time++) {
      await rewrite(`市级改动 ${time}`);
      const report = await here.sync();
      expect([report.parts.at(-1)?.agreement?.agreed, report.uncaptured]).toEqual([true, 0]);
      expect(await theirs()).toBe("主导产品");
    }
    await rewrite("市级坚持");
    await here.sync();
    expect(await theirs()).toBe("市级坚持");
    expect(await openOf(key)).toMatchObject({
      kind: "FOREIGN_WRITE",
      base: { reason: "主导产品" },
      ours: { reason: "主导产品" },
      theirs: { reason: "市级坚持" },
    });
  });

  test("what the officer takes over is ours, and both sides agree", async () => {
    await decide(key, "TAKE_CITY");
    expect(await ours()).toEqual([{ reason: "市级坚持" }]);
    const report = await here.sync();
    expect(report.parts.at(-1)?.agreement?.agreed).toBe(true);
    expect(await openOf(key)).toBeUndefined();
  });

  test("what the officer keeps is told again", async () => {
    for (let time = 0; time <= foreignWritesUndone; time++) {
      await rewrite(`再改 ${time}`);
      await here.sync();
    }
    await decide(key, "KEEP_OURS");
    await here.sync();
    expect([await ours(), await theirs()]).toEqual([[{ reason: "市级坚持" }], "市级坚持"]);
  });
});

describe("differences", () => {
  test("are told with their fields, and nothing is changed by looking", async () => {
    await here.city.admin("PUT /admin/titles", [seedTitle(5, { status: "EXPIRED" })]);
    const before = await here.rows("select count(*) from sync_runs");
    const options = { pool: worker, platform: here.platform, district };
    const [titles, recommendations] = await diffSync(options, 20);
    expect(titles?.records).toEqual([
      {
        key: `${creditCodeOf(5)}|SPECIALIZED|2024-1`,
        kind: "DIFFERS",
        fields: [{ field: "status", ours: "VALID", theirs: "EXPIRED" }],
      },
    ]);
    expect(recommendations?.count).toBe(0);
    expect(await here.rows("select count(*) from sync_runs")).toEqual(before);
    await here.sync();
    expect((await diffSync(options, 20)).map(({ count }) => count)).toEqual([0, 0]);
  });
});

describe("what is done once more", () => {
  test("a past pull taken in again changes nothing that is known", async () => {
    const [run] = await here.rows<{ id: string }>(
      "select id from sync_runs where direction = 'PULL' and applied > 0 order by started_at limit 1",
    );
    const before = await here.rows("select * from titles order by 1, 2, 3");
    const report = await here.sync({ replayRunId: run?.id ?? "", parts: [] });
    expect(report.parts[0]?.counts).toMatchObject({ applied: 0 });
    expect(await here.rows("select * from titles order by 1, 2, 3")).toEqual(before);
    await expect(here.sync({ replayRunId: "none", parts: [] })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("a dead letter is sent again with the same bytes, and no other batch is", async () => {
    await here.city.admin("POST /admin/faults", {
      on: "pushBatch",
      kind: "refuse-batch",
      codes: [creditCodeOf(61)],
      times: 1,
    });
    await here.recommend(61);
    await here.sync({ parts: ["push"] });
    const letter = async () =>
      (
        await here.rows<{ key: string; state: string; body_digest: string }>(
          "select idempotency_key as key, state, body_digest from sync_batches order by batch_no desc limit 1",
        )
      )[0];
    const dead = await letter();
    expect(dead?.state).toBe("PARKED");
    await here.sync({ resumeBatchKey: dead?.key ?? "", parts: ["push"] });
    expect(await letter()).toEqual({ ...dead, state: "ACKED" });
    const again = here.sync({ resumeBatchKey: dead?.key ?? "", parts: [] });
    await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("what can be proven", () => {
  const superuser = async (statement: string): Promise<void> => {
    const session = await here.session();
    await session.query("set session_replication_role = replica");
    await session.query(statement);
    await session.end();
  };
  const problems = async () =>
    (await proveLocally(worker, [])).flatMap((proof) => proof.problems.map(() => proof.what));

  test("after all this everything is intact", async () => {
    expect(await problems()).toEqual([]);
    const { runs, head } = await verifyLedger(worker);
    expect([runs > 10, head?.startsWith("2:")]).toEqual([true, true]);
  });

  const newest =
    "(select id from sync_runs where state <> 'RUNNING' order by finished_at desc limit 1)";
  const oldest = "(select id from sync_runs where state <> 'RUNNING' order by finished_at limit 1)";
  const tampering = [
    ["a count", `update sync_runs set applied = applied + 1, read = read + 1 where id = ${oldest}`],
    ["a stream", `update sync_runs set stream = 'other' where id = ${oldest}`],
    ["a run removed in the middle", `delete from sync_runs where id = ${oldest}`],
    ["the tail cut off", `delete from sync_runs where id = ${newest}`],
    [
      "a run added",
      "insert into sync_runs (peer_id, direction, stream, state, digest) values ('city', 'PULL', 'titles', 'DONE', 'x')",
    ],
  ] as const;
  test.each(tampering)("tampered ledger: %s is found", async (_, statement) => {
    await superuser("create table kept as select * from sync_runs");
    await superuser(statement);
    expect(await problems()).toContain("ledger");
    await superuser(
      "delete from sync_runs; insert into sync_runs select * from kept; drop table kept",
    );
    expect(await problems()).toEqual([]);
  });

  test("the ledger's tail cut off with the peer's word of it is found by the receipts", async () => {
    await here.sync();
    await superuser(
      "create table kept as select * from sync_runs; create table kept_p as select * from sync_peers",
    );
    for (let run = 0; run < 2; run++) {
      await superuser(
        `with cut as (delete from sync_runs where digest = (select ledger_head from sync_peers) returning previous_digest)
         update sync_peers set ledger_length = ledger_length - 1, ledger_head = (select previous_digest from cut)`,
      );
    }
    expect((await verifyLedger(worker)).problems).toEqual([
      expect.stringMatching(/^receipt .* the chain has no such place$/u),
    ]);
    await superuser(
      `delete from sync_runs; insert into sync_runs select * from kept; drop table kept;
       update sync_peers p set ledger_length = k.ledger_length, ledger_head = k.ledger_head from kept_p k; drop table kept_p`,
    );
    expect(await problems()).toEqual([]);
  });

  const shadowColumns = "peer_id, stream, entity_key, owner, record, digest, version, updated_at";
  test.each([
    ["batches", "update sync_batches set body = body || ' '::bytea where batch_no = 1"],
    ["shadow", "update sync_shadow set digest = repeat('0', 64) where entity_key like '%0|%'"],
    ["receipts", "update agreement_receipts set record_count = record_count + 1"],
  ])("tampered %s are found", async (what, statement) => {
    await superuser(`create table kept_b as select * from sync_batches`);
    await superuser(`create table kept_s as select ${shadowColumns} from sync_shadow`);
    await superuser(`create table kept_r as select * from agreement_receipts`);
    await superuser(statement);
    expect(new Set(await problems())).toEqual(new Set([what]));
    await superuser(
      `delete from sync_batches; insert into sync_batches select * from kept_b; drop table kept_b;
       delete from sync_shadow; insert into sync_shadow (${shadowColumns}) select * from kept_s; drop table kept_s;
       delete from agreement_receipts; insert into agreement_receipts select * from kept_r; drop table kept_r`,
    );
  });

  test("a receipt says what it is worth", async () => {
    const [receipt] = await readReceipts(worker, "city", { id: null, limit: 1 });
    const keys = await readStatementKeys(worker, "city");
    if (receipt === undefined) throw new Error("no receipt");
    expect(checkReceipt(receipt, keys).worth).toBe("CITY_SIGNED");
    expect(checkReceipt({ ...receipt, level: "L2" }, keys).worth).toBe("PEER_STATED");
    expect(checkReceipt(receipt, []).worth).toBe("BROKEN");
    expect(checkReceipt({ ...receipt, theirRoot: "0" }, keys).worth).toBe("BROKEN");
  });
});

describe("the database itself refuses", () => {
  test.each([
    ["a closed run changed", "update sync_runs set applied = 7"],
    ["a closed run removed", "delete from sync_runs"],
    ["a sealed body changed", "update sync_batches set body = 'x'"],
    ["a title of the city changed", "update titles set level = 'NATIONAL' where origin = 'CITY'"],
    ["a title of the city removed", "delete from titles where origin = 'CITY'"],
    ["a title made the city's", "update titles set origin = 'CITY' where origin = 'DISTRICT'"],
  ])("%s by the worker", async (_, statement) => {
    await expect(worker.query(statement)).rejects.toThrow(
      /refused|keeps its bytes|permission denied/u,
    );
  });

  test("even its owner a closed run changed", async () => {
    await expect(here.rows("update sync_runs set applied = 7")).rejects.toThrow(/append-only/u);
    await expect(here.rows("truncate sync_runs")).rejects.toThrow(/refused/u);
  });

  test.each([
    ["the worker", "a level of the city's", "update titles set level = level", "goldseed_worker"],
    ["the worker", "a title removed", "delete from titles", "goldseed_worker"],
    ["the city's word", "a town", "update titles set town_code = town_code", "goldseed_inbound"],
    [
      "the city's word",
      "a reason of ours",
      "update recommendations set reason = reason",
      "goldseed_inbound",
    ],
    [
      "the city's word",
      "a recommendation removed",
      "delete from recommendations",
      "goldseed_inbound",
    ],
    ["the city's word", "an enterprise", "update enterprises set name = name", "goldseed_inbound"],
  ])("by privilege, whatever a setting says, to %s: %s", async (_who, _what, statement, role) => {
    const client = await worker.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('goldseed.sync_origin', 'CITY', true)");
      if (role !== "goldseed_worker") await client.query(`set local role ${role}`);
      await expect(client.query(statement)).rejects.toThrow(/permission denied/u);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });

  test("not the town of a title, which follows the enterprise", async () => {
    const change = "update titles set town_code = '370211002' where origin = 'CITY'";
    expect((await worker.query(change)).rowCount).toBeGreaterThan(0);
  });
});
