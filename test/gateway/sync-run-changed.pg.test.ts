/** What is heard of the exchange: runs and receipts by the district and the city, conflicts by the district alone. */
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";

import { closeConflicts, recordConflicts } from "../../store/queries/sync-conflicts.ts";
import { insertReceipt } from "../../store/queries/sync-receipts.ts";
import { closeRun, noCounts, openRun } from "../../store/queries/sync-runs.ts";
import { inTransaction } from "../../store/transaction.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGateway } from "../kit/gateway.ts";
import { principal } from "../kit/graph.ts";
import { towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const gateway = await openGateway(
  db.gateway,
  {
    district: principal("DISTRICT", ["370211"]),
    city: principal("CITY", ["3702"]),
    town: principal("TOWN", [towns.boli]),
  },
  { workerPool: db.worker },
);
beforeAll(() =>
  db.owner.query("insert into sync_peers (id, name, level) values ('city', 'x', 'L3')"),
);
afterAll(() => gateway.stop());

const runs = "subscription { syncRunChanged { syncRun { id direction state } } }";
const conflicts =
  "subscription { syncConflictChanged { conflict { recordKey kind state decision } } }";
const receipts =
  "subscription { agreementReceiptObtained { receipt { level agreed recordCount } } }";

const lag = "subscription { syncLagChanged { streams { stream outboxDepth } } }";

const listen = (token: string, query = runs) =>
  createClient({
    url: `${gateway.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
  }).iterate({
    query,
  }) as AsyncIterableIterator<{ data?: unknown; errors?: readonly unknown[] }>;

async function exchange(): Promise<void> {
  const run = { peerId: "city", direction: "PULL", stream: "titles", details: {} } as const;
  const runId = await openRun(db.worker, run);
  const end = { peerId: "city", runId, state: "DONE", counts: noCounts, failure: null } as const;
  await inTransaction(db.worker, (client) => closeRun(client, end));
}

const place = { peerId: "city", stream: "titles" };
let asked = 0;
async function ask(): Promise<void> {
  const question = { field: null, base: null, ours: null, theirs: {}, decision: null };
  const conflict = { ...question, key: `k${(asked += 1)}`, kind: "INVALID", reason: "r" } as const;
  await inTransaction(db.worker, (client) => recordConflicts(client, place, [conflict]));
}
async function obtain(): Promise<void> {
  const worth = {
    ...place,
    level: "L3",
    agreed: true,
    ourRoot: "r",
    theirRoot: "r",
    recordCount: 12,
  };
  const cost = { differences: {}, ourSignature: null, theirSignature: null, roundTrips: 1 };
  const ledger = { length: 0, head: null };
  await insertReceipt(db.worker, { ...worth, ...cost, bytesExchanged: 9, ledger });
}

/** The gateway may not listen yet when the first one goes by, so it happens until one is heard. */
async function firstHeard(events: ReturnType<typeof listen>, act: () => Promise<void>) {
  const acts: Promise<void>[] = [];
  const next = events.next();
  const begin = setInterval(() => acts.push(act()), 100);
  const first = await next;
  clearInterval(begin);
  await Promise.all(acts);
  return first.value;
}

test("beginning and end of an exchange are told as they stand when they are read", async () => {
  const events = listen("district");
  const first = await firstHeard(events, exchange);
  expect([first?.errors, (await events.next()).done]).toEqual([undefined, false]);
  expect(first?.data).toMatchObject({ syncRunChanged: { syncRun: { direction: "PULL" } } });
  await events.return?.();
});

test("a conflict is told when it is opened, and again when it is answered", async () => {
  const events = listen("district", conflicts);
  const first = await firstHeard(events, ask);
  expect(first?.data).toMatchObject({
    syncConflictChanged: { conflict: { kind: "INVALID", state: "OPEN", decision: null } },
  });
  const answered = {
    keys: Array.from({ length: asked }, (_, no) => `k${no + 1}`),
    decision: "RESOLVED",
  };
  await inTransaction(db.worker, (client) =>
    closeConflicts(client, place, { ...answered, kinds: ["INVALID"] }),
  );
  for (;;) {
    const { data } = ((await events.next()).value ?? {}) as {
      data?: { syncConflictChanged: { conflict: { state: string } } };
    };
    if (data?.syncConflictChanged.conflict.state === "DECIDED") break;
  }
  await events.return?.();
});

test("a receipt is told to the city as well", async () => {
  const events = listen("city", receipts);
  const first = await firstHeard(events, obtain);
  expect(first?.data).toEqual({
    agreementReceiptObtained: { receipt: { level: "L3", agreed: true, recordCount: 12 } },
  });
  await events.return?.();
});

test("the backlog is told when a run begins or ends and it has changed, and not otherwise", async () => {
  const notice = (key: string) =>
    db.owner.query(
      "insert into sync_outbox (stream, entity_key, operation, origin) values ('recommendations', $1, 'U', 'local')",
      [key],
    );
  await db.owner.query(
    "insert into sync_streams (peer_id, stream, direction) values ('city', 'recommendations', 'PUSH') on conflict do nothing",
  );
  await notice("a");
  const events = listen("district", lag);
  const first = await firstHeard(events, exchange);
  const told = (depth: number) => ({
    syncLagChanged: { streams: [{ stream: "recommendations", outboxDepth: depth }] },
  });
  expect(first?.data).toEqual(told(1));
  await exchange();
  await notice("b");
  await exchange();
  expect((await events.next()).value?.data).toEqual(told(2));
  await events.return?.();
});

test.each([
  ["a town", "town", lag],
  ["the city", "city", lag],
  ["a town", "town", runs],
  ["a town", "town", conflicts],
  ["a town", "town", receipts],
  ["the city", "city", conflicts],
])("%s (%s) is refused: %s", async (_, token, query) => {
  const event = await listen(token, query)
    .next()
    .catch((error: unknown) => ({ value: { errors: error } }));
  expect(JSON.stringify(event.value)).toContain("FORBIDDEN");
});
