/**
 * How the database executes a plan, for those who may know: the statement and its measured plan. Both the form that
 * GraphiQL variants read (`operations`) and the two texts by themselves.
 */
import type { CursorKey, Plan, Variables } from "../compile/plan.ts";
import type { RequestContext } from "../request-context.ts";
import { type Database, runInTurn } from "./run-in-turn.ts";

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
  readonly database: Database;
  readonly cursorKey: CursorKey;
  readonly plan: Plan;
  readonly variables: Variables;
  readonly context: RequestContext;
  /** As the reading itself had them. */
  readonly confirmedRows: number;
}

/** Runs the statement once more under the same scope and limits, measured. */
export async function explainPlan({
  database,
  cursorKey,
  plan,
  variables,
  context,
  confirmedRows,
}: ExplainInputs): Promise<Explanation> {
  const { principal } = context;
  const sql = plan.statement.text;
  const statement = {
    name: `${plan.statement.name}_explain`,
    text: `explain (analyze, buffers) ${sql}`,
  };
  const bound = { variables, principal, cursorKey, confirmedRows };
  const values = plan.parameters.map((read) => read(bound));
  const told = await runInTurn(database, { statement, values }, context);
  const explain = told?.toString() ?? "";
  return {
    sql,
    plan: explain,
    operations: [{ type: "sql", title: plan.statement.name, query: sql, explain }],
  };
}
