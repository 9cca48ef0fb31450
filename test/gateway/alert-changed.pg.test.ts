/** From a match to the socket: each event once, to the specialists of the area alone, after a gap too. */
import { createClient as createSseClient } from "graphql-sse";
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";

import { GoldseedError } from "../../domain/errors.ts";
import { followAlerts } from "../../cultivation/follow-alerts.ts";
import { loadSoundCriteria } from "../../cultivation/load-criteria.ts";
import { matchDirty } from "../../cultivation/match-screenings.ts";
import { markAsked } from "../../store/queries/screening-rows.ts";
import { inTransaction } from "../../store/transaction.ts";
import { activate, day, people, setRevenue } from "../cultivation/alerts/alert-kit.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGateway, type TestGateway } from "../kit/gateway.ts";
import { codes, seedDistrict } from "../kit/seed.ts";

const db = await createTestDatabase();
const criteria = await loadSoundCriteria();
const callers = { boli: people.boli, yinzhu: people.yinzhu };
/** Tokens that have come to their end. */
const ended = new Set<string>();
let gateway: TestGateway;

beforeAll(async () => {
  await seedDistrict(db.owner);
  await activate(db.worker, "revenue", "上年度营业收入总额不低于5000万元");
  await inTransaction(db.worker, (client) => markAsked(client, [{ id: "revenue", version: 1 }]));
  gateway = await openGateway(db.gateway, callers, {
    workerPool: db.worker,
    authenticator: {
      authenticate: async (header) => {
        if (header !== null && ended.has(header ?? ""))
          throw new GoldseedError("UNAUTHENTICATED", "The token has expired.");
        return header?.includes("boli") ? callers.boli : callers.yinzhu;
      },
    },
  });
});
afterAll(() => gateway.stop());

const query = `subscription { alertChanged { isRaised alert { state enterprise { creditCode } } } }`;
interface Told {
  readonly data?: { readonly alertChanged: unknown } | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
}

/** One more event of an alert of the enterprise. */
async function touch(code: string): Promise<void> {
  await db.owner.query(
    `with next as (update alerts set version = version + 1 where credit_code = $1 returning *)
     insert into alert_outbox (credit_code, town_code, zone_code, alert_id, sequence) select credit_code, town_code, zone_code, id, version from next`,
    [code],
  );
}

async function hearSocket(authorization: string, note: (told: Told) => void): Promise<void> {
  const client = createClient({
    url: `${gateway.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization },
  });
  for await (const event of client.iterate({ query }) as AsyncIterable<Told>) note(event);
  await client.dispose();
}

async function hearEvents(authorization: string, note: (told: Told) => void): Promise<void> {
  const client = createSseClient({
    url: `${gateway.url}/graphql/stream`,
    headers: { authorization },
    retryAttempts: 0,
  });
  for await (const event of client.iterate({ query }) as AsyncIterable<Told>) note(event);
  client.dispose();
}

test("a new alert is told to its town and not to another", async () => {
  const heard: Record<string, unknown[]> = { boli: [], yinzhu: [] };
  const clients = Object.keys(heard).map((who) => {
    const client = createClient({
      url: `${gateway.url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${who}` },
    });
    const listening = (async () => {
      for await (const event of client.iterate({ query }) as AsyncIterable<Told>)
        heard[who]?.push(event.data?.alertChanged);
    })();
    return { client, listening };
  });
  const told = (code: string) => ({
    isRaised: true,
    alert: { state: "PENDING", enterprise: { creditCode: code } },
  });
  // What is raised before the gateway listens is made up for from the outbox.
  for (const code of [codes.A, codes.C]) await setRevenue(db.owner, code, 60_000_000);
  await matchDirty(db.worker, { asOf: day, criteria });
  await expect
    .poll(() => heard, { timeout: 10_000 })
    .toEqual({
      boli: [told(codes.C)],
      yinzhu: [told(codes.A)],
    });
  for (const { client } of clients) await client.dispose();
  await Promise.allSettled(clients.map(({ listening }) => listening));
});

test("a gap is made up for from the outbox, nothing twice", async () => {
  async function* notices() {
    yield null;
    yield null;
    yield `${codes.C} 00000000-0000-4000-8000-000000000000 7 ${people.boli.areaCodes[0]} -`;
    yield "no notice of ours";
  }
  const since = Date.now();
  const found: string[] = [];
  await db.owner.query("update alert_outbox set written_at = $1", [new Date(since + 60_000)]);
  for await (const notice of followAlerts(db.worker, people.boli, notices()))
    found.push(`${notice.creditCode} ${notice.sequence}`);
  expect(found).toEqual([`${codes.C} 1`, `${codes.C} 7`]);
});

test.each(["by WebSocket", "by SSE"])(
  "its end is that of the token, and what comes after it is not told: %s",
  async (way) => {
    const token = `Bearer boli ${way}`;
    const heard: Told[] = [];
    const note = (told: Told) => void heard.push(told);
    const listening = way === "by SSE" ? hearEvents(token, note) : hearSocket(token, note);
    while (heard.length === 0) {
      await touch(codes.C);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(heard[0]?.data?.alertChanged).toMatchObject({
      alert: { enterprise: { creditCode: codes.C } },
    });
    ended.add(token);
    await touch(codes.C);
    await listening;
    const { data, errors } = heard.at(-1) ?? {};
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions?.code).toBe("UNAUTHENTICATED");
  },
);
