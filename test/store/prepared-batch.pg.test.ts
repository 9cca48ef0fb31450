/** Statements of two callers on one connection: what is meant for the one never reaches the other. */
import pg from "pg";
import { expect, test, vi } from "vitest";

import { openPool } from "../../store/pool.ts";
import { type BoundStatement, runPrepared } from "../../store/prepared-batch.ts";
import { createTestDatabase } from "../kit/database.ts";

const database = await createTestDatabase();

/** Waits in the database for as long as the test holds that lock. */
const waitFor = (lock: string): readonly [BoundStatement] => [
  {
    statement: { name: "wait", text: "select pg_advisory_lock_shared($1)::text || 'passed'" },
    values: [lock],
  },
];

async function untilWaiting(lock: number): Promise<void> {
  const found = "select from pg_locks where locktype = 'advisory' and objid = $1 and not granted";
  while ((await database.owner.query(found, [lock])).rowCount === 0)
    await new Promise((done) => setTimeout(done, 5));
}

/** Of one connection alone: who is cancelled over it, and who runs on it next. */
function openOne(name: string) {
  return openPool({
    url: database.workerUrl,
    name,
    max: 1,
    statementTimeoutMs: 0,
    connectionTimeoutMs: 60_000,
  });
}

test("a cancel that comes late does not meet the next statement of the connection", async () => {
  const pool = openOne("late");
  const locks = await database.owner.connect();
  const goodbye = vi.spyOn(pg.Client.prototype, "end");
  try {
    // Who has waited for a lock holds it: others each time.
    for (let one = 101; one < 140; one += 2) {
      const [mine, next] = [String(one), String(one + 1)];
      await locks.query("select pg_advisory_lock($1), pg_advisory_lock($2)", [mine, next]);
      const leaving = new AbortController();
      const first = runPrepared(pool, waitFor(mine), leaving.signal).catch(codeOf);
      const second = runPrepared(pool, waitFor(next));
      await untilWaiting(one);
      goodbye.mockClear();
      leaving.abort(new Error("gone"));
      await locks.query("select pg_advisory_unlock($1)", [mine]);
      // Mostly it has passed before the cancel had a connection of its own.
      expect(["passed", "57014"]).toContain(String(await first));
      await untilWaiting(one + 1);
      await vi.waitFor(() => expect(goodbye).toHaveBeenCalled(), { timeout: 10_000, interval: 5 });
      await locks.query("select pg_advisory_unlock($1)", [next]);
      expect(String(await second)).toBe("passed");
    }
  } finally {
    goodbye.mockRestore();
    locks.release(true);
    await pool.end();
  }
});

const codeOf = (error: unknown) => (error as { code?: string }).code;

test("a statement whose caller has gone is cancelled though all connections are held", async () => {
  const pool = openOne("gone");
  const locks = await database.owner.connect();
  try {
    await locks.query("select pg_advisory_lock(3)");
    const leaving = new AbortController();
    const cancelled = runPrepared(pool, waitFor("3"), leaving.signal);
    await untilWaiting(3);
    leaving.abort(new Error("gone"));
    await expect(cancelled).rejects.toMatchObject({ code: "57014" });
  } finally {
    locks.release(true);
    await pool.end();
  }
});
