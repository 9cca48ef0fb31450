/**
 * Computes every read model anew from the facts and tells where what is stored is other: portraits, labels, the columns
 * lists sort by, the rows of lists of a library, the statistics grid, the yearly reports, and the town and zone on every row. The rebuild is the one that the worker runs, in
 * one transaction that is taken back unless the differences are to be repaired. Places among peers are by the spread that is in
 * force: it is of the morning, and facts that have come since enter that of tomorrow.
 */
import { dayInChina } from "../lib/day-in-china.ts";
import type { Pool, PoolClient } from "../store/pool.ts";
import { refreshAreaStatistics } from "../store/queries/area-statistics.ts";
import { settleListedMembers } from "../store/queries/listed-members.ts";
import { carryScope } from "../store/queries/move-enterprise.ts";
import {
  type Difference,
  dropOrphans,
  keepReadModels,
  readModelDifferences,
  scopeDifferences,
  waitingPortraits,
} from "../store/queries/read-model-differences.ts";
import { inTransaction } from "../store/transaction.ts";
import { refreshPortraitsWithin } from "./refresh-portraits.ts";

export interface VerifyOptions {
  /** Keep what has been computed. */
  readonly repair: boolean;
  /** The day portraits are looked at, `YYYY-MM-DD`; today when left out. */
  readonly asOf?: string;
}

export interface Verification {
  readonly differences: readonly Difference[];
  /** Portraits that the worker has yet to look at, all of them on a day that it has not begun: differences until it has. */
  readonly waiting: number;
  readonly repaired: boolean;
}

/** @param pool of the worker role. */
export async function verifyReadModels(pool: Pool, options: VerifyOptions): Promise<Verification> {
  try {
    return await inTransaction(
      pool,
      async (client) => {
        const found = await computeAnew(client, options);
        if (!options.repair) throw new TakenBack(found);
        return { ...found, repaired: true };
      },
      { statementTimeoutMs: 0, isolation: "repeatable read" },
    );
  } catch (error) {
    if (error instanceof TakenBack) return { ...error.found, repaired: false };
    throw error;
  }
}

type Found = Omit<Verification, "repaired">;

/** Rolls the transaction back and carries what it found out of it. */
class TakenBack extends Error {
  readonly found: Found;

  constructor(found: Found) {
    super("The read models were looked at and left as they were.");
    this.found = found;
  }
}

async function computeAnew(client: PoolClient, { asOf }: VerifyOptions): Promise<Found> {
  const waiting = await waitingPortraits(client, asOf ?? dayInChina(Date.now()));
  const scope = await scopeDifferences(client);
  await keepReadModels(client);
  await carryScope(client, scope.codes);
  await dropOrphans(client, asOf);
  await refreshPortraitsWithin(client, asOf === undefined ? {} : { asOf });
  await refreshAreaStatistics(client, asOf);
  await settleListedMembers(client);
  const differences = [...scope.differences, ...(await readModelDifferences(client))];
  return { differences, waiting };
}
