/** Waits until nobody is left to be judged or asked: what a store has behind is no part of what is measured. */
import { setTimeout as sleep } from "node:timers/promises";

import type { Pool } from "../../store/pool.ts";

const pauseMs = 250;

/** @param withinMs then it is told what is left. */
export async function untilQuiet(pool: Pool, withinMs: number): Promise<number> {
  const started = performance.now();
  for (;;) {
    const { rows } = await pool.query<{ marks: number; unasked: number }>(
      `select (select count(*)::int from dirty_keys where stage in ('INDICATORS', 'SCREENINGS'))
          + (select coalesce(sum(cardinality(credit_codes)), 0)::int from dirty_lists) as marks,
        (select count(*)::int from screenings where state = 'ACTIVE' and active_version is distinct from matched_version) as unasked`,
    );
    const [left = { marks: 0, unasked: 0 }] = rows;
    const took = performance.now() - started;
    if (left.marks + left.unasked === 0) return Math.round(took);
    if (took > withinMs)
      throw new Error(
        `After ${Math.round(took / 1_000)} s ${left.marks} enterprises and ${left.unasked} screenings still wait to be judged. Let \`goldseed start\` run on this store until its log says "alerts", then measure.`,
      );
    await sleep(pauseMs);
  }
}
