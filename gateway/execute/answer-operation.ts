/** One GraphQL request to its answer: the way of nine requests in ten, without graphql-js's executor. */
import type { Octets } from "../../lib/octets.ts";
import type { GraphQLError } from "graphql";

import { type ErrorCode, errorCatalogue, GoldseedError } from "../../domain/errors.ts";
import { admitExport } from "../../accounts/admit-export.ts";
import type { WebhookRules } from "../../cultivation/webhooks/webhook-rules.ts";
import type { AccessPolicy } from "../../domain/access/policy.ts";
import type { ComputedFields, Mutations } from "../../resolvers/engine-language.ts";
import type { Pool } from "../../store/pool.ts";
import { type Auditing, noteRefusal } from "../audit/audit-read.ts";
import type { CursorKey } from "../compile/plan.ts";
import type { RequestContext } from "../request-context.ts";
import {
  type DocumentCache,
  operationNamed,
  type PreparedDocument,
  type PreparedOperation,
} from "./document-cache.ts";
import { withMembers } from "./answer-body.ts";
import { coerceVariables } from "./coerce-variables.ts";
import { classify, documentErrorEntry, errorEntry, type ErrorEntry } from "./error-entry.ts";
import { answerMutation, type OperationWork } from "./answer-mutation.ts";
import { type ExecuteInputs, executePlan, type Execution } from "./execute-plan.ts";
import type { FigureAnswers } from "./figure-answers.ts";
import type { SharedQuestions } from "./shared-questions.ts";
import { type AccessExtension, explainAccess } from "./explain-access.ts";
import { explainPlan } from "./explain-plan.ts";
import { assertOperationCost } from "../limits/measure-operation.ts";
import { knownCost, operationCost } from "../limits/operation-cost.ts";
import type { Admission } from "../limits/admission.ts";
import type { TrustedDocuments } from "../auth/trusted-documents.ts";
import type { PointLimits } from "../limits/point-limits.ts";
import { hideSchemaNames } from "./hide-schema-names.ts";
import type { PlanCache } from "./plan-cache.ts";
import { seenInAnswer } from "./seen-in-answer.ts";
import type { GraphQLSchema } from "graphql";

export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  /** True for whatever is no POST (a GET, a HEAD), which may not write. */
  readonly readOnly?: boolean;
  /** Asked by `viewAs` and not by the caller's own request. */
  readonly asSomebodyElse?: boolean;
}

export interface Answer {
  readonly status: number;
  /** JSON; as bytes where it is as the database wrote it. */
  readonly body: string | Octets;
  /** The code of the failure when there is no data. */
  readonly failure: string | null;
  /** Seconds after which it is worth trying again, where that is known. */
  readonly retryAfterS?: number;
}

/** What writes and works out: the handlers by name, and what they need. */
export interface Engines {
  /** Logs in as goldseed_worker. */
  readonly pool: Pool;
  readonly policy: AccessPolicy;
  readonly mutations: Mutations;
  readonly computed: ComputedFields;
  readonly webhooks: WebhookRules;
}

/** Points for a question about the schema, which is answered in the process and by no plan. */
const schemaCost = 50;

export interface Answering extends Auditing {
  readonly schema: GraphQLSchema;
  readonly documents: DocumentCache;
  readonly plans: PlanCache;
  readonly pool: Pool;
  /** Turns at the database: one for each connection of the pool. */
  readonly turns: Admission;
  /** What one statement may take at most. */
  readonly statementTimeoutMs: number;
  /** Null: every question goes to the database. */
  readonly figures: FigureAnswers | null;
  readonly shared: SharedQuestions;
  /** The key of the moment. */
  readonly cursorKey: () => CursorKey;
  readonly policy: AccessPolicy;
  /** Null where the gateway only reads. */
  readonly engines: Engines | null;
  /** Null: nobody's points are counted. */
  readonly points: PointLimits | null;
  readonly defaultPageSize: number;
  /** Points that one operation may cost. */
  readonly maxCost: number;
  readonly introspection: "all" | "developers";
  /** Whether a text inside of another may be run, as the other may; null where everybody may send anything. */
  readonly trustedDocuments: TrustedDocuments | null;
  /** Told of every failure that is ours; the caller sees the request id alone. */
  readonly onInternalError: (error: unknown, requestId: string) => void;
}

/** @returns null when the operation asks about the schema: Apollo Server answers it. */
export async function answerOperation(
  answering: Answering,
  request: OperationRequest,
  context: RequestContext,
): Promise<Answer | null> {
  try {
    const prepared = answering.documents.prepare(request.query);
    if ("errors" in prepared)
      return refusal(
        prepared.code,
        documentErrors(
          answering,
          { code: prepared.code, errors: prepared.errors },
          request,
          context,
        ),
      );
    const operation = operationNamed(prepared, request.operationName);
    if (operation.asksAboutSchema) {
      assertMayIntrospect(answering, context);
      answering.points?.charge(context.principal, schemaCost);
      return null;
    }
    if (request.readOnly === true && operation.kind === "mutation")
      throw new GoldseedError(
        "METHOD_NOT_ALLOWED",
        "GET 不接受写操作，请用 POST / A mutation is not taken by GET. Use POST.",
      );
    return await answerPrepared(answering, { prepared, operation }, request, context);
  } catch (error) {
    noteRefusal(answering, error, context);
    return failure(answering, error, context.requestId);
  }
}

interface Refused {
  readonly code: ErrorCode;
  readonly errors: readonly GraphQLError[];
}

/** What graphql-js says of a document, without the schema's names for whoever may not ask for the schema (hideSchemaNames). */
function documentErrors(
  answering: Answering,
  { code, errors }: Refused,
  request: OperationRequest,
  context: RequestContext,
): readonly ErrorEntry[] {
  const entries = errors.map((error) => documentErrorEntry(error, code, context.requestId));
  return entries.map((entry) => ({
    ...entry,
    message: wordsFor(answering, entry.message, request, context),
  }));
}

/** A message of graphql-js as its reader may have it. */
export function wordsFor(
  answering: Pick<Answering, "introspection">,
  message: string,
  { query, variables }: OperationRequest,
  context: RequestContext,
): string {
  if (mayIntrospect(answering, context)) return message;
  return hideSchemaNames(message, `${query} ${JSON.stringify(variables ?? {})}`);
}

function mayIntrospect(
  { introspection }: Pick<Answering, "introspection">,
  { principal }: RequestContext,
): boolean {
  return introspection === "all" || principal.role === "DEVELOPER";
}

function assertMayIntrospect(answering: Answering, context: RequestContext): void {
  if (mayIntrospect(answering, context)) return;
  throw new GoldseedError(
    "FORBIDDEN",
    "无权查询模式定义。 Only developers may ask for the schema.",
  );
}

interface Prepared {
  readonly prepared: PreparedDocument;
  readonly operation: PreparedOperation;
}

/** No function of its own waits on the way of most requests: each that does makes objects to wait with. */
function answerPrepared(
  answering: Answering,
  { prepared, operation }: Prepared,
  request: OperationRequest,
  context: RequestContext,
): Promise<Answer> {
  const coerced = coerceVariables(answering.schema, operation, request.variables ?? {});
  if (coerced.errors) {
    const refused = { code: "BAD_USER_INPUT", errors: coerced.errors } as const;
    return Promise.resolve(
      refusal(refused.code, documentErrors(answering, refused, request, context)),
    );
  }
  const work = {
    prepared,
    operation,
    variables: coerced.coerced,
    context,
  };
  const cost = knownCost(operation) ?? operationCost({ ...answering, ...work });
  assertOperationCost(cost, answering.maxCost);
  answering.points?.charge(context.payer ?? context.principal, cost);
  return perform(answering, work, request).then(answerOf);
}

/** Inside of a query that is asked as somebody else there is no asking as a third. */
function asking(
  answering: Answering,
  request: OperationRequest,
  context: RequestContext,
): RequestContext {
  if (request.asSomebodyElse === true) return context;
  const askAs: RequestContext["askAs"] = async (principal, asked) => {
    // By who really asks: a text that is not registered does not come in inside of one that is.
    await answering.trustedDocuments?.admit(context.principal, { query: asked.query, hash: null });
    const answer = await answerOperation(
      answering,
      { ...asked, readOnly: true, asSomebodyElse: true },
      {
        ...context,
        principal,
        payer: context.principal,
        exportRequest: null,
        explain: false,
        explainAccess: true,
      },
    );
    if (answer === null)
      throw new GoldseedError(
        "OPERATION_NOT_SUPPORTED",
        "此处只能查询数据 / Only data can be asked for here.",
      );
    return seenInAnswer(answer);
  };
  return { ...context, askAs };
}

type Performed = Execution & { readonly explain?: unknown; readonly access?: AccessExtension };

function perform(
  answering: Answering,
  work: OperationWork,
  request: OperationRequest,
): Promise<Performed> {
  switch (work.operation.kind) {
    case "mutation":
      return answerMutation(answering, {
        ...work,
        context: asking(answering, request, work.context),
      });
    case "subscription":
      throw new GoldseedError(
        "OPERATION_NOT_SUPPORTED",
        "订阅不走普通请求。 A subscription is not taken here. Use WebSocket (graphql-transport-ws) or accept text/event-stream.",
      );
    case "query":
      return answerQuery(answering, work, request);
  }
}

function answerQuery(
  answering: Answering,
  work: OperationWork,
  request: OperationRequest,
): Promise<Performed> {
  const { prepared, operation, variables } = work;
  const plan = answering.plans.planFor(prepared, operation, variables, work.context.principal);
  const context =
    plan.computed.length > 0 ? asking(answering, request, work.context) : work.context;
  const { exportRequest: id = null, explain, explainAccess } = context;
  const execution = { answering, plan, variables, prepared, context };
  if (id === null && !explain && explainAccess !== true) return executePlan(execution);
  return answerAtLength(execution, work, request);
}

/** Of a confirmed export, or with what explains the answer. */
async function answerAtLength(
  execution: ExecuteInputs,
  work: OperationWork,
  request: OperationRequest,
): Promise<Performed> {
  const { answering, plan, variables, context } = execution;
  const { exportRequest: id = null } = context;
  const confirmedRows = id === null ? 0 : await confirmedRowsOf(answering, work, { request, id });
  const done = await executePlan({ ...execution, confirmedRows });
  const told: Performed = context.explainAccess
    ? { ...done, access: explainAccess(answering.policy, context.principal, plan) }
    : done;
  if (!context.explain) return told;
  return {
    ...told,
    explain: await explainPlan({
      database: answering,
      cursorKey: answering.cursorKey(),
      plan,
      variables,
      context,
      confirmedRows,
    }),
  };
}

/** @throws GoldseedError EXPORT_UNCONFIRMED for an export that nobody confirmed, whichever page of it. */
async function confirmedRowsOf(
  { engines }: Answering,
  { prepared, context }: OperationWork,
  { request, id }: { readonly request: OperationRequest; readonly id: string },
): Promise<number> {
  if (engines === null)
    throw new GoldseedError(
      "OPERATION_NOT_SUPPORTED",
      "此服务只读，不受理大批量导出。 This gateway reads alone and knows of no confirmed exports. Ask one that takes writes.",
    );
  const asked = { id, document: prepared.text, variables: request.variables ?? {} };
  const { hours } = engines.policy.bulkExport;
  return admitExport(engines.pool, context.principal, asked, hours);
}

function answerOf({ body, errors, explain, access }: Performed): Answer {
  const extensions =
    explain || access ? `,"extensions":${JSON.stringify({ explain, access })}` : "";
  const said = errors.length > 0 ? `,"errors":${JSON.stringify(errors)}` : "";
  return { status: 200, body: withMembers(body, said + extensions), failure: null };
}

function refusal(code: keyof typeof errorCatalogue, errors: readonly ErrorEntry[]): Answer {
  return { status: errorCatalogue[code].status, body: JSON.stringify({ errors }), failure: code };
}

export function failure(
  answering: Pick<Answering, "onInternalError">,
  error: unknown,
  requestId: string,
): Answer {
  const known = classify(error);
  if (known.code === "INTERNAL_SERVER_ERROR") answering.onInternalError(error, requestId);
  const answer = refusal(known.code, [errorEntry(known, requestId)]);
  const { retryAfterS } = known.details;
  return typeof retryAfterS === "number" ? { ...answer, retryAfterS } : answer;
}
