/** The one way to open a transaction: isolation and timeouts are stated, and a failure always rolls back. */
import { cancelWhenLate } from "./cancel-when-late.ts";
import type { Pool, PoolClient } from "./pool.ts";

export interface TransactionOptions {
  /** Zero means no limit, for jobs over whole tables. */
  readonly statementTimeoutMs?: number;
  readonly lockTimeoutMs?: number;
  /**
   * "soon": the commit does not wait for the disk. After a power cut the last moments are as if they had not been, in
   * order: for steps of a job that is resumed from its own row, never for what somebody was told is done.
   */
  readonly durable?: "now" | "soon";
  readonly isolation?: "read committed" | "repeatable read" | "serializable";
  /** Aborted when the process is to end: a transaction that is still under way seconds later is cancelled and rolled back. */
  readonly signal?: AbortSignal | undefined;
}

/** Runs `work` in one transaction that is rolled back at its end. */
export async function undone(
  pool: Pool,
  work: (client: PoolClient) => Promise<void>,
): Promise<void> {
  const undo = new Error("undone");
  const working = inTransaction(pool, async (client) => {
    await work(client);
    throw undo;
  });
  await working.catch((error: unknown) => {
    if (error !== undo) throw error;
  });
}

/** Runs `work` in one transaction of `pool` and commits what it returns. */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const client = await pool.connect();
  const ended = cancelWhenLate(pool, client, options.signal);
  let broken: Error | undefined;
  try {
    await client.query(`begin isolation level ${options.isolation ?? "read committed"}`);
    await client.query(
      "select set_config('statement_timeout', $1, true), set_config('lock_timeout', $2, true)",
      [String(options.statementTimeoutMs ?? 30_000), String(options.lockTimeoutMs ?? 10_000)],
    );
    if (options.durable === "soon") await client.query("set local synchronous_commit = off");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    await ended();
    // A connection that cannot roll back is thrown away, not handed to the next caller.
    client.release(broken);
  }
}
