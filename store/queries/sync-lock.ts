/**
 * One exchange with a peer at a time. A session's lock, so that it falls with the process. It is courtesy and not safety:
 * behind a pooler that moves sessions two runs may meet, and sealing by a transaction's lock, equal bytes under equal
 * keys and guarded moves of state keep that harmless.
 */
import { databaseFailure } from "../database-failure.ts";
import type { Pool } from "../pool.ts";

type GiveBack = () => Promise<void>;

/**
 * A connection that was cut while it lay idle may be found out by its first question only: this one can be asked again, and
 * stands before all others of an exchange.
 *
 * @returns how to give the lock back, or null while another session holds it.
 */
export async function takeSyncLock(pool: Pool, peerId: string): Promise<GiveBack | null> {
  for (let idleLeft = pool.idleCount; ; idleLeft -= 1) {
    try {
      return await tryLock(pool, peerId);
    } catch (error) {
      if (idleLeft <= 0 || databaseFailure(error) !== "DB_UNAVAILABLE") throw error;
    }
  }
}

async function tryLock(pool: Pool, peerId: string): Promise<GiveBack | null> {
  const client = await pool.connect();
  const name = `goldseed:sync:${peerId}`;
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on("error", onError);
  const giveBack = (): void => {
    client.off("error", onError);
    client.release(broken);
  };
  const { rows } = await client
    .query<{ taken: boolean }>("select pg_try_advisory_lock(hashtextextended($1, 0)) as taken", [
      name,
    ])
    .catch((error: Error) => {
      broken = error;
      giveBack();
      throw error;
    });
  if (rows[0]?.taken !== true) {
    giveBack();
    return null;
  }
  return async () => {
    await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [name]).catch(onError);
    giveBack();
  };
}
