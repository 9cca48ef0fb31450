/** 督办: what is past its day stands before the district from then on, and its town learns of that. */
import type { Pool } from "../store/pool.ts";
import { escalateAlerts } from "../store/queries/alert-rows.ts";
import { inTransaction } from "../store/transaction.ts";

/** @param today `YYYY-MM-DD`. Idempotent. @returns how many were escalated now. */
export async function escalateOverdue(pool: Pool, today: string): Promise<number> {
  return inTransaction(pool, (client) =>
    escalateAlerts(client, {
      today,
      actor: "system:upkeep",
      reason: "逾期未办结，转区级督办",
    }),
  );
}
