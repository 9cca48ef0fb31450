/**
 * /metrics: for a monitor on this machine, or one that brings METRICS_TOKEN. To anybody else there is nothing here. It
 * answers without the database too, and says so: an outage is when somebody looks.
 */
import { createHash, timingSafeEqual } from "node:crypto";

import type { FastifyInstance, FastifyRequest } from "fastify";

import { type Metric, metricsText } from "../../lib/metrics-text.ts";
import type { Pool } from "../../store/pool.ts";
import { isReachable } from "../../store/queries/is-reachable.ts";
import { type MarkAge, readMarkAges } from "../../store/queries/mark-ages.ts";
import { readSyncMetrics } from "../../store/queries/sync-metrics.ts";
import { isLocalRequest } from "./local-request.ts";
import type { RequestCounter } from "./request-counter.ts";
import { syncMetricsOf } from "./sync-metrics.ts";

export interface MetricsOptions {
  readonly counter: RequestCounter;
  /** Logs in as the worker; null leaves out the figures of the exchange and of what waits to be judged. */
  readonly workerPool: Pool | null;
  /** Logs in as the gateway: whether it is answered is a figure. */
  readonly pool: Pool;
  readonly ownMetrics: () => readonly Metric[];
  /** Null: this machine alone. */
  readonly metricsToken: string | null;
  readonly furtherMetrics?: () => readonly Metric[];
}

export function registerMetricsRoute(app: FastifyInstance, options: MetricsOptions): void {
  app.get("/metrics", async (request, reply) => {
    if (!mayRead(request, options.metricsToken)) return reply.callNotFound();
    const isUp = await isReachable(options.pool);
    const worker = isUp ? options.workerPool : null;
    const sync = worker && (await orNull(readSyncMetrics(worker, "city")));
    const marks = worker && (await orNull(readMarkAges(worker)));
    const metrics = [
      databaseUp(isUp),
      ...options.counter.metrics(),
      ...options.ownMetrics(),
      ...(options.furtherMetrics?.() ?? []),
      ...(marks === null ? [] : [marksAge(marks)]),
      ...(sync === null ? [] : syncMetricsOf(sync)),
    ];
    return reply
      .header("content-type", "text/plain; version=0.0.4; charset=utf-8")
      .header("cache-control", "no-store")
      .send(metricsText(metrics));
  });
}

/** A database that is lost between the two questions leaves these figures out. */
const orNull = <T>(figures: Promise<T>): Promise<T | null> => figures.catch(() => null);

const marksAge = (marks: readonly MarkAge[]): Metric => ({
  name: "goldseed_marks_age_seconds",
  help: "Seconds that the oldest mark of an enterprise has waited to be judged or portrayed; 0 when none waits.",
  type: "gauge",
  samples: marks.map(({ stage, ageS }) => ({ labels: { stage }, value: ageS })),
});

const databaseUp = (isUp: boolean): Metric => ({
  name: "goldseed_database_up",
  help: "1 when the database answers within a second, else 0.",
  type: "gauge",
  samples: [{ value: Number(isUp) }],
});

function mayRead(request: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer (.+)$/u.exec(request.headers.authorization ?? "")?.[1];
  if (token !== null && given !== undefined) {
    const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
    return timingSafeEqual(digest(given), digest(token));
  }
  return token === null && isLocalRequest(request);
}
