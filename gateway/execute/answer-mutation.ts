/** The root fields of a mutation, one after another; each is one call of an engine and one typed payload. */
import {
  type FieldNode,
  getArgumentValues,
  type GraphQLField,
  type GraphQLObjectType,
  GraphQLError,
} from "graphql";

import { assertMay } from "../../domain/access/authorize.ts";
import { actingParts } from "../../domain/audit-event.ts";
import { noteRefusal } from "../audit/audit-read.ts";
import { namedEnterprises } from "../audit/named-enterprises.ts";
import { GoldseedError } from "../../domain/errors.ts";
import { emptyMap } from "../../lib/empty-map.ts";
import type { EngineContext, Payload } from "../../resolvers/engine-language.ts";
import { collectFields } from "../compile/collect-fields.ts";
import type { Variables } from "../compile/plan.ts";
import { forbiddenField } from "../compile/refused-field.ts";
import type { RequestContext } from "../request-context.ts";
import type { Answering } from "./answer-operation.ts";
import type { PreparedDocument, PreparedOperation } from "./document-cache.ts";
import { engineContext } from "./engine-context.ts";
import { classify, errorEntry, type ErrorEntry } from "./error-entry.ts";
import { bodyText } from "./answer-body.ts";
import { type Execution, readNodes } from "./execute-plan.ts";
import { fragmentsOf } from "../compile/fragments-of.ts";
import { auditShaped, openShaping } from "./open-shaping.ts";
import { shapeValue } from "./shape-value.ts";

/** One operation to be carried out for one caller. */
export interface OperationWork {
  readonly prepared: PreparedDocument;
  readonly operation: PreparedOperation;
  readonly variables: Variables;
  readonly context: RequestContext;
}

export async function answerMutation(
  answering: Answering,
  request: OperationWork,
): Promise<Execution> {
  const type = answering.schema.getMutationType() as GraphQLObjectType;
  const { prepared, operation, variables } = request;
  const asked = { schema: answering.schema, fragments: fragmentsOf(prepared), variables };
  const fields = collectFields(asked, type, [operation.definition.selectionSet]);
  const data = emptyMap<unknown>();
  const done: string[] = [];
  const errors: ErrorEntry[] = [];
  try {
    for (const [key, nodes] of fields) {
      const field = type.getFields()[nodes[0]?.name.value ?? ""];
      const root = { key, nodes, data, done };
      if (field) errors.push(...(await answerField(answering, request, { ...root, field })));
      else data[key] = type.name;
    }
  } catch (error) {
    throw done.length === 0 ? error : doneNotShown(answering, request.context, { error, done });
  }
  return { body: bodyText(data), errors };
}

interface Unshown {
  readonly error: unknown;
  /** Response keys of what was carried out. */
  readonly done: readonly string[];
}

/** Whoever only hears that something failed would do it a second time: first it is said what has been done (0430). */
function doneNotShown(
  answering: Answering,
  context: RequestContext,
  { error, done }: Unshown,
): GoldseedError {
  noteRefusal(answering, error, context);
  const { code } = classify(error);
  if (code === "INTERNAL_SERVER_ERROR") answering.onInternalError(error, context.requestId);
  const names = done.map((key) => `"${key}"`).join(", ");
  return new GoldseedError(
    "DONE_NOT_SHOWN",
    `${names} 已执行，但结果无法给出（${code}）；请勿再次提交，请查询确认。 ${names} was carried out, but its result cannot be shown (${code}). Do not send it again; read the record to see what it has become.`,
    { cause: error, details: { done, reason: code } },
  );
}

interface RootField {
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly field: GraphQLField<unknown, unknown>;
  readonly data: Record<string, unknown>;
  /** Takes up the key as soon as the engine has done it. */
  readonly done: string[];
}

async function answerField(
  answering: Answering,
  { prepared, variables, context }: OperationWork,
  { key, nodes, field, data, done }: RootField,
): Promise<readonly ErrorEntry[]> {
  const payload = await runAudited(answering, {
    prepared,
    context,
    call: { field, nodes, variables },
  });
  if (payload["ok"] === true) done.push(key);
  const reading = { prepared, variables, context };
  const shaping = openShaping(answering, reading);
  shapeValue(shaping, payload, { type: field.type, nodes, path: [key] }, (value) => {
    data[key] = value;
  });
  await auditShaped(answering, shaping, data, reading);
  const unread = await readNodes(answering, shaping.openNodes, reading);
  const refused = shaping.refusals.map(({ path, coordinate }) =>
    errorEntry(forbiddenField(coordinate), context.requestId, path),
  );
  return [...refused, ...unread];
}

interface EngineCall {
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly variables: Variables;
}

interface AuditedCall {
  readonly prepared: PreparedDocument;
  readonly context: RequestContext;
  readonly call: EngineCall;
}

/** The intent is durable before anything is changed; a change that cannot be written down is not made. */
async function runAudited(
  answering: Answering,
  { prepared, context, call }: AuditedCall,
): Promise<Payload> {
  const { audit, policy } = answering;
  const event = {
    ...actingParts(context.principal),
    category: "WRITE",
    action: `graph.${call.field.name}`,
    operationHash: prepared.hash,
    creditCodes: namedEnterprises([prepared.text, JSON.stringify(call.variables)]),
    policyVersion: policy.version,
    requestId: context.requestId,
    details: detailsOf(call),
  } as const;
  await audit.record({ ...event, outcome: "INTENT" });
  const payload = await runEngine(answering, context, call);
  const refused = (payload["error"] as { code: string } | null)?.code;
  const outcome = refused === undefined ? "DONE" : refused === "FORBIDDEN" ? "REFUSED" : "FAILED";
  audit.note({ ...event, outcome, details: refused === undefined ? null : { code: refused } });
  return payload;
}

/** What goes wrong is part of the payload: a caller of several writes must know of each whether it was done. */
async function runEngine(
  answering: Answering,
  context: RequestContext,
  { field, nodes, variables }: EngineCall,
): Promise<Payload> {
  try {
    const handler = answering.engines?.mutations[field.name];
    const engine = engineContext(answering, context);
    if (!handler) throw new Error(`The mutation "${field.name}" has no handler.`);
    assertMay(engine.policy, engine.principal, `Mutation.${field.name}`);
    const args = readArguments(field, nodes[0] as FieldNode, variables);
    return { ...(await callWithin(engine, handler, args)), ok: true, error: null };
  } catch (error) {
    const known = classify(error);
    if (known.code === "INTERNAL_SERVER_ERROR") answering.onInternalError(error, context.requestId);
    const { code, message, details } = known;
    const told = Object.keys(details).length > 0 ? details : null;
    return { ok: false, error: { code, message, details: told, requestId: context.requestId } };
  }
}

/** Whose input the audit keeps whole: it names accounts and areas, and who was given what is what an audit is asked. */
const aboutRights: ReadonlySet<string> = new Set([
  "grantSight",
  "revokeSight",
  "setAssignment",
  "decideAssignment",
  "requestExport",
  "decideExport",
]);

/** A longer input is no honest one, and is refused after the entry is written. */
const mostKept = 4_000;

/** The reason that a caller gave, which the audit keeps; all else of the input may be personal. */
function detailsOf({
  field,
  nodes,
  variables,
}: EngineCall): Readonly<Record<string, unknown>> | null {
  try {
    const { input } = readArguments(field, nodes[0] as FieldNode, variables) as {
      input?: Readonly<Record<string, unknown>>;
    };
    const reason = input?.["reason"];
    if (typeof reason !== "string") return null;
    const isKept = aboutRights.has(field.name) && JSON.stringify(input).length <= mostKept;
    return { ...(isKept ? input : {}), reason: reason.slice(0, 500) };
  } catch {
    return null;
  }
}

/** @throws GoldseedError BAD_USER_INPUT */
function readArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): unknown {
  try {
    return getArgumentValues(field, node, variables);
  } catch (error) {
    if (error instanceof GraphQLError) throw new GoldseedError("BAD_USER_INPUT", error.message);
    throw error;
  }
}

type Handler = (args: never, context: EngineContext) => Promise<Payload>;

function callWithin(engine: EngineContext, handler: Handler, args: unknown): Promise<Payload> {
  engine.signal.throwIfAborted();
  return handler(args as never, engine);
}
