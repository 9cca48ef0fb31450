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

const keyOf = (sourceId: string): string => `goldseed:import:${sourceId}`;

/** Whether somebody, in whatever process, works on an import of the source at this moment. */
export async function isImportUnderWay(pool: Pool, sourceId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `/* store:import-under-way */ select from pg_locks join pg_database d on d.oid = database
     where locktype = 'advisory' and granted and objsubid = 1 and datname = current_database()
       and (classid::bigint << 32 | objid::bigint) = hashtextextended($1, 0)`,
    [keyOf(sourceId)],
  );
  return rowCount !== 0;
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
    keyOf(sourceId),
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
