/** The operator's port: seeding, faults, clock, keys, inspection. No authentication: keep it on loopback. */
import { createServer, type Server } from "node:http";

import { adminRoutes } from "./admin-routes.ts";
import type { Platform } from "./platform.ts";
import { readBody } from "./read-body.ts";
import { Refusal } from "./refusal.ts";

const maxSeedBytes = 1024 * 1024 * 1024;

export function createAdminServer(platform: Platform): Server {
  return createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://admin");
    const name = `${request.method ?? "GET"} ${url.pathname}`;
    const reply = (status: number, body: unknown): void => {
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(body));
    };
    const run = async (): Promise<void> => {
      const route = adminRoutes[name];
      if (route === undefined) throw new Refusal("NOT_FOUND", `there is no "${name}"`);
      const text = (await readBody(request, maxSeedBytes)).toString("utf8");
      reply(200, await route({ platform, text, query: url.searchParams }));
    };
    run().catch((error: unknown) => {
      if (error instanceof Refusal) return reply(error.status, error.body("admin"));
      return reply(400, { error: { code: "ADMIN", message: String(error) } });
    });
  });
}
