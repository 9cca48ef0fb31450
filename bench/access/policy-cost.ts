/**
 * The portrait with the policy (predicate, row-level security, masks, scope set in the same round trip) against the same
 * selection without: compiled without predicate and mask, read by a login that has no scope, through the same prepared
 * path and under the same deadline. And what that is of the portrait as a caller meets it, over HTTP.
 */
import { compileOperation } from "../../gateway/compile/compile-operation.ts";
import { DocumentCache } from "../../gateway/execute/document-cache.ts";
import { makeCursorKey } from "../../gateway/compile/cursor.ts";
import { PlanCache } from "../../gateway/execute/plan-cache.ts";
import { defaultOperationLimits } from "../../gateway/limits/measure-operation.ts";
import { loadPolicy } from "../../gateway/load-policy.ts";
import { loadSchema } from "../../gateway/load-schema.ts";
import { shapes } from "../../resolvers/shapes.ts";
import { openPool } from "../../store/pool.ts";
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
  readonly gatewayUrl: string;
  /** Of a login that reads every row by a policy of `true`, and owns nothing: an ordinary one without any scope. */
  readonly workerUrl: string;
  readonly samples: Samples;
  /** Asks for a portrait over HTTP, as one of the samples' principals. */
  readonly askOverHttp: (sample: Sample) => Promise<void>;
}

type Variant = "with" | "without" | "http";
const variants: readonly Variant[] = ["with", "without", "http"];
type Times = Record<Variant, number[]>;

/** A deadline is no policy: both statements have one, each set in the statement's own round trip. */
const deadline = {
  statement: {
    name: "bench_deadline",
    text: "select set_config('statement_timeout', $1, true)",
  },
  values: ["10000"],
};

/** Sessions differ by more than what is asked for, whatever they run: each round has fresh ones, and the median tells. */
export async function measurePolicyCost(inputs: CostInputs) {
  const count = Number(process.env["BENCH_PORTRAITS"] ?? 6_000);
  const sessions = Number(process.env["BENCH_SESSIONS"] ?? 20);
  const compiled = portraits();
  const rounds: Record<string, Times>[] = [];
  for (let round = 0; round < sessions; round++) {
    const asks = Math.ceil(count / sessions);
    rounds.push(await measureSessions(inputs, compiled, { first: round * asks, asks }));
  }
  return ["ALL", "TOWN", "ZONE", "DISTRICT"].flatMap((tier) => {
    const times = rounds.flatMap((round) => round[tier] ?? []);
    return times.length === 0 ? [] : [{ tier, ...costOf(times), limit: 0.1 }];
  });
}

interface Part {
  /** Place in the list of samples. */
  readonly first: number;
  readonly asks: number;
}

/**
 * One fresh session a side, in turn. Each asks everything once before it is measured: a session lives for days, and the
 * first touch of a page, which is the same on both sides, would make the policy look small.
 */
async function measureSessions(
  { gatewayUrl, workerUrl, samples, askOverHttp }: CostInputs,
  compiled: ReturnType<typeof portraits>,
  { first, asks }: Part,
): Promise<Record<string, Times>> {
  const [gateway, worker] = [openOne(gatewayUrl), openOne(workerUrl)];
  const times: Record<string, Times> = {};
  for (let i = -asks; i < asks; i++) {
    const place = first + (i < 0 ? i + asks : i);
    const sample = samples.sets.portrait[place % samples.sets.portrait.length];
    if (!sample) throw new Error("There is no sample.");
    const { tier, withPolicy, without } = questionsOf(sample, samples, compiled);
    const ask: Record<Variant, () => Promise<unknown>> = {
      with: () => readScoped(gateway, withPolicy),
      without: () => runPrepared(worker, [deadline, without]),
      http: () => askOverHttp(sample),
    };
    // Which comes first is drawn: the second finds warm pages.
    for (const variant of variants.toSorted(() => Math.random() - 0.5)) {
      const from = performance.now();
      await ask[variant]();
      const ms = performance.now() - from;
      if (i < 0) continue;
      for (const each of ["ALL", tier])
        (times[each] ??= { with: [], without: [], http: [] })[variant].push(ms);
    }
  }
  await Promise.all([gateway.end(), worker.end()]);
  return times;
}

const openOne = (url: string) =>
  openPool({ url, name: "bench", max: 1, statementTimeoutMs: 60_000 });

function questionsOf(
  { principal: place, variables }: Sample,
  { principals }: Samples,
  { planOf, bare }: ReturnType<typeof portraits>,
) {
  const who = principals[place];
  if (!who) throw new Error("There is no such principal.");
  const caller = principal(who.tier, who.areaCodes, { role: "OFFICER" });
  const bound = { variables, principal: caller, cursorKey };
  const plan = planOf(caller, variables);
  const values = plan.parameters.map((read) => read(bound));
  return {
    tier: who.tier,
    withPolicy: { statement: plan.statement, values, scope: caller, timeoutMs: 10_000 },
    without: { statement: bare.statement, values: bare.parameters.map((read) => read(bound)) },
  };
}

/** Of one tier: the median of the sessions' ratios, their range, and what all requests taken together would say. */
function costOf(rounds: readonly Times[]) {
  const added = rounds
    .map((of) => percentile(of.with, 0.5) / percentile(of.without, 0.5) - 1)
    .toSorted((a, b) => a - b);
  const [withP50Ms = 0, withoutP50Ms = 0, httpP50Ms = 0] = variants.map((each) =>
    percentile(
      rounds.flatMap((of) => of[each]),
      0.5,
    ),
  );
  return {
    requests: rounds.reduce((sum, of) => sum + of.with.length, 0),
    sessions: rounds.length,
    withP50Ms,
    withoutP50Ms,
    addedToStatement: ((added[(added.length - 1) >> 1] ?? 0) + (added[added.length >> 1] ?? 0)) / 2,
    addedInSessions: added.map((each) => Number(each.toFixed(3))),
    addedByAllTogether: withP50Ms / withoutP50Ms - 1,
    httpP50Ms,
    addedToHttp: (withP50Ms - withoutP50Ms) / (httpP50Ms - withP50Ms + withoutP50Ms),
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
      freeRows: null,
      decide: (field) => ({ kind: "show", rule: field }),
      levelOf: () => "L1",
    },
  });
  const planOf = (caller: ReturnType<typeof principal>, variables: Record<string, unknown>) =>
    plans.planFor(prepared, operation, variables, caller);
  return { planOf, bare };
}
