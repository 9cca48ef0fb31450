/** Ten thousand enterprises match at once: who has heard of what, and when the last had heard. */
import { setTimeout as sleep } from "node:timers/promises";

import type { Pool } from "../../store/pool.ts";
import { matching } from "./bench-screening.ts";
import type { Chosen } from "./choose-enterprises.ts";
import type { Hearer } from "./hearer.ts";

export interface Subscriber {
  /** Of a town or a zone; null for the district. */
  readonly area: string | null;
  readonly hearer: Hearer;
}

const patienceMs = 150_000;

/** @param pool of the owner. */
export async function burst(
  pool: Pool,
  enterprises: readonly Chosen[],
  subscribers: readonly Subscriber[],
) {
  const expected = (area: string | null) =>
    enterprises.filter(({ town, zone }) => area === null || town === area || zone === area).length;
  const counts = new Map(subscribers.map(({ area }) => [area, expected(area)]));
  const missing = () =>
    subscribers.reduce(
      (sum, { area, hearer }) => sum + Math.max(0, (counts.get(area) ?? 0) - hearer.heard.size),
      0,
    );
  await changeFigures(pool, enterprises);
  const started = performance.now();
  while (missing() > 0 && performance.now() < started + patienceMs) await sleep(20);
  // What would be told twice, or to the wrong, is told by now.
  await sleep(500);
  const nobody = subscribers.every(({ hearer }) => hearer.heard.size === 0);
  if (nobody) throw new Error(`Nobody heard of anything within ${patienceMs / 1_000} s.`);
  const times = subscribers.flatMap(({ hearer }) => [...hearer.heard.values()]);
  const first = times.reduce((a, b) => Math.min(a, b), Infinity);
  const last = times.reduce((a, b) => Math.max(a, b), 0);
  return {
    alerts: enterprises.length,
    subscribers: subscribers.length,
    deliveries: times.length,
    lost: missing(),
    twice: subscribers.reduce((sum, { hearer }) => sum + hearer.again.length, 0),
    toOthers: subscribers.reduce((sum, one) => sum + foreign(one, enterprises), 0),
    refused: subscribers.reduce((sum, { hearer }) => sum + hearer.refused.length, 0),
    firstMs: Math.round(first - started),
    allMs: Math.round(last - started),
    perSecond: Math.round((times.length / Math.max(1, last - first)) * 1_000),
  };
}

function foreign({ area, hearer }: Subscriber, enterprises: readonly Chosen[]): number {
  const own = new Set(
    enterprises
      .filter(({ town, zone }) => area === null || town === area || zone === area)
      .map(({ creditCode }) => creditCode),
  );
  return [...hearer.heard.keys()].filter((code) => !own.has(code)).length;
}

/** Facts and marks are one transaction; asked at once, for what is measured is raising and telling and not the judging before. */
async function changeFigures(pool: Pool, enterprises: readonly Chosen[]): Promise<void> {
  await pool.query(
    `with changed as (update annual_financials set revenue = $2
       where credit_code = any ($1) and year = extract(year from now())::int - 1 returning credit_code)
     insert into dirty_keys (credit_code, stage, reason) select credit_code, 'SCREENINGS', 'bench' from changed on conflict do nothing`,
    [enterprises.map(({ creditCode }) => creditCode), matching.yuan],
  );
}
