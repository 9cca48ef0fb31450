/** The lock of an exchange, over connections that may be dead without anybody having noticed. */
import { expect, test } from "vitest";

import type { Pool, PoolClient } from "../../../store/pool.ts";
import { takeSyncLock } from "../../../store/queries/sync-lock.ts";
import { createTestDatabase } from "../../kit/database.ts";

const db = await createTestDatabase();

/** A pool whose first connections fail as those do that were cut while they lay idle. */
function poolOfDead(dead: number, code: string): { pool: Pool; released: unknown[] } {
  const released: unknown[] = [];
  let left = dead;
  const client = {
    on: () => client,
    off: () => client,
    query: () => Promise.reject(Object.assign(new Error(`write ${code}`), { code })),
    release: (error: unknown) => released.push(error),
  } as unknown as PoolClient;
  const connect = () => (left-- > 0 ? Promise.resolve(client) : db.worker.connect());
  return { pool: { idleCount: dead, connect } as unknown as Pool, released };
}

test("dead connections are thrown away, and the lock is taken over one that lives", async () => {
  const { pool, released } = poolOfDead(2, "EPIPE");
  const giveBack = await takeSyncLock(pool, "city");
  expect(released).toEqual([expect.any(Error), expect.any(Error)]);
  expect(await takeSyncLock(db.worker, "city")).toBeNull();
  await giveBack?.();
  const again = await takeSyncLock(db.worker, "city");
  expect(again).not.toBeNull();
  await again?.();
});

test("another fault is told at once", async () => {
  const { pool, released } = poolOfDead(1, "42501");
  await expect(takeSyncLock(pool, "city")).rejects.toMatchObject({ code: "42501" });
  expect(released).toHaveLength(1);
});

test("a database that stays away is told after as many as lay idle", async () => {
  const { pool } = poolOfDead(5, "EPIPE");
  const away = { ...pool, idleCount: 2 } as Pool;
  await expect(takeSyncLock(away, "city")).rejects.toMatchObject({ code: "EPIPE" });
});
