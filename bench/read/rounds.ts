/** Interleaved rounds: every contender meets the same moments of the machine; medians of rounds are told. */
import { availableParallelism } from "node:os";

import { type Arena, contenderNames, type Runner } from "./arena.ts";
import { childCpuSeconds, cpuSeconds, stolenSeconds } from "./cpu.ts";
import { load, type LoadResult } from "./load.ts";
import { type OperationName, operationNames } from "./operations.ts";

export interface ReadPlan {
  readonly rounds: number;
  readonly seconds: number;
  /** Before the first round, for each contender and operation: V8 compiles for some seconds, and longer where there is more. */
  readonly warmSeconds: number;
  readonly connections: number;
  readonly contenders: readonly string[];
  readonly operations: readonly Measured[];
}

export type Measured = OperationName | "mixed";

/** Shares of the mix in percent. */
const mix: Readonly<Record<OperationName, number>> = {
  portrait: 55,
  statements: 5,
  worklist: 20,
  dashboard: 5,
  search: 15,
};

export function readPlan(): ReadPlan {
  const number = (name: string, fallback: number) => Number(process.env[name] ?? fallback);
  const names = <T extends string>(name: string, all: readonly T[]) => {
    const wanted = process.env[name]?.split(",");
    return wanted ? all.filter((each) => wanted.includes(each)) : all;
  };
  return {
    rounds: number("BENCH_ROUNDS", 5),
    seconds: number("BENCH_SECONDS", 4),
    warmSeconds: number("BENCH_WARM_SECONDS", 8),
    connections: number("BENCH_CONNECTIONS", 16),
    contenders: names("BENCH_CONTENDERS", contenderNames),
    operations: names("BENCH_OPERATIONS", [...operationNames, "mixed"] as const),
  };
}

interface Round extends LoadResult {
  readonly nodeMicros: number | null;
  readonly postgresMicros: number | null;
  /** Of the CPUs' time, what the host of a virtual machine gave to others: no contender's, and in everybody's p99. */
  readonly stolenPercent: number | null;
}

export async function measureRounds(
  arena: Arena,
  plan: ReadPlan,
): Promise<Record<string, unknown>> {
  const rounds = new Map<string, Round[]>();
  for (let round = 0; round < plan.rounds; round++) {
    for (const operation of plan.operations) {
      process.stderr.write(`bench: round ${round + 1} of ${plan.rounds}, ${operation}\n`);
      for (const runner of arena.runners) {
        const requests = operation === "mixed" ? mixedRequests(runner) : runner.requests[operation];
        const options = { port: runner.port, requests, connections: plan.connections };
        if (round === 0) await load({ ...options, seconds: plan.warmSeconds });
        const key = `${operation} ${runner.name}`;
        const measured = await measure(arena, runner, () =>
          load({ ...options, seconds: plan.seconds }),
        );
        rounds.set(key, [...(rounds.get(key) ?? []), measured]);
      }
    }
  }
  const { rounds: count, seconds, warmSeconds, connections } = plan;
  return {
    plan: { rounds: count, seconds, warmSeconds, connections, mix: JSON.stringify(mix) },
    figures: figuresOf(arena, plan, rounds),
  };
}

/** Every operation in its share. */
export function mixedRequests(runner: Runner): readonly Buffer[] {
  const mixed: Buffer[] = [];
  for (let i = 0; i < 2_000; i++) {
    // 37 and 100 have no common divisor, so every share is met exactly, spread over the list.
    let place = (i * 37) % 100;
    const name = operationNames.find((each) => (place -= mix[each]) < 0) ?? "portrait";
    mixed.push(runner.requests[name][i] as Buffer);
  }
  return mixed;
}

async function measure(
  arena: Arena,
  runner: Runner,
  work: () => Promise<LoadResult>,
): Promise<Round> {
  const node = cpuSeconds(runner.pid);
  const postgres = childCpuSeconds(arena.postmaster);
  const stolen = stolenSeconds();
  const result = await work();
  const spent = (before: number | null, after: number | null) =>
    before === null || after === null ? null : ((after - before) * 1e6) / result.requests;
  return {
    ...result,
    nodeMicros: spent(node, cpuSeconds(runner.pid)),
    postgresMicros: spent(postgres, childCpuSeconds(arena.postmaster)),
    stolenPercent: stolenShare(stolen, stolenSeconds(), result.seconds),
  };
}

function stolenShare(before: number | null, after: number | null, seconds: number): number | null {
  if (before === null || after === null) return null;
  return (100 * (after - before)) / (seconds * availableParallelism());
}

function figuresOf(
  arena: Arena,
  plan: ReadPlan,
  rounds: ReadonlyMap<string, readonly Round[]>,
): readonly Record<string, unknown>[] {
  return plan.operations.flatMap((operation) => {
    const of = (name: string) => rounds.get(`${operation} ${name}`) ?? [];
    const rate = (name: string) => median(of(name).map(({ perSecond }) => perSecond));
    return arena.runners.map(({ name }) => ({
      operation,
      contender: name,
      perSecond: round(rate(name)),
      p50Ms: round(median(of(name).map(({ p50Ms }) => p50Ms)), 2),
      p99Ms: round(median(of(name).map(({ p99Ms }) => p99Ms)), 2),
      p99OverP50: round(median(of(name).map(({ p50Ms, p99Ms }) => p99Ms / p50Ms)), 2),
      nodeMicros: round(median(of(name).map(({ nodeMicros }) => nodeMicros ?? Number.NaN))),
      postgresMicros: round(
        median(of(name).map(({ postgresMicros }) => postgresMicros ?? Number.NaN)),
      ),
      stolenPercent: round(
        median(of(name).map(({ stolenPercent }) => stolenPercent ?? Number.NaN)),
        1,
      ),
      p99OverP50ByRound: tailsOf(of(name)),
      timesPostgraphile: ratio(of(name), of("postgraphile")),
      timesPostgraphileModels: ratio(of(name), of("postgraphile over read models")),
      timesApollo: ratio(of(name), of("apollo")),
      ofLimit: ratio(of(name), of("limit")),
      ofLimitModels: ratio(of(name), of("limit over read models")),
      failures: of(name).reduce((sum, { failures }) => sum + failures, 0),
      codes: codesOf(of(name)),
    }));
  });
}

/** `2.31 at 0.5 % stolen, …`: so that a reader can tell the contender's own tail from that of the host. */
function tailsOf(rounds: readonly Round[]): string {
  return rounds
    .map(
      ({ p50Ms, p99Ms, stolenPercent }) =>
        `${round(p99Ms / p50Ms, 2)} at ${stolenPercent === null ? "?" : round(stolenPercent, 1)} % stolen`,
    )
    .join(", ");
}

/** `TIMEOUT 2, OVERLOADED 1`; empty without a failure. */
function codesOf(rounds: readonly Round[]): string {
  const sums = new Map<string, number>();
  for (const { codes } of rounds)
    for (const [code, count] of Object.entries(codes))
      sums.set(code, (sums.get(code) ?? 0) + count);
  return [...sums].map(([code, count]) => `${code} ${count}`).join(", ");
}

/** The median of the rounds' own ratios: both sides of each were measured side by side. */
function ratio(mine: readonly Round[], theirs: readonly Round[]): number | null {
  if (theirs.length === 0) return null;
  return round(
    median(
      mine.map(({ perSecond }, index) => perSecond / (theirs[index]?.perSecond ?? Number.NaN)),
    ),
    2,
  );
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

function round(value: number, digits = 0): number | null {
  return Number.isFinite(value) ? Number(value.toFixed(digits)) : null;
}
