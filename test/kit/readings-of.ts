/** How each table of an operation is read, by the plan that its prepared statement keeps. */
import type { Principal } from "../../domain/access/principal.ts";
import type { Answering } from "../../gateway/execute/answer-operation.ts";
import type { Pool } from "../../store/pool.ts";
import { runScoped } from "../../store/scoped-query.ts";

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly PlanNode[];
}

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** @returns the kind of scan by table. */
export async function readingsOf(
  pool: Pool,
  answering: Answering,
  who: Principal,
  { query, variables }: Asked,
): Promise<Readonly<Record<string, string>>> {
  const prepared = answering.documents.prepare(query);
  if ("errors" in prepared) throw prepared.errors[0]!;
  const operation = [...prepared.operations.values()][0]!;
  const plan = answering.plans.planFor(prepared, operation, variables, who);
  const { name, text, ...statement } = plan.statement;
  const told = await runScoped(pool, {
    statement: {
      ...statement,
      name: `${name}_reading`,
      text: `explain (analyze, timing off, costs off, summary off, format json) ${text}`,
    },
    values: plan.parameters.map((read) =>
      read({ variables, principal: who, cursorKey: answering.cursorKey() }),
    ),
    scope: who,
    timeoutMs: 5_000,
  });
  const [{ Plan: root }] = JSON.parse(told ?? "") as [{ Plan: PlanNode }];
  return Object.fromEntries(readingsUnder(root));
}

function* readingsUnder(node: PlanNode): Generator<readonly [string, string]> {
  const table = node["Relation Name"];
  if (table !== undefined) yield [table, node["Node Type"]];
  for (const each of node.Plans ?? []) yield* readingsUnder(each);
}
