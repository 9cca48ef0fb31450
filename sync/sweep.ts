/** The hourly look for changes that no trigger told of. Needs no city: what is found waits in the outbox for the next exchange. */
import { pruneNotices, sweepRecommendations } from "../store/queries/sync-sweep.ts";
import type { Pool } from "../store/pool.ts";
import { joinWholeSets } from "../store/queries/sync-whole-sets.ts";
import { inTransaction } from "../store/transaction.ts";

/** Long enough to follow by hand what became of a change. */
const noticesKeptDays = 30;

/** @returns how many changes nobody had told of; above 0 is an alarm. */
export async function sweep(pool: Pool, peerId = "city"): Promise<number> {
  return inTransaction(pool, async (client) => {
    await joinWholeSets(client);
    const found = await sweepRecommendations(client, peerId);
    await pruneNotices(client, noticesKeptDays);
    return found;
  });
}
