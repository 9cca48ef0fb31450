/** What this process is at: requests under way, streams, connections to the database, memory, the event loop. */
import type { Metric } from "../../lib/metrics-text.ts";
import type { Pool } from "../../store/pool.ts";

export interface ProcessParts {
  readonly pools: Readonly<Record<string, Pool>>;
  readonly admission: { readonly inFlight: number; readonly waiting: number };
  readonly streams: { readonly open: number };
  readonly liveHeap: { readonly bytes: number | null; readonly limitBytes: number };
}

export function processMetrics({
  pools,
  admission,
  streams,
  liveHeap,
}: ProcessParts): readonly Metric[] {
  const { rss, heapUsed } = process.memoryUsage();
  return [
    gauge("requests_in_flight", "Requests worked on.", admission.inFlight),
    gauge("requests_waiting", "Requests that wait for a place.", admission.waiting),
    gauge("streams_open", "Subscriptions open.", streams.open),
    gauge("process_resident_bytes", "Memory of the process.", rss),
    gauge("process_heap_used_bytes", "Of it, objects of JavaScript.", heapUsed),
    gauge("process_heap_live_bytes", "Of it, held after the last full collection.", liveHeap.bytes),
    gauge("process_heap_limit_bytes", "Where V8 gives up.", liveHeap.limitBytes),
    gauge("process_up_seconds", "Seconds since the process started.", process.uptime()),
    {
      name: "goldseed_event_loop_active_seconds_total",
      help: "Seconds the event loop was at work; all of a second in each second is saturation.",
      type: "counter",
      samples: [{ value: performance.eventLoopUtilization().active / 1_000 }],
    },
    ...poolMetrics(Object.entries(pools)),
  ];
}

function poolMetrics(pools: readonly (readonly [name: string, pool: Pool])[]): readonly Metric[] {
  return [
    {
      name: "goldseed_database_connections",
      help: "Connections to the database by pool and state.",
      type: "gauge",
      samples: pools.flatMap(([pool, { totalCount, idleCount }]) => [
        { labels: { pool, state: "busy" }, value: totalCount - idleCount },
        { labels: { pool, state: "idle" }, value: idleCount },
      ]),
    },
    {
      name: "goldseed_database_waiting",
      help: "Who waits for a connection of the pool.",
      type: "gauge",
      samples: pools.map(([pool, { waitingCount }]) => ({ labels: { pool }, value: waitingCount })),
    },
  ];
}

const gauge = (name: string, help: string, value: number | null): Metric => ({
  name: `goldseed_${name}`,
  help,
  type: "gauge",
  samples: value === null ? [] : [{ value }],
});
