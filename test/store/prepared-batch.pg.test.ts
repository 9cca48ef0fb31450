/** Statements of two callers on one connection: what is meant for the one never reaches the other. */
import { expect, test } from "vitest";

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

test("a cancel that comes late does not meet the next statement of the connection", async () => {
  const pool = openPool({
    url: database.workerUrl,
    name: "late",
    max: 2,
    statementTimeoutMs: 0,
    connectionTimeoutMs: 60_000,
  });
  const locks = await database.owner.connect();
  try {
    await locks.query("select pg_advisory_lock(1), pg_advisory_lock(2)");
    // The other connection is somebody's: the next caller is first in the line for ours, the cancel behind him.
    const held = await pool.connect();
    const leaving = new AbortController();
    const first = runPrepared(pool, waitFor("1"), leaving.signal);
    const second = runPrepared(pool, waitFor("2"));
    await untilWaiting(1);
    leaving.abort(new Error("gone"));
    await locks.query("select pg_advisory_unlock(1)");
    expect((await first)?.toString()).toBe("passed");
    await untilWaiting(2);
    held.release();
    // Behind the cancel in the line.
    await pool.query("select 1");
    await locks.query("select pg_advisory_unlock(2)");
    expect((await second)?.toString()).toBe("passed");
  } finally {
    locks.release(true);
    await pool.end();
  }
});

test("a statement whose caller has gone is cancelled in the database", async () => {
  const locks = await database.owner.connect();
  try {
    await locks.query("select pg_advisory_lock(3)");
    const leaving = new AbortController();
    const cancelled = runPrepared(database.worker, waitFor("3"), leaving.signal);
    await untilWaiting(3);
    leaving.abort(new Error("gone"));
    await expect(cancelled).rejects.toMatchObject({ code: "57014" });
  } finally {
    locks.release(true);
  }
});
