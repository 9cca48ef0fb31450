/** Runs a plan for one request: binds, asks the database once, merges what lies outside it, gives finished text. */
import { type FragmentDefinitionNode, Kind } from "graphql";

import { GoldseedError } from "../../domain/errors.ts";
import type { Pool } from "../../store/pool.ts";
import { runScoped } from "../../store/scoped-query.ts";
import { forbiddenField } from "../compile/refused-field.ts";
import type { CursorKey, Plan, Variables } from "../compile/plan.ts";
import type { RequestContext } from "../request-context.ts";
import type { PreparedDocument } from "./document-cache.ts";
import { errorEntry, type ErrorEntry } from "./error-entry.ts";
import { mergeRemote } from "./merge-remote.ts";

export interface Execution {
  /** JSON text of `data`. */
  readonly data: string;
  readonly errors: readonly ErrorEntry[];
}

export interface ExecuteInputs {
  readonly pool: Pool;
  readonly cursorKey: CursorKey;
  readonly plan: Plan;
  readonly variables: Variables;
  readonly prepared: PreparedDocument;
  readonly context: RequestContext;
}

/** @throws GoldseedError for values that may not be bound; whatever the database says otherwise. */
export async function executePlan({
  pool,
  cursorKey,
  plan,
  variables,
  prepared,
  context,
}: ExecuteInputs): Promise<Execution> {
  const { principal, requestId } = context;
  const bound = { variables, principal, cursorKey };
  for (const check of plan.checks) check(bound);
  const values = plan.parameters.map((read) => read(bound));
  const timeoutMs = context.deadlineMs - performance.now();
  if (timeoutMs <= 0)
    throw new GoldseedError(
      "TIMEOUT",
      "处理超时。 The request took too long before it reached the database.",
    );
  const text = await runScoped(pool, {
    statement: plan.statement,
    values,
    scope: principal,
    timeoutMs,
    signal: context.signal,
  });
  if (text === null) throw new Error(`Statement ${plan.statement.name} returned no row.`);
  const refused = plan.refusals.map(({ path, coordinate }) =>
    errorEntry(forbiddenField(coordinate), requestId, path),
  );
  if (plan.remotes.length === 0) return { data: text, errors: refused };
  const data = JSON.parse(text) as Record<string, unknown>;
  const failed = await mergeRemote(data, plan.remotes, context, fragmentsOf(prepared));
  return { data: JSON.stringify(data), errors: [...refused, ...failed] };
}

function fragmentsOf({ document }: PreparedDocument): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
}
