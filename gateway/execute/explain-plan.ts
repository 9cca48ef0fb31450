/**
 * How the database executes a plan, for those who may know: the statement and its measured plan. Both the form that
 * GraphiQL variants read (`operations`) and the two texts by themselves.
 */
import type { Pool } from "../../store/pool.ts";
import { runScoped } from "../../store/scoped-query.ts";
import type { CursorKey, Plan, Variables } from "../compile/plan.ts";
import type { RequestContext } from "../request-context.ts";

export interface Explanation {
  readonly sql: string;
  readonly plan: string;
  readonly operations: readonly {
    readonly type: "sql";
    readonly title: string;
    readonly query: string;
    readonly explain: string;
  }[];
}

export interface ExplainInputs {
  readonly pool: Pool;
  readonly cursorKey: CursorKey;
  readonly plan: Plan;
  readonly variables: Variables;
  readonly context: RequestContext;
}

/** Runs the statement once more under the same scope and limits, measured. */
export async function explainPlan({
  pool,
  cursorKey,
  plan,
  variables,
  context,
}: ExplainInputs): Promise<Explanation> {
  const { principal, deadlineMs, signal } = context;
  const sql = plan.statement.text;
  const text = await runScoped(pool, {
    statement: {
      name: `${plan.statement.name}_explain`,
      text: `explain (analyze, buffers) ${sql}`,
    },
    values: plan.parameters.map((read) => read({ variables, principal, cursorKey })),
    scope: principal,
    timeoutMs: Math.max(1, deadlineMs - performance.now()),
    signal,
  });
  const explain = text ?? "";
  return {
    sql,
    plan: explain,
    operations: [{ type: "sql", title: plan.statement.name, query: sql, explain }],
  };
}
