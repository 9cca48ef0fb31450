/** A webhook is paused, resumed, given a new secret, told again what was given up, or removed: by its owner or the district. */
import { assertMayKeepWebhooks } from "../domain/access/alert-rights.ts";
import type { Principal } from "../domain/access/principal.ts";
import type { WebhookAction } from "../domain/alerts/webhook.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { Pool, PoolClient } from "../store/pool.ts";
import {
  lockWebhook,
  reviveDeliveries,
  rotateSecret,
  type WebhookRow,
  writeWebhookState,
} from "../store/queries/webhooks.ts";
import { inTransaction } from "../store/transaction.ts";
import type { WebhookRules } from "./webhooks/webhook-rules.ts";
import { webhookSecret } from "./webhooks/webhook-secret.ts";

export interface WebhookChange {
  readonly id: string;
  readonly action: WebhookAction;
  readonly reason?: string | null | undefined;
}

export interface ChangedWebhook {
  /** The new secret, after ROTATE_SECRET alone. */
  readonly secret: string | null;
  /** Deliveries that are due again, after RETRY. */
  readonly revived: number;
}

/** Receivers have so long to take the new secret. */
const overlapS = 86_400;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws GoldseedError FORBIDDEN, NOT_FOUND. */
export async function changeWebhook(
  pool: Pool,
  principal: Principal,
  change: WebhookChange,
  rules: WebhookRules,
): Promise<ChangedWebhook> {
  assertMayKeepWebhooks(principal);
  return inTransaction(pool, async (client) => {
    const found = uuid.test(change.id) ? await lockWebhook(client, change.id) : undefined;
    const webhook = known(found, principal, change.id);
    return carryOut(client, webhook, change, rules);
  });
}

/** Another's webhook is answered as one that is not there. */
function known(webhook: WebhookRow | undefined, principal: Principal, id: string): WebhookRow {
  if (webhook?.subject === principal.subject || (webhook && principal.tier === "DISTRICT"))
    return webhook;
  throw new GoldseedError(
    "NOT_FOUND",
    `没有推送地址“${id}” / There is no such webhook of yours. 请核对编号 / Check the id.`,
  );
}

async function carryOut(
  client: PoolClient,
  { id }: WebhookRow,
  { action, reason }: WebhookChange,
  { key }: WebhookRules,
): Promise<ChangedWebhook> {
  const done = { secret: null, revived: 0 };
  switch (action) {
    case "PAUSE":
      await writeWebhookState(client, id, "PAUSED", reason?.trim() || "paused by an officer");
      return done;
    case "RESUME":
      await writeWebhookState(client, id, "ACTIVE", null);
      return done;
    case "REMOVE":
      await writeWebhookState(client, id, "REMOVED", reason?.trim() || "removed by an officer");
      return done;
    case "RETRY":
      return { ...done, revived: await reviveDeliveries(client, id) };
    case "ROTATE_SECRET": {
      const generation = await rotateSecret(client, id, overlapS);
      return { ...done, secret: webhookSecret(key, { id, generation }) };
    }
  }
}
