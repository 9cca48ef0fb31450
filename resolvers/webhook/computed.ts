/** Webhooks are no rows of the graph: whose they are is decided by the engine that keeps them. */
import { readWebhooks } from "../../cultivation/read-webhooks.ts";
import type { ComputedFields } from "../engine-language.ts";
import { webhookValue } from "./webhook-value.ts";

export const webhookComputed = {
  "Query.webhooks": async (_args, { pool, principal }) =>
    (await readWebhooks(pool, principal)).map(webhookValue),
} satisfies ComputedFields;
