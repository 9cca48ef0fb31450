/**
 * Several prepared statements in one write to the server: Bind and Execute of each, one Sync.
 *
 * The driver sends one statement a query and waits; here what the first sets is there for the next, and gone at Sync.
 */
import type { Octets } from "../lib/octets.ts";
import type { Leaving } from "../lib/leaving.ts";
import { Job } from "./lanes/job.ts";
import { lanesOf, type Pool } from "./pool.ts";

export interface Statement {
  /** Stable name of the prepared statement: equal names mean equal texts. */
  readonly name: string;
  readonly text: string;
}

export interface BoundStatement {
  readonly statement: Statement;
  readonly values: readonly (string | null)[];
  /** Its bytes on the wire, where they were made beforehand. */
  readonly message?: Buffer;
}

export type Batch = readonly [BoundStatement, ...BoundStatement[]];

/**
 * Runs the statements in one implicit transaction and one round trip.
 * @returns the last one's first column as UTF-8, rows joined by line breaks, or null when there is no row.
 */
export function runPrepared(pool: Pool, batch: Batch, signal?: Leaving): Promise<Octets | null> {
  const lanes = lanesOf(pool);
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const job = new Job(batch, (error, bytes) => {
      signal?.removeEventListener("abort", cancel);
      if (error) reject(error);
      else resolve(bytes);
    });
    const cancel = () => lanes.cancel(job, signal?.reason as Error);
    signal?.addEventListener("abort", cancel, { once: true });
    lanes.run(job);
  });
}
