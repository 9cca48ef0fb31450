/** /metrics: for a monitor on this machine, or one that brings METRICS_TOKEN. To anybody else there is nothing here. */
import { createHash, timingSafeEqual } from "node:crypto";

import type { FastifyInstance, FastifyRequest } from "fastify";

import { type Metric, metricsText } from "../../lib/metrics-text.ts";
import type { Pool } from "../../store/pool.ts";
import { readSyncMetrics } from "../../store/queries/sync-metrics.ts";
import { isLocalRequest } from "./local-request.ts";
import type { RequestCounter } from "./request-counter.ts";
import { syncMetricsOf } from "./sync-metrics.ts";

export interface MetricsOptions {
  readonly counter: RequestCounter;
  /** Logs in as the worker; null leaves out the figures of the exchange. */
  readonly workerPool: Pool | null;
  /** Null: this machine alone. */
  readonly metricsToken: string | null;
  readonly furtherMetrics?: () => readonly Metric[];
}

export function registerMetricsRoute(app: FastifyInstance, options: MetricsOptions): void {
  app.get("/metrics", async (request, reply) => {
    if (!mayRead(request, options.metricsToken)) return reply.callNotFound();
    const sync = options.workerPool && (await readSyncMetrics(options.workerPool, "city"));
    const metrics = [
      ...options.counter.metrics(),
      ...(options.furtherMetrics?.() ?? []),
      ...(sync === null ? [] : syncMetricsOf(sync)),
    ];
    return reply
      .header("content-type", "text/plain; version=0.0.4; charset=utf-8")
      .header("cache-control", "no-store")
      .send(metricsText(metrics));
  });
}

function mayRead(request: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer (.+)$/u.exec(request.headers.authorization ?? "")?.[1];
  if (token !== null && given !== undefined) {
    const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
    return timingSafeEqual(digest(given), digest(token));
  }
  return token === null && isLocalRequest(request);
}
