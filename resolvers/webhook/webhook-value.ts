/** A webhook as the graph tells it. */
import type { WebhookReport } from "../../cultivation/read-webhooks.ts";

export function webhookValue(report: WebhookReport) {
  const { subject: owner, areaCodes: areas, failures, ...rest } = report;
  return {
    ...rest,
    owner,
    areas,
    failures: failures.map(({ lastError: error, settledAt: at, ...failure }) => ({
      ...failure,
      error,
      at,
    })),
  };
}
