/**
 * Tells webhooks of alerts: notices of the outbox become deliveries, each is read as its owner of this moment, signed and
 * sent, tried again after longer and longer pauses, and given up after the tenth attempt. A receiver may be told twice, when
 * the process dies between sending and writing it down: the message id is the same then.
 */
import { pauseAfter } from "../domain/alerts/webhook.ts";
import type { Pool } from "../store/pool.ts";
import {
  type DeliveringWebhook,
  postponeDelivery,
  readDeliveringWebhook,
  readDueTargets,
  settleDelivery,
  type TakenDelivery,
  takeDeliveries,
  writeDeliveries,
} from "../store/queries/webhook-deliveries.ts";
import { writeWebhookState } from "../store/queries/webhooks.ts";
import { alertMessage, type AskGraph, messageId } from "./webhooks/alert-message.ts";
import { addressRule } from "./webhooks/allowed-address.ts";
import { deliveryPrincipal } from "./webhooks/delivery-principal.ts";
import { openSender, type Sender } from "./webhooks/send-message.ts";
import type { WebhookRules } from "./webhooks/webhook-rules.ts";
import { signatureHeaders } from "./webhooks/webhook-secret.ts";

export interface DeliveryOptions {
  /** Of the worker role. */
  readonly pool: Pool;
  readonly ask: AskGraph;
  readonly rules: WebhookRules;
  /** Owners without an assignment are told nothing. */
  readonly requireAssignment: boolean;
  readonly signal: AbortSignal;
  readonly onError: (error: unknown) => void;
  /** For the whole of one attempt; 10 s when left out. */
  readonly timeoutMs?: number;
  /** Told before each step by its name: fault tests end the process there. */
  readonly onStep?: (step: DeliveryStep) => void;
}

export const deliverySteps = ["written", "taken", "read", "sent", "settled"] as const;
export type DeliveryStep = (typeof deliverySteps)[number];

export interface WebhookDelivery {
  /** Writes what is new, and begins to send what is due; a slow receiver keeps no other waiting. */
  readonly turn: () => Promise<void>;
  /** Waits for what is under way. */
  readonly settle: () => Promise<void>;
}

/** Notices looked at in one statement. */
const writtenAtOnce = 5_000;
/** Messages under way to one receiver. */
const sentAtOnce = 8;
const usualTimeoutMs = 10_000;

export function webhookDelivery(options: DeliveryOptions): WebhookDelivery {
  const { pool, signal, rules, timeoutMs = usualTimeoutMs } = options;
  const underWay = new Map<string, Promise<void>>();
  const sender = openSender({ allowed: addressRule(rules.privateNetworks), timeoutMs });
  signal.addEventListener("abort", sender.close, { once: true });
  const begin = (target: string) => {
    const work = tell({ ...options, sender, timeoutMs }, target)
      .catch(options.onError)
      .finally(() => underWay.delete(target));
    underWay.set(target, work);
  };
  return {
    turn: async () => {
      while (!signal.aborted && (await writeDeliveries(pool, writtenAtOnce)) === writtenAtOnce);
      options.onStep?.("written");
      for (const target of await readDueTargets(pool)) if (!underWay.has(target)) begin(target);
    },
    settle: async () => {
      await Promise.all(underWay.values());
    },
  };
}

type Telling = DeliveryOptions & { readonly sender: Sender; readonly timeoutMs: number };

/** All that is due for one webhook, until something fails: then the receiver is left alone until the next turn. */
async function tell(telling: Telling, target: string): Promise<void> {
  const { pool, signal, timeoutMs } = telling;
  const lease = { limit: sentAtOnce, leaseMs: 2 * timeoutMs };
  while (!signal.aborted) {
    const webhook = await readDeliveringWebhook(pool, target);
    if (webhook === undefined) return;
    const taken = await takeDeliveries(pool, target, lease);
    if (taken.length === 0) return;
    telling.onStep?.("taken");
    const done = await Promise.all(
      taken.map((one) =>
        deliver(telling, webhook, one).catch((error: unknown) => broken(telling, one, error)),
      ),
    );
    telling.onStep?.("settled");
    if (done.includes(false)) return;
  }
}

/**
 * What was told with it goes on to its end. An alert that cannot be read waits and is given up as a receiver that fails is:
 * a retry at the end of each lease would go on for ever, every 20 s. Of a database that is away nothing can be written: the
 * lease is left to end.
 */
async function broken(telling: Telling, taken: TakenDelivery, error: unknown): Promise<false> {
  telling.onError(error);
  if (telling.signal.aborted) return false;
  const why = error instanceof Error ? error.message : String(error);
  const failure = { status: null, error: `not sent: ${why}`.slice(0, 500), retryAfterS: null };
  await failed(telling.pool, taken, failure).catch(telling.onError);
  return false;
}

/** @returns false when it is to be tried again. */
async function deliver(
  telling: Telling,
  webhook: DeliveringWebhook,
  taken: TakenDelivery,
): Promise<boolean> {
  const { pool } = telling;
  const principal = deliveryPrincipal(webhook, telling.requireAssignment);
  if ("withheld" in principal) {
    await settleDelivery(pool, taken, "WITHHELD", principal.withheld);
    return true;
  }
  const body = await alertMessage(telling.ask, principal, taken);
  telling.onStep?.("read");
  if (body === null) {
    await settleDelivery(pool, taken, "WITHHELD", "the owner may not see the alert");
    return true;
  }
  const sent = await telling.sender.send({
    url: webhook.url,
    headers: { ...plainHeaders, ...signed(telling, webhook, { taken, body }) },
    body,
  });
  telling.onStep?.("sent");
  if (sent.error === null) await settleDelivery(pool, taken, "DELIVERED", null);
  else await failed(pool, taken, { ...sent, error: sent.error });
  return sent.error === null;
}

const plainHeaders = {
  "content-type": "application/json; charset=utf-8",
  "user-agent": "goldseed-webhook/1",
};

function signed(
  { rules }: Telling,
  { id, generation, signsFormer }: DeliveringWebhook,
  { taken, body }: { readonly taken: TakenDelivery; readonly body: string },
): Readonly<Record<string, string>> {
  const owners = [{ id, generation }, ...(signsFormer ? [{ id, generation: generation - 1 }] : [])];
  const timestamp = Math.floor(Date.now() / 1_000);
  return signatureHeaders(rules.key, owners, { id: messageId(taken), timestamp, body });
}

interface Failed {
  readonly status: number | null;
  readonly error: string;
  readonly retryAfterS: number | null;
}

async function failed(pool: Pool, taken: TakenDelivery, failure: Failed): Promise<void> {
  const { status, error, retryAfterS } = failure;
  const pauseS = pauseAfter(taken.attempt, Math.random(), retryAfterS);
  // 410 is what Standard Webhooks lets a receiver say to be told nothing more.
  if (status === 410)
    await writeWebhookState(pool, taken.target, "PAUSED", "the receiver answered 410 Gone");
  if (pauseS === null) await settleDelivery(pool, taken, "DEAD", error);
  else await postponeDelivery(pool, taken, pauseS, error);
}
