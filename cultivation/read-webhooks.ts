/** Webhooks with how their deliveries stand: one's own, and for the district's officers all. */
import { assertMayKeepWebhooks } from "../domain/access/alert-rights.ts";
import type { Principal } from "../domain/access/principal.ts";
import type { Pool } from "../store/pool.ts";
import { type FailedDelivery, listDead } from "../store/queries/webhook-deliveries.ts";
import { type ListedWebhook, listWebhooks } from "../store/queries/webhooks.ts";

export interface WebhookReport extends ListedWebhook {
  /** What was given up, newest first. */
  readonly failures: readonly FailedDelivery[];
}

const mostFailures = 20;

/** @param id of one alone; all when left out. @throws GoldseedError FORBIDDEN. */
export async function readWebhooks(
  pool: Pool,
  principal: Principal,
  id: string | null = null,
): Promise<readonly WebhookReport[]> {
  assertMayKeepWebhooks(principal);
  const own = principal.tier === "DISTRICT" ? null : principal.subject;
  const listed = await listWebhooks(pool, own, id);
  return Promise.all(
    listed.map(async (one) => ({
      ...one,
      failures: one.dead === 0 ? [] : await listDead(pool, one.id, mostFailures),
    })),
  );
}
