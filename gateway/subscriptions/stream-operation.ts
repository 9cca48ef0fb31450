/** One operation over a lasting connection: a query or mutation once, a subscription event by event. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import {
  getArgumentValues,
  getVariableValues,
  type GraphQLField,
  type GraphQLObjectType,
  type FieldNode,
} from "graphql";

import { assertMay } from "../../domain/access/authorize.ts";
import { GoldseedError } from "../../domain/errors.ts";
import { abortSignalOf } from "../../lib/leaving.ts";
import type {
  Payload,
  SubscriptionContext,
  Subscriptions,
} from "../../resolvers/engine-language.ts";
import type { NoticeHub } from "../../store/notice-hub.ts";
import { collectFields } from "../compile/collect-fields.ts";
import { noteRefusal } from "../audit/audit-read.ts";
import { fragmentsOf } from "../compile/fragments-of.ts";
import type { Variables } from "../compile/plan.ts";
import { forbiddenField } from "../compile/refused-field.ts";
import {
  type Answering,
  answerOperation,
  failure,
  type OperationRequest,
  wordsFor,
} from "../execute/answer-operation.ts";
import {
  operationNamed,
  type PreparedDocument,
  type PreparedOperation,
} from "../execute/document-cache.ts";
import { engineContext } from "../execute/engine-context.ts";
import { errorEntry, type ErrorEntry } from "../execute/error-entry.ts";
import { readNodes } from "../execute/execute-plan.ts";
import { auditShaped, openShaping } from "../execute/open-shaping.ts";
import { type OpenNode, shapeValue } from "../execute/shape-value.ts";
import { assertOperationCost } from "../limits/measure-operation.ts";
import { operationCost } from "../limits/operation-cost.ts";
import type { RequestContext } from "../request-context.ts";
import { inBatches } from "./in-batches.ts";
import { readPatiently } from "./read-patiently.ts";
import { unselectedRows } from "./unselected-rows.ts";

/** What GraphQL calls an execution result, as it goes over the wire. */
export interface OperationResult {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly ErrorEntry[];
}

export interface Streaming {
  readonly answering: Answering;
  readonly subscriptions: Subscriptions;
  readonly hub: NoticeHub;
}

/** @returns a context of this moment: the token is proven anew, so that its end, or a revocation, is the stream's. */
export type ContextNow = () => Promise<RequestContext>;

/** Never throws: what goes wrong is the last result. */
export async function* streamOperation(
  streaming: Streaming,
  request: OperationRequest,
  contextNow: ContextNow,
): AsyncGenerator<OperationResult, void> {
  const { answering } = streaming;
  let context: RequestContext | null = null;
  try {
    context = await contextNow();
    const prepared = answering.documents.prepare(request.query);
    const operation = "errors" in prepared ? null : operationNamed(prepared, request.operationName);
    if ("errors" in prepared || operation === null || operation.kind !== "subscription") {
      yield await answerOnce(answering, request, context);
      return;
    }
    yield* events(streaming, { prepared, operation, request, context, contextNow });
  } catch (error) {
    if (context !== null) noteRefusal(answering, error, context);
    yield parsed(failure(answering, error, context?.requestId ?? randomUUID()).body);
  }
}

async function answerOnce(
  answering: Answering,
  request: OperationRequest,
  context: RequestContext,
): Promise<OperationResult> {
  const answer = await answerOperation(answering, request, context);
  if (answer === null)
    throw new GoldseedError(
      "OPERATION_NOT_SUPPORTED",
      "结构请用普通 HTTP 查询 / The schema is told over plain HTTP. Use POST /graphql.",
    );
  return parsed(answer.body);
}

const parsed = (body: { toString(): string }) => JSON.parse(body.toString()) as OperationResult;

interface Subscribing {
  readonly prepared: PreparedDocument;
  readonly operation: PreparedOperation;
  readonly request: OperationRequest;
  readonly context: RequestContext;
  readonly contextNow: ContextNow;
}

/** Events read in one statement. */
const mostAtOnce = 64;

async function* events(
  { answering, subscriptions, hub }: Streaming,
  subscribing: Subscribing,
): AsyncGenerator<OperationResult, void> {
  const { context, contextNow } = subscribing;
  const root = rootOf(answering, subscribing);
  const handler = subscriptions[root.field.name];
  if (!handler) throw new Error(`The subscription "${root.field.name}" has no handler.`);
  assertMay(answering.policy, context.principal, `Subscription.${root.field.name}`);
  const engine = engineContext(answering, context);
  const hear: SubscriptionContext["hear"] = (channel, concerns) =>
    hub.hear(channel, engine.signal, concerns);
  const args = getArgumentValues(root.field, root.node, root.variables);
  // Each event is a read of its own and costs what the subscription cost at its start.
  const cost = operationCost({ ...answering, ...subscribing, variables: root.variables });
  assertOperationCost(cost, answering.maxCost);
  answering.points?.charge(context.principal, cost);
  const payloads = handler(args as never, { ...engine, hear });
  for await (const batch of inBatches(payloads, mostAtOnce)) {
    const { paid, refusal } = await pay(answering, context, cost, batch.length);
    const read = async () => {
      const now = await contextNow();
      assertMay(answering.policy, now.principal, `Subscription.${root.field.name}`);
      const reading = { ...root, ...subscribing, context: now };
      return eventsOf(answering, reading, batch.slice(0, paid));
    };
    yield* await readPatiently(read, engine);
    if (refusal !== null) throw refusal;
  }
  // A token that no longer holds is told; a connection that has gone hears nothing any more.
  context.signal.throwIfAborted();
}

/** Beyond it nobody waits for points: the subscription ends and says why. */
const mostWaitS = 60;

interface Payment {
  /** Events that may be read. */
  readonly paid: number;
  /** Why not the others; null when all may. */
  readonly refusal: GoldseedError | null;
}

/** Whoever has spent its points hears later and not less: a burst must not end whoever listens to it. */
async function pay(
  { points }: Answering,
  { principal, signal }: RequestContext,
  cost: number,
  events: number,
): Promise<Payment> {
  for (let paid = 0; paid < events;) {
    try {
      points?.charge(principal, cost);
      paid += 1;
    } catch (error) {
      if (!(error instanceof GoldseedError)) throw error;
      const wait = error.details["retryAfterS"];
      if (typeof wait !== "number" || wait > mostWaitS) return { paid, refusal: error };
      await sleep(wait * 1_000, undefined, { signal: abortSignalOf(signal) });
    }
  }
  return { paid: events, refusal: null };
}

interface Root {
  readonly key: string;
  readonly node: FieldNode;
  readonly nodes: readonly FieldNode[];
  readonly field: GraphQLField<unknown, unknown>;
  readonly variables: Variables;
}

function rootOf(
  answering: Answering,
  { prepared, operation, request, context }: Subscribing,
): Root {
  const { schema } = answering;
  const { definition } = operation;
  const { coerced, errors } = getVariableValues(
    schema,
    definition.variableDefinitions ?? [],
    request.variables ?? {},
    { maxErrors: 10 },
  );
  if (errors || !coerced)
    throw new GoldseedError(
      "BAD_USER_INPUT",
      (errors ?? [])
        .map(({ message }) => wordsFor(answering, message, request, context))
        .join("; "),
    );
  const type = schema.getSubscriptionType() as GraphQLObjectType;
  const asked = { schema, fragments: fragmentsOf(prepared), variables: coerced };
  const [[key, nodes] = ["", []]] = collectFields(asked, type, [definition.selectionSet]);
  const [node] = nodes;
  const field = type.getFields()[node?.name.value ?? ""];
  if (!node || !field)
    throw new GoldseedError(
      "BAD_REQUEST",
      "订阅没有选择字段 / The subscription selects nothing. Ask for one field of Subscription.",
    );
  return { key, node, nodes, field, variables: coerced };
}

/** Read in one statement as the subscriber of this moment; an event that stands on a row out of its sight is left out. */
async function eventsOf(
  answering: Answering,
  { key, nodes, field, variables, prepared, context }: Root & Subscribing,
  payloads: readonly Payload[],
): Promise<readonly OperationResult[]> {
  const reading = { prepared, variables, context };
  const shaping = openShaping(answering, reading);
  const results: Record<string, unknown>[] = payloads.map(() => ({}));
  // Paths begin with the place in the batch, by which rows and refusals find their event again.
  payloads.forEach((payload, place) => {
    shapeValue(
      shaping,
      payload,
      { type: field.type, nodes, path: [place, key] },
      (value) => (results[place] = { [key]: value }),
    );
  });
  const unseen = new Set<unknown>();
  const rows = [...shaping.openNodes, ...unselectedRows(payloads, shaping.openNodes)];
  const open = rows.map((node) => ({
    ...node,
    put: (value: unknown) => {
      if (value === null) unseen.add(node.path[0]);
      node.put(value);
    },
  }));
  const unread = await readNodes(answering, open, { ...reading, moment: momentOf(open) });
  await auditShaped(answering, shaping, { ...results }, reading);
  const refused = shaping.refusals.map(({ path, coordinate }) =>
    errorEntry(forbiddenField(coordinate), context.requestId, path),
  );
  return eventsOfBatch(results, [...refused, ...unread]).filter((_, place) => !unseen.has(place));
}

/** Null when one of the rows is of no event that others hear. */
function momentOf(nodes: readonly OpenNode[]): string | null {
  const events = nodes.map(({ ref }) => ref.event);
  return events.includes(null) ? null : events.join(" ");
}

/** Each with its own errors, their paths as the subscriber knows them. */
function eventsOfBatch(
  results: readonly Record<string, unknown>[],
  errors: readonly ErrorEntry[],
): OperationResult[] {
  return results.map((data, place) => {
    const own = errors.flatMap((error) => {
      const [of, ...path] = error.path ?? [];
      return of === place ? [{ ...error, path }] : [];
    });
    return { data, ...(own.length > 0 ? { errors: own } : {}) };
  });
}
