/** /livez: the process answers. /readyz: it may be sent requests, with each check's result; neither needs a token. */
import type { FastifyInstance } from "fastify";

import type { Pool } from "../../store/pool.ts";
import { isReachable } from "../../store/queries/is-reachable.ts";

export interface HealthOptions {
  readonly pool: Pool;
  /** False while starting and while stopping. */
  readonly serving: () => boolean;
}

export function registerHealthRoutes(app: FastifyInstance, { pool, serving }: HealthOptions): void {
  app.get("/livez", (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "ok" }),
  );
  app.get("/readyz", async (_request, reply) => {
    const checks = { serving: serving(), database: await isReachable(pool) };
    const ready = checks.serving && checks.database;
    return reply
      .code(ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status: ready ? "ready" : "not ready", checks });
  });
}
