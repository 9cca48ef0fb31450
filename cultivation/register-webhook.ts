/** An officer has an address told of the alerts of its own areas. The secret is answered once and never again. */
import { assertMayKeepWebhooks } from "../domain/access/alert-rights.ts";
import type { Principal } from "../domain/access/principal.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { Pool } from "../store/pool.ts";
import { countWebhooks, insertWebhook, lockWebhooksOf } from "../store/queries/webhooks.ts";
import { inTransaction } from "../store/transaction.ts";
import { addressRule, assertLiteralAllowed } from "./webhooks/allowed-address.ts";
import type { WebhookRules } from "./webhooks/webhook-rules.ts";
import { webhookSecret } from "./webhooks/webhook-secret.ts";

export interface WebhookRequest {
  readonly name: string;
  readonly url: string;
  /** New alerts alone; every event when false. */
  readonly raisedOnly: boolean;
}

const mostOfOne = 20;

/** @throws GoldseedError FORBIDDEN, BAD_USER_INPUT, WEBHOOK_ADDRESS_REFUSED. */
export async function registerWebhook(
  pool: Pool,
  principal: Principal,
  request: WebhookRequest,
  rules: WebhookRules,
): Promise<{ readonly id: string; readonly secret: string }> {
  assertMayKeepWebhooks(principal);
  const name = request.name.trim();
  if (name === "" || name.length > 60)
    throw wrong(`名称“${name}”无效 / The name must have 1 to 60 characters, got ${name.length}.`);
  assertAddress(request.url, rules);
  const { subject, tier, areaCodes, role } = principal;
  const id = await inTransaction(pool, async (client) => {
    // Two at once would each count 19.
    await lockWebhooksOf(client, subject);
    if ((await countWebhooks(client, subject)) >= mostOfOne)
      throw wrong(
        `您已有 ${mostOfOne} 个推送地址 / You have ${mostOfOne} webhooks, which is the most. 请先移除不用的 / Remove one first.`,
      );
    // What leaves the house is internal at most, whatever its owner may see here.
    const clearance = principal.clearance === "L1" ? "L1" : "L2";
    return insertWebhook(client, { ...request, name, subject, tier, areaCodes, role, clearance });
  });
  return { id, secret: webhookSecret(rules.key, { id, generation: 1 }) };
}

function assertAddress(text: string, { privateNetworks }: WebhookRules): void {
  const url = URL.canParse(text) && text.length <= 2_000 ? new URL(text) : null;
  const isPlain = url?.protocol === "http:";
  if (url === null || (url.protocol !== "https:" && !isPlain))
    throw wrong(`推送地址“${text.slice(0, 200)}”无效 / Expected an address of the form https://…`);
  if (url.username !== "" || url.password !== "" || url.hash !== "")
    throw wrong(
      "推送地址不得含用户名、口令或片段 / The address must hold neither user, password nor fragment: messages are signed, which proves the sender.",
    );
  if (isPlain && privateNetworks.length === 0)
    throw wrong(
      "推送地址须为 https / Plain http is for networks that WEBHOOK_NETWORKS names. Use https://…",
    );
  assertLiteralAllowed(url, addressRule(privateNetworks));
}

function wrong(message: string): GoldseedError {
  return new GoldseedError("BAD_USER_INPUT", message);
}
