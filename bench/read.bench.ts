/**
 * `npm run -s bench -- read`: the read path beside its peers, over the store of GOLDSEED_DATA_DIR or DATABASE_URL (the
 * published figures are of `--scale full`: 424,000 entities). Interleaved rounds, every contender in a process of its
 * own on Node 24, row-level security on, 34 principals.
 *
 * BENCH_ROUNDS (5), BENCH_SECONDS a round (4), BENCH_WARM_SECONDS before the first (8), BENCH_CONNECTIONS (16),
 * BENCH_CONTENDERS and BENCH_OPERATIONS (all, by comma). docs/performance.md says how it is read.
 */
import { measureRounds, readPlan } from "./read/rounds.ts";
import { openArena } from "./read/arena.ts";

export async function run(): Promise<Record<string, unknown>> {
  const plan = readPlan();
  const arena = await openArena(plan);
  try {
    const agreement = await arena.compare();
    const figures = await measureRounds(arena, plan);
    return { ...arena.conditions, agreement, ...figures };
  } finally {
    await arena.close();
  }
}
