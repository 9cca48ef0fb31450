/**
 * A judgement of all, or by some packs alone, takes no marks, so that no mark keeps it apart from the portions of a running
 * Goldseed. Two that judge the same enterprise at once would each end the verdict they know and write one: both would be
 * in force. So it goes alone, and portions wait their turn meanwhile, with their marks where they are.
 */
import type { PoolClient } from "../pool.ts";

const key = "hashtextextended('goldseed:judging', 0)";

/** Until the end of the transaction; waits for the portions under way. */
export async function judgeAlone(client: PoolClient): Promise<void> {
  await client.query(`/* store:judge-alone */ select pg_advisory_xact_lock(${key})`);
}

/** @returns whether no judgement of all is under way or waits. Portions do not keep each other off. */
export async function mayJudgePortion(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    `/* store:judge-portion */ select pg_try_advisory_xact_lock_shared(${key}) as taken`,
  );
  return rows[0]?.taken === true;
}
