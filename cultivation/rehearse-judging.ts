/**
 * The way from a mark to an alert for one enterprise, undone at its end: what a connection reads of the catalogue the first
 * time, and the server from disk, the first record after a start does not wait for.
 */
import type { Criteria } from "../domain/criteria/criteria.ts";
import type { Pool } from "../store/pool.ts";
import { anyJudged } from "../store/queries/assess-verdicts.ts";
import { mayJudgePortion } from "../store/queries/judging-lock.ts";
import { undone } from "../store/transaction.ts";
import { assessWithin } from "./assess-enterprises.ts";
import { matchWithin } from "./match-screenings.ts";

/** @param pool of the worker role, whose connections are kept. */
export async function rehearseJudging(pool: Pool, criteria: Criteria): Promise<void> {
  await undone(pool, async (client) => {
    // While another process judges all, the first record waits for that in any case.
    if (!(await mayJudgePortion(client))) return;
    const codes = await anyJudged(client);
    if (codes.length === 0) return;
    await assessWithin(client, criteria, { creditCodes: codes });
    await matchWithin(client, { criteria }, { codes, only: null });
  });
}
