/** syncRunChanged: an exchange's beginning and end are heard by the district and the city, and by nobody below. */
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";

import { closeRun, noCounts, openRun } from "../../store/queries/sync-runs.ts";
import { inTransaction } from "../../store/transaction.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGateway } from "../kit/gateway.ts";
import { principal } from "../kit/graph.ts";
import { towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const gateway = await openGateway(
  db.gateway,
  { district: principal("DISTRICT", ["370211"]), town: principal("TOWN", [towns.boli]) },
  { workerPool: db.worker },
);
beforeAll(() =>
  db.owner.query("insert into sync_peers (id, name, level) values ('city', 'x', 'L3')"),
);
afterAll(() => gateway.stop());

const listen = (token: string) =>
  createClient({
    url: `${gateway.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
  }).iterate({
    query: "subscription { syncRunChanged { syncRun { id direction state } } }",
  }) as AsyncIterableIterator<{ data?: unknown; errors?: readonly unknown[] }>;

async function exchange(): Promise<void> {
  const run = { peerId: "city", direction: "PULL", stream: "titles", details: {} } as const;
  const runId = await openRun(db.worker, run);
  const end = { peerId: "city", runId, state: "DONE", counts: noCounts, failure: null } as const;
  await inTransaction(db.worker, (client) => closeRun(client, end));
}

test("beginning and end of an exchange are told as they stand when they are read", async () => {
  const events = listen("district");
  let next = events.next();
  // The gateway may not listen yet when the first one goes by.
  const exchanges: Promise<void>[] = [];
  const begin = setInterval(() => exchanges.push(exchange()), 100);
  const first = await next;
  clearInterval(begin);
  await Promise.all(exchanges);
  next = events.next();
  expect([first.value?.errors, (await next).done]).toEqual([undefined, false]);
  expect(first.value?.data).toMatchObject({ syncRunChanged: { syncRun: { direction: "PULL" } } });
  await events.return?.();
});

test("a town is refused", async () => {
  const event = await listen("town")
    .next()
    .catch((error: unknown) => ({ value: { errors: error } }));
  expect(JSON.stringify(event.value)).toContain("FORBIDDEN");
});
