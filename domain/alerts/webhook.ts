/** The words of webhooks: how they and their deliveries stand, when a delivery is tried again, and when it is given up. */

export const webhookStates = ["ACTIVE", "PAUSED", "REMOVED"] as const;
export type WebhookState = (typeof webhookStates)[number];

/** WITHHELD: its owner may not see the alert, or may see nothing any more; it was not sent. */
export const deliveryStates = ["PENDING", "DELIVERED", "WITHHELD", "DEAD"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What may be done with a webhook, beside registering it. */
export const webhookActions = ["PAUSE", "RESUME", "ROTATE_SECRET", "RETRY", "REMOVE"] as const;
export type WebhookAction = (typeof webhookActions)[number];

/** The schedule of Standard Webhooks: ten attempts over three days. */
const pausesS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

/**
 * Seconds from a failed attempt to the next; null when it was the last.
 *
 * @param attempt 1 for the first. @param chance from 0 to 1: a receiver that comes back is not met by all at once.
 * @param askedS what the receiver asked for by Retry-After, honoured up to a day.
 */
export function pauseAfter(
  attempt: number,
  chance: number,
  askedS: number | null = null,
): number | null {
  const usual = pausesS[attempt - 1];
  if (usual === undefined) return null;
  return Math.max(usual * (0.8 + 0.4 * chance), Math.min(askedS ?? 0, 86_400));
}
