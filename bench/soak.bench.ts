/**
 * `npm run -s bench -- soak`: the gateway under the mixed load of bench/read for BENCH_MINUTES (10) over
 * BENCH_CONNECTIONS (4), its memory read every few seconds. Flat: in the last third it holds no more than 1.1 times what it
 * did in the middle. What it holds is what a full collection leaves; the resident memory, told beside it, follows the room
 * that V8 gives to the young.
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
    const resident: number[] = [];
    const live: (number | null)[] = [];
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
      resident.push(residentMegabytes(gateway.pid));
      live.push(await liveMegabytes(gateway.port));
    }
    const { requests, failures, codes, perSecond, p50Ms, p99Ms } = await ended;
    return {
      ...arena.conditions,
      plan: { minutes, connections },
      figures: [{ requests, failures, codes: JSON.stringify(codes), perSecond, p50Ms, p99Ms }],
      memory: [
        { memory: "live", ...courseOf(live) },
        { memory: "resident", ...courseOf(resident) },
      ],
    };
  } finally {
    await arena.close();
  }
}

/** Null where nothing is known yet: V8 collects all some two minutes after the start for the first time. */
function courseOf(samples: readonly (number | null)[]): Record<string, unknown> {
  const third = Math.floor(samples.length / 3);
  const known = (from: number, to?: number) =>
    samples.slice(from, to).filter((each) => each !== null);
  const [middle, last] = [known(third, 2 * third), known(2 * third)].map((part) =>
    part.length === 0 ? null : median(part),
  );
  const all = known(0);
  return {
    firstMb: all[0] ?? null,
    middleThirdMb: middle,
    lastThirdMb: last,
    mostMb: all.length === 0 ? null : Math.max(...all),
    growth: middle && last ? Number((last / middle).toFixed(3)) : null,
  };
}

/** As the gateway's own metrics tell it. */
async function liveMegabytes(port: number): Promise<number | null> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const bytes = /^goldseed_process_heap_live_bytes (\d+)$/mu.exec(text)?.[1];
  return bytes === undefined ? null : Math.round(Number(bytes) / 1_048_576);
}

/** As Linux counts it. */
function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes ?? 0) / 1_024);
}
