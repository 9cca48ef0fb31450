/** What the settings and the data folder say of webhooks. */
import type { Config } from "../config/options.ts";
import type { Secrets } from "../config/secrets.ts";
import type { WebhookRules } from "../cultivation/webhooks/webhook-rules.ts";

export function webhookRules(
  { webhookKey, webhookNetworks }: Pick<Config, "webhookKey" | "webhookNetworks">,
  secrets: Pick<Secrets, "webhookKey">,
): WebhookRules {
  return {
    key: Buffer.from(webhookKey ?? secrets.webhookKey),
    privateNetworks: webhookNetworks ?? [],
  };
}
