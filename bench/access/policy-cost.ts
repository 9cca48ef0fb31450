/**
 * The portrait with the policy (predicate, row-level security, masks, scope set in the same round trip) against the same
 * selection without: compiled without predicate and mask, read by a login that has no scope, through the same prepared
 * path and under the same deadline. And what that is of the portrait as a caller meets it, over HTTP.
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
import { runPrepared } from "../../store/prepared-batch.ts";
import { readScoped } from "../../store/scoped-query.ts";
import { principal } from "../../test/kit/graph.ts";
import { documents } from "../read/operations.ts";
import type { Sample, Samples } from "../read/samples.ts";
import { percentile } from "./statistics.ts";

const limits = { maxPageSize: 200, defaultPageSize: 20 };
const cursorKey = makeCursorKey(Buffer.alloc(32, 7));
const schema = loadSchema();
const policy = loadPolicy(schema);

export interface CostInputs {
  readonly gateway: pg.Pool;
  /** Reads every row by a policy of `true`, and owns nothing: an ordinary login without any scope. */
  readonly worker: pg.Pool;
  readonly samples: Samples;
  /** Asks for a portrait over HTTP, as one of the samples' principals. */
  readonly askOverHttp: (sample: Sample) => Promise<void>;
}

type Variant = "with" | "without" | "http";
const variants: readonly Variant[] = ["with", "without", "http"];

/** A deadline is no policy: both statements have one, each set in the statement's own round trip. */
const deadline = {
  statement: {
    name: "bench_deadline",
    text: "select set_config('statement_timeout', $1, true)",
  },
  values: ["10000"],
};

export async function measurePolicyCost({ gateway, worker, samples, askOverHttp }: CostInputs) {
  const count = Number(process.env["BENCH_PORTRAITS"] ?? 6_000);
  const { planOf, bare } = portraits();
  const times: Record<string, Record<Variant, number[]>> = {};
  const set = samples.sets.portrait;
  for (let i = -300; i < count; i++) {
    const sample = set[(i + 300) % set.length];
    const who = sample && samples.principals[sample.principal];
    if (!sample || !who) throw new Error("There is no sample.");
    const caller = principal(who.tier, who.areaCodes, { role: "OFFICER" });
    const { variables } = sample;
    const bound = { variables, principal: caller, cursorKey };
    const plan = planOf(caller, variables);
    const values = plan.parameters.map((read) => read(bound));
    const own = { statement: bare.statement, values: bare.parameters.map((read) => read(bound)) };
    const ask: Record<Variant, () => Promise<unknown>> = {
      with: () =>
        readScoped(gateway, {
          statement: plan.statement,
          values,
          scope: caller,
          timeoutMs: 10_000,
        }),
      without: () => runPrepared(worker, [deadline, own]),
      http: () => askOverHttp(sample),
    };
    // Which comes first is drawn: the second finds warm pages.
    for (const variant of variants.toSorted(() => Math.random() - 0.5)) {
      const from = performance.now();
      await ask[variant]();
      const ms = performance.now() - from;
      if (i >= 0)
        for (const tier of ["ALL", who.tier])
          (times[tier] ??= { with: [], without: [], http: [] })[variant].push(ms);
    }
  }
  return Object.entries(times).map(([tier, of]) => {
    const [withPolicy, without, http] = variants.map((each) => percentile(of[each], 0.5));
    const added = (withPolicy ?? 0) - (without ?? 0);
    return {
      tier,
      requests: of.with.length,
      withP50Ms: withPolicy,
      withoutP50Ms: without,
      addedToStatement: added / (without ?? 0),
      httpP50Ms: http,
      addedToHttp: added / ((http ?? 0) - added),
      limit: 0.1,
    };
  });
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
      freeRows: null,
      decide: (field) => ({ kind: "show", rule: field }),
      levelOf: () => "L1",
    },
  });
  const planOf = (caller: ReturnType<typeof principal>, variables: Record<string, unknown>) =>
    plans.planFor(prepared, operation, variables, caller);
  return { planOf, bare };
}
