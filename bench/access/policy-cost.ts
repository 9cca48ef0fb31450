/**
 * The portrait with the policy (predicate, row-level security, masks, scope set in the same round trip) against the same
 * selection without: compiled without predicate and mask, and run as the owner, whom no row-level policy binds.
 */
import type pg from "pg";

import { compileOperation } from "../../gateway/compile/compile-operation.ts";
import { DocumentCache } from "../../gateway/execute/document-cache.ts";
import { makeCursorKey } from "../../gateway/compile/cursor.ts";
import { PlanCache } from "../../gateway/execute/plan-cache.ts";
import { defaultOperationLimits } from "../../gateway/limits/measure-operation.ts";
import { loadPolicy } from "../../gateway/load-policy.ts";
import { loadSchema } from "../../gateway/load-schema.ts";
import { shapes } from "../../resolvers/shapes.ts";
import { runScoped } from "../../store/scoped-query.ts";
import { principal } from "../../test/kit/graph.ts";
import { documents } from "../read/operations.ts";
import type { Samples } from "../read/samples.ts";
import { percentile } from "./statistics.ts";

const limits = { maxPageSize: 200, defaultPageSize: 20 };
const cursorKey = makeCursorKey(Buffer.alloc(32, 7));
const schema = loadSchema();
const policy = loadPolicy(schema);

export interface CostInputs {
  readonly owner: pg.Pool;
  readonly gateway: pg.Pool;
  readonly samples: Samples;
}

export async function measurePolicyCost({ owner, gateway, samples }: CostInputs) {
  const count = Number(process.env["BENCH_PORTRAITS"] ?? 3_000);
  const { planOf, bare } = portraits();
  const timesOf: Record<"with" | "without", number[]> = { with: [], without: [] };
  const client = await owner.connect();
  try {
    for (let i = -300; i < count; i++) {
      const sample = samples.sets.portrait[(i + 300) % samples.sets.portrait.length];
      const who = sample && samples.principals[sample.principal];
      if (!sample || !who) throw new Error("There is no sample.");
      const caller = principal(who.tier, who.areaCodes, { role: "OFFICER" });
      const { variables } = sample;
      const bound = { variables, principal: caller, cursorKey };
      const ask = {
        with: async () => {
          const plan = planOf(caller, variables);
          const values = plan.parameters.map((read) => read(bound));
          const scope = { scope: caller, timeoutMs: 10_000 };
          await runScoped(gateway, { statement: plan.statement, values, ...scope });
        },
        without: async () => {
          const values = bare.parameters.map((read) => read(bound));
          await client.query({ ...bare.statement, values, rowMode: "array" });
        },
      };
      // Which of the two comes first changes from pair to pair: the second finds warm pages.
      for (const name of i % 2 === 0
        ? (["with", "without"] as const)
        : (["without", "with"] as const)) {
        const from = performance.now();
        await ask[name]();
        if (i >= 0) timesOf[name].push(performance.now() - from);
      }
    }
  } finally {
    client.release();
  }
  const figures = Object.entries(timesOf).map(([policyIs, times]) => ({
    policy: policyIs,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    requests: times.length,
  }));
  const ratio = percentile(timesOf.with, 0.5) / percentile(timesOf.without, 0.5);
  return {
    ...Object.fromEntries(figures.map((each) => [each.policy, each])),
    ratioOfP50: { ratio },
  };
}

function portraits() {
  const cache = new DocumentCache(schema, defaultOperationLimits);
  const prepared = cache.prepare(documents.graph.portrait);
  if ("errors" in prepared) throw new Error(String(prepared.errors[0]));
  const [operation] = prepared.operations.values();
  if (!operation) throw new Error("The document has no operation.");
  const plans = new PlanCache({ schema, shapes, policy, limits });
  const bare = compileOperation({
    schema,
    shapes: new Map([...shapes].map(([type, shape]) => [type, { ...shape, scope: "none" }])),
    limits,
    document: prepared.document,
    operation: operation.definition,
    variables: { creditCode: "" },
    access: {
      tier: "DISTRICT",
      singleArea: true,
      granted: false,
      smallestGroup: policy.smallestGroup,
      decide: (field) => ({ kind: "show", rule: field }),
      levelOf: () => "L1",
    },
  });
  const planOf = (caller: ReturnType<typeof principal>, variables: Record<string, unknown>) =>
    plans.planFor(prepared, operation, variables, caller);
  return { planOf, bare };
}
