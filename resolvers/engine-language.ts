/**
 * The words in which a noun says how an engine answers: mutations, and query fields that are worked out and not read.
 * A handler calls one function of an engine and returns plain values; gateway/execute gives them the caller's shape.
 */
import type { AccessPolicy } from "../domain/access/policy.ts";
import type { DecisionExplained } from "../domain/access/explain-decision.ts";
import type { Place } from "../domain/access/authorize.ts";
import type { Principal } from "../domain/access/principal.ts";
import type { AuditEvent } from "../domain/audit-event.ts";
import type { Tier } from "../domain/vocabulary.ts";
import type { Pool } from "../store/pool.ts";
import type { WebhookRules } from "../cultivation/webhooks/webhook-rules.ts";

/** What a handler has of the request it answers. */
export interface EngineContext {
  readonly principal: Principal;
  readonly requestId: string;
  /** Aborted when the client goes away or the deadline passes. */
  readonly signal: AbortSignal;
  /** Logs in as goldseed_worker, whom row-level security does not confine: engines check the principal themselves. */
  readonly pool: Pool;
  readonly policy: AccessPolicy;
  readonly inspection: Inspection;
  /** What the settings say of webhooks. */
  readonly webhooks: WebhookRules;
}

/** What the fields that explain access look at beside the policy. */
export interface Inspection {
  /** Beyond anybody's scope; null when there is no such enterprise. */
  readonly placeOf: (creditCode: string) => Promise<Place | null>;
  /** Kind of every area, by code. */
  readonly areas: () => Promise<ReadonlyMap<string, Tier>>;
  /** @throws GoldseedError AUDIT_UNAVAILABLE */
  readonly record: (event: AuditEvent) => Promise<void>;
  /** A query as the graph answers it to a caller. @throws GoldseedError where that is no question of access. */
  readonly ask: (principal: Principal, request: Asked) => Promise<Seen>;
}

/** What a caller sees. */
export interface Seen {
  /** Null where the whole query is refused. */
  readonly data: unknown;
  /** The fields asked for that are masked or withheld, each by its path without places in lists. */
  readonly decisions: readonly (Pick<DecisionExplained, "rule" | "zh" | "en"> & {
    readonly path: readonly string[];
  })[];
  /** Why the whole query is refused, in words of both languages. */
  readonly refusal: string | null;
}

export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Stands for a row of the store inside a returned value. It is read through the compiled path as the caller, so what the
 * caller may not see is null there as everywhere.
 */
export class NodeRef {
  readonly type: string;
  readonly key: readonly string[];
  /** The event it is read for, where all who hear of that event may be given one reading; null for a reading of its own. */
  readonly event: string | null;

  constructor(type: string, key: readonly string[], event: string | null = null) {
    this.type = type;
    this.key = key;
    this.event = event;
  }
}

/** @param key the parts of the row's global id, in the order of its shape's key. */
export function nodeRef(type: string, ...key: readonly string[]): NodeRef {
  return new NodeRef(type, key);
}

/** The same for what an event is about. @param event what tells it from all others of the row. */
export function nodeOfEvent(event: string, type: string, ...key: readonly string[]): NodeRef {
  return new NodeRef(type, key, event);
}

/** The payload but for `ok` and `error`, which are made here: a thrown GoldseedError becomes `{ ok: false, error }`. */
export type Payload = Readonly<Record<string, unknown>>;

/** By the name of the field of `Mutation`. Each takes its own generated arguments. */
export type Mutations = Readonly<
  Record<string, (args: never, context: EngineContext) => Promise<Payload>>
>;

/**
 * By the coordinate of the field, `Query.dryRun` or `Enterprise.waysToPass`.
 *
 * @param key value of the shape's `column` in the row that the field stands on; null at the root.
 */
export type ComputedFields = Readonly<
  Record<string, (args: never, context: EngineContext, key: string | null) => Promise<unknown>>
>;

export interface SubscriptionContext extends EngineContext {
  /**
   * Notices of a channel until the subscription ends; null tells of a gap.
   *
   * @param concerns leaves out notices that are none of the subscriber's before they wait for it; all when left out.
   */
  readonly hear: (
    channel: string,
    concerns?: (notice: string) => boolean,
  ) => AsyncGenerator<string | null, void>;
}

/**
 * By the name of the field of `Subscription`. What is yielded becomes one event, read as the subscriber of that moment;
 * an event with a NodeRef that the subscriber may not see is not sent at all.
 */
export type Subscriptions = Readonly<
  Record<string, (args: never, context: SubscriptionContext) => AsyncGenerator<Payload, void>>
>;
