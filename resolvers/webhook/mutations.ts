/** Writes about webhooks: one call of an engine each. */
import { changeWebhook } from "../../cultivation/change-webhook.ts";
import { readWebhooks } from "../../cultivation/read-webhooks.ts";
import { registerWebhook } from "../../cultivation/register-webhook.ts";
import type {
  MutationChangeWebhookArgs,
  MutationRegisterWebhookArgs,
} from "../../schema/generated/types.ts";
import type { EngineContext, Mutations } from "../engine-language.ts";
import { webhookValue } from "./webhook-value.ts";

export const webhookMutations = {
  registerWebhook: async ({ input }: MutationRegisterWebhookArgs, context) => {
    const { pool, principal, webhooks } = context;
    const request = { ...input, raisedOnly: input.raisedOnly ?? true };
    const { id, secret } = await registerWebhook(pool, principal, request, webhooks);
    return { webhook: await valueOf(context, id), secret };
  },
  changeWebhook: async ({ input }: MutationChangeWebhookArgs, context) => {
    const { pool, principal, webhooks } = context;
    const { secret, revived } = await changeWebhook(pool, principal, input, webhooks);
    return { webhook: await valueOf(context, input.id), secret, revived };
  },
} satisfies Mutations;

async function valueOf({ pool, principal }: EngineContext, id: string) {
  const [report] = await readWebhooks(pool, principal, id);
  return report === undefined ? null : webhookValue(report);
}
