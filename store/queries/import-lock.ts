/**
 * One import of a source at a time, across processes and machines. The lock is the session's: it falls when the process
 * dies, however it dies, which a row saying "running" would not.
 */
import type { Pool } from "../pool.ts";

export interface ImportLock {
  /** True when the connection broke, and the lock with it: the holder must stop. */
  readonly isLost: () => boolean;
  readonly release: () => Promise<void>;
}

/** Undefined when another session holds the lock. */
export async function takeImportLock(
  pool: Pool,
  sourceId: string,
): Promise<ImportLock | undefined> {
  const client = await pool.connect();
  let lost: Error | undefined;
  const onError = (error: Error) => {
    lost = error;
  };
  client.on("error", onError);
  const key = [
    "select pg_try_advisory_lock(hashtextextended($1, 0)) as taken",
    `goldseed:import:${sourceId}`,
  ] as const;
  const giveBack = () => {
    client.off("error", onError);
    client.release(lost);
  };
  try {
    const { rows } = await client.query<{ taken: boolean }>(key[0], [key[1]]);
    if (rows[0]?.taken !== true) {
      giveBack();
      return undefined;
    }
  } catch (error) {
    lost = error as Error;
    giveBack();
    throw error;
  }
  const release = async () => {
    if (lost === undefined) {
      await client
        .query("select pg_advisory_unlock(hashtextextended($1, 0))", [key[1]])
        .catch(onError);
    }
    giveBack();
  };
  return { isLost: () => lost !== undefined, release };
}
