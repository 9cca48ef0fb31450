/** Tells webhooks of alerts as they are committed, and of what is to be tried again, for as long as this process leads. */
import { type DeliveryOptions, webhookDelivery } from "../cultivation/deliver-webhooks.ts";
import { listen } from "../store/listen.ts";
import { channels } from "../store/notify.ts";
import type { LogEvent } from "./log-line.ts";
import { wakeableBell } from "./wakeable-bell.ts";

export type WebhookParts = Pick<DeliveryOptions, "ask" | "rules" | "requireAssignment">;

export interface DeliverOptions extends WebhookParts, Pick<DeliveryOptions, "pool"> {
  /** Where to hear of alerts. */
  readonly listenUrl: string;
  readonly log: (event: LogEvent) => void;
}

/** Alerts wake the delivery at once; this is for what is to be tried again, and for a notice that was lost. */
const intervalMs = 1_000;

export async function deliverInTurn(options: DeliverOptions, signal: AbortSignal): Promise<void> {
  const { listenUrl, log } = options;
  const bell = wakeableBell();
  const ears = listen({ url: listenUrl, channel: channels.alerts, onNotice: bell.ring });
  const onError = (error: unknown) =>
    log({
      level: "warn",
      job: "webhooks",
      message: error instanceof Error ? error.message : String(error),
    });
  const delivery = webhookDelivery({ ...options, signal, onError });
  while (await bell.wait(intervalMs, signal)) await delivery.turn().catch(onError);
  await ears.close();
  await delivery.settle();
}
