/** Ten thousand alerts are raised at once: who has heard of what, and when the last had heard. */
import { setTimeout as sleep } from "node:timers/promises";

import type { Chosen } from "./choose-enterprises.ts";
import type { Hearer } from "./hearer.ts";

export interface Subscriber {
  /** Of a town or a zone; null for the district. */
  readonly area: string | null;
  readonly hearer: Hearer;
}

export interface Burst {
  readonly enterprises: readonly Chosen[];
  readonly subscribers: readonly Subscriber[];
  /** What raises the alerts. */
  readonly raise: () => Promise<unknown>;
}

const patienceMs = 200_000;

export async function burst({ enterprises, subscribers, raise }: Burst) {
  const expected = (area: string | null) =>
    enterprises.filter(({ town, zone }) => area === null || town === area || zone === area).length;
  const counts = new Map(subscribers.map(({ area }) => [area, expected(area)]));
  const missing = () =>
    subscribers.reduce(
      (sum, { area, hearer }) => sum + Math.max(0, (counts.get(area) ?? 0) - hearer.heard.size),
      0,
    );
  const started = performance.now();
  await raise();
  const raisedMs = performance.now() - started;
  while (missing() > 0 && performance.now() < started + patienceMs) await sleep(20);
  // What would be told twice, or to the wrong, is told by now.
  await sleep(500);
  const times = subscribers.flatMap(({ hearer }) => [...hearer.heard.values()]);
  if (times.length === 0)
    throw new Error(`Nobody heard of anything within ${patienceMs / 1_000} s.`);
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
    refusal: subscribers.flatMap(({ hearer }) => hearer.refused)[0] ?? null,
    asked: Math.round(raisedMs),
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
