/**
 * Lists everybody to be judged anew when the day has changed since that was done last (titles lapse, years end) or the packs,
 * the catalogue or the rules of the libraries have (a release brought others). Judging then goes on in portions, those with
 * new facts first.
 */
import type { Criteria } from "../domain/criteria/criteria.ts";
import type { Pool } from "../store/pool.ts";
import { listAll, listedDay, noteListedDay } from "../store/queries/dirty-marks.ts";
import { inTransaction } from "../store/transaction.ts";
import { judgingRulesDigest } from "./assess/judging-rules-digest.ts";
import { recordCriteria } from "./assess/record-criteria.ts";

/**
 * @param pool of the worker role.
 * @param criteria that take effect now; null where nothing but the day may be another: who only goes on judging does not put
 *   its packs in the place of those that somebody else has judged by since.
 * @returns how many were listed now.
 */
export async function markDue(
  pool: Pool,
  criteria: Criteria | null,
  today: string,
): Promise<number> {
  return inTransaction(pool, async (client) => {
    const listed = await listedDay(client, "INDICATORS");
    const rules = criteria === null ? (listed?.rules ?? "") : judgingRulesDigest(criteria);
    const changed = criteria === null ? 0 : await recordCriteria(client, criteria);
    // Also of a later day: a clock that was ahead and was set right has judged everybody by a day that has not come.
    const isSame = listed !== null && listed.day === today && listed.rules === rules;
    if (changed === 0 && isSame) return 0;
    await noteListedDay(client, "INDICATORS", { day: today, rules });
    return listAll(client, "INDICATORS");
  });
}
