/**
 * `npm run -s bench -- soak`: the gateway under the mixed load of bench/read for BENCH_MINUTES (10) over
 * BENCH_CONNECTIONS (4), its memory read every few seconds. Flat: the last third takes no more than 1.1 times the middle.
 */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import { openArena } from "./read/arena.ts";
import { load } from "./read/load.ts";
import { median, mixedRequests } from "./read/rounds.ts";

const minutes = Number(process.env["BENCH_MINUTES"] ?? 10);
const connections = Number(process.env["BENCH_CONNECTIONS"] ?? 4);
const pauseMs = 5_000;

export async function run(): Promise<Record<string, unknown>> {
  const arena = await openArena({ contenders: ["goldseed"] });
  try {
    const [gateway] = arena.runners;
    if (!gateway) throw new Error("The gateway did not start.");
    const samples: number[] = [];
    const seconds = minutes * 60;
    const ended = load({
      port: gateway.port,
      requests: mixedRequests(gateway),
      connections,
      seconds,
    });
    const end = performance.now() + seconds * 1_000;
    while (performance.now() < end) {
      await sleep(pauseMs);
      samples.push(residentMegabytes(gateway.pid));
    }
    const { requests, failures, codes, perSecond, p50Ms, p99Ms } = await ended;
    const third = Math.floor(samples.length / 3);
    const [middle, last] = [samples.slice(third, 2 * third), samples.slice(2 * third)].map(median);
    return {
      ...arena.conditions,
      plan: { minutes, connections },
      figures: [{ requests, failures, codes: JSON.stringify(codes), perSecond, p50Ms, p99Ms }],
      memory: [
        {
          firstMb: samples[0],
          middleThirdMb: middle,
          lastThirdMb: last,
          mostMb: Math.max(...samples),
          growth: Number(((last ?? 0) / (middle ?? 1)).toFixed(3)),
        },
      ],
    };
  } finally {
    await arena.close();
  }
}

/** As Linux counts it. */
function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes ?? 0) / 1_024);
}
