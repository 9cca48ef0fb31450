/** Runs a plan for one request: binds, asks the database once, merges what lies outside it, gives finished text. */
import type { Octets } from "../../lib/octets.ts";
import { GoldseedError } from "../../domain/errors.ts";
import { auditRead, isAudited } from "../audit/audit-read.ts";
import { forbiddenField } from "../compile/refused-field.ts";
import type { Plan, Variables } from "../compile/plan.ts";
import { fragmentsOf } from "../compile/fragments-of.ts";
import type { RequestContext } from "../request-context.ts";
import type { Answering } from "./answer-operation.ts";
import type { PreparedDocument } from "./document-cache.ts";
import { bodyText, dataText } from "./answer-body.ts";
import { errorEntry, type ErrorEntry } from "./error-entry.ts";
import { mergeComputed } from "./merge-computed.ts";
import { nodeOperation, placedPath, rowKey } from "./node-operation.ts";
import type { OpenNode } from "./shape-value.ts";
import { mergeRemote } from "./merge-remote.ts";
import { type Question, runInTurn } from "./run-in-turn.ts";

export interface Execution {
  /** JSON of an object that holds `data` alone; as bytes where it is as the database wrote it. */
  readonly body: string | Octets;
  readonly errors: readonly ErrorEntry[];
}

export interface ExecuteInputs {
  readonly answering: Answering;
  readonly plan: Plan;
  readonly variables: Variables;
  readonly prepared: PreparedDocument;
  readonly context: RequestContext;
  /** Of events that others hear as well; left out for a reading of its own. */
  readonly moment?: string | null | undefined;
  /** Rows of one list to which another person has agreed; left out where nobody was asked. */
  readonly confirmedRows?: number | undefined;
}

/** @throws GoldseedError for values that may not be bound; whatever the database says otherwise. */
export async function executePlan(inputs: ExecuteInputs): Promise<Execution> {
  const { answering, plan, variables, prepared, context } = inputs;
  const bytes = await ask(inputs, questionOf(inputs));
  if (bytes === null) throw new Error(`Statement ${plan.statement.name} returned no row.`);
  if (isAudited(plan, context)) {
    const { text: query, hash: operationHash } = prepared;
    await auditRead(
      answering,
      { plan, query, operationHash, variables, data: dataText(bytes) },
      context,
    );
  }
  const refused = plan.refusals.length === 0 ? none : refusalsOf(plan, context);
  if (plan.remotes.length === 0 && plan.computed.length === 0)
    return { body: bytes, errors: refused };
  return mergeOthers(inputs, bytes, refused);
}

const none: readonly ErrorEntry[] = [];

function questionOf({
  answering,
  plan,
  variables,
  context: { principal },
  confirmedRows = 0,
}: ExecuteInputs): Question {
  const bound = { variables, principal, cursorKey: answering.cursorKey(), confirmedRows };
  for (const check of plan.checks) check(bound);
  const values = plan.parameters.map((read) => withoutNul(read(bound)));
  return { statement: plan.statement, values };
}

function ask(
  { answering, plan, context, moment = null }: ExecuteInputs,
  question: Question,
): Promise<Octets | null> {
  const { figures, shared } = answering;
  const { principal } = context;
  if (figures?.isOfFigures(plan) === true)
    return figures.answer(question, principal, () => runInTurn(answering, question, context));
  if (moment === null) return runInTurn(answering, question, context);
  const asking = { moment, ask: () => runInTurn(answering, question, context) };
  return shared.answer(question, principal, asking);
}

function refusalsOf({ refusals }: Plan, { requestId }: RequestContext): readonly ErrorEntry[] {
  return refusals.map(({ path, coordinate }) =>
    errorEntry(forbiddenField(coordinate), requestId, path),
  );
}

/** What lies outside of the database, or is worked out by an engine, put in its places. */
async function mergeOthers(
  { answering, plan, variables, prepared, context }: ExecuteInputs,
  bytes: Octets,
  refused: readonly ErrorEntry[],
): Promise<Execution> {
  const { remotes, computed: slots } = plan;
  const data = JSON.parse(dataText(bytes)) as Record<string, unknown>;
  const asked = { schema: answering.schema, fragments: fragmentsOf(prepared), variables };
  const [away, worked] = await Promise.all([
    mergeRemote(data, remotes, context, asked),
    mergeComputed(answering, data, { slots, variables, prepared, context }),
  ]);
  const unread = await readNodes(answering, worked.openNodes, { prepared, variables, context });
  const errors = [...refused, ...away, ...worked.errors, ...unread];
  return { body: bodyText(data), errors };
}

export interface NodeReading {
  readonly prepared: PreparedDocument;
  readonly variables: Variables;
  readonly context: RequestContext;
  readonly moment?: string | null;
}

/** Puts every row in its place, null where it is not to be seen. @returns what could not be read of them. */
export async function readNodes(
  answering: Answering,
  nodes: readonly OpenNode[],
  { prepared, variables, context, moment = null }: NodeReading,
): Promise<readonly ErrorEntry[]> {
  if (nodes.length === 0) return [];
  const asked = nodeOperation(nodes, prepared, variables);
  const plan = answering.plans.planFor(
    asked.prepared,
    asked.operation,
    asked.variables,
    context.principal,
  );
  const { body, errors } = await executePlan({ ...asked, answering, plan, context, moment });
  const rows = JSON.parse(dataText(body)) as Record<string, unknown>;
  nodes.forEach(({ put }, index) => put(rows[rowKey(index)] ?? null));
  return errors.map((error) => ({ ...error, path: placedPath(error.path ?? [], nodes) }));
}

/** PostgreSQL's text holds no NUL; whoever sends one has sent wrong input, by whatever argument. */
function withoutNul(value: string | null): string | null {
  if (value?.includes("\0") === true)
    throw new GoldseedError(
      "BAD_USER_INPUT",
      "文本含有 NUL 字符 / A text holds a NUL character, which no value does. Send it without.",
    );
  return value;
}
