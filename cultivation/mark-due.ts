/**
 * Marks everybody to be judged anew when the day has changed since the figures were made (titles lapse, years end) or the
 * packs have (a release brought others). Judging then goes on in portions, those with new facts first.
 */
import type { Criteria } from "../domain/criteria/criteria.ts";
import type { Pool } from "../store/pool.ts";
import { statisticsDay } from "../store/queries/area-statistics.ts";
import { markAllForJudging } from "../store/queries/dirty-marks.ts";
import { inTransaction } from "../store/transaction.ts";
import { recordCriteria } from "./assess/record-criteria.ts";

/**
 * @param pool of the worker role.
 * @param criteria that take effect now; null where nothing but the day may be another: who only goes on judging does not put
 *   its packs in the place of those that somebody else has judged by since.
 * @returns how many were marked now.
 */
export async function markDue(
  pool: Pool,
  criteria: Criteria | null,
  today: string,
): Promise<number> {
  const madeOn = await statisticsDay(pool);
  return inTransaction(pool, async (client) => {
    const changed = criteria === null ? 0 : await recordCriteria(client, criteria);
    return changed > 0 || madeOn === null || madeOn < today ? markAllForJudging(client) : 0;
  });
}
