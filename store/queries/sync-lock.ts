/**
 * One exchange with a peer at a time. A session's lock, so that it falls with the process. It is courtesy and not safety:
 * behind a pooler that moves sessions two runs may meet, and sealing by a transaction's lock, equal bytes under equal
 * keys and guarded moves of state keep that harmless.
 */
import type { Pool } from "../pool.ts";

/** @returns how to give the lock back, or null while another session holds it. */
export async function takeSyncLock(
  pool: Pool,
  peerId: string,
): Promise<(() => Promise<void>) | null> {
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
