/**
 * Puts every portrait on lists to be made anew when the day is another than the one they were made for (titles lapse, rights
 * run out, penalties are forgotten, peers have other figures) or the rules of scores and labels are.
 */
import type { Pool } from "../store/pool.ts";
import { listAll, listedDay, noteListedDay } from "../store/queries/dirty-marks.ts";
import { gatherMeasures } from "../store/queries/portrait-measures.ts";
import { rebuildScorePeers } from "../store/queries/portraits.ts";
import { inTransaction } from "../store/transaction.ts";
import { portraitRulesDigest, readScoreRules } from "./portrait/read-rules.ts";

/**
 * The spread among peers is made anew in the transaction that makes the lists: whoever still tells a place by the former
 * one is on them. During the day it stands, so that places of enterprises are places among the same.
 *
 * @param pool of the worker role. @param today `YYYY-MM-DD`. @returns how many were listed now.
 */
export async function listDuePortraits(pool: Pool, today: string): Promise<number> {
  const rules = portraitRulesDigest();
  const listed = await listedDay(pool, "PORTRAITS");
  // Also of a later day, from a clock that was ahead and was set right.
  if (listed !== null && listed.day === today && listed.rules === rules) return 0;
  return inTransaction(
    pool,
    async (client) => {
      const score = readScoreRules();
      await gatherMeasures(client, score, { asOf: today, codes: null });
      await rebuildScorePeers(client, score);
      await noteListedDay(client, "PORTRAITS", { day: today, rules });
      return listAll(client, "PORTRAITS");
    },
    { statementTimeoutMs: 0 },
  );
}
