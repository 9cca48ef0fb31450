/** Events are reads: they cost points, they are in the audit before they are told, and nobody holds connections without end. */
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { setTimeout } from "node:timers/promises";

import { type Client, createClient } from "graphql-ws";
import { afterEach, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";

import { GoldseedError } from "../../domain/errors.ts";
import { defaultOperationLimits } from "../../gateway/limits/measure-operation.ts";
import type { GatewayOptions } from "../../gateway/main.ts";
import { channels, notify } from "../../store/notify.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGateway, type TestGateway } from "../kit/gateway.ts";
import { pageLimits, principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const callers = {
  yinzhu: principal("TOWN", [towns.yinzhu], { subject: "li.si" }),
  boli: principal("TOWN", [towns.boli], { subject: "wang.wu" }),
};
let gateway: TestGateway;
const clients: Client[] = [];

beforeAll(() => seedDistrict(db.owner));
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
  await gateway.stop();
});

const open = async (overrides: Partial<GatewayOptions>) =>
  (gateway = await openGateway(db.gateway, callers, { workerPool: db.worker, ...overrides }));

interface Event {
  readonly data?: { readonly enterpriseChanged: { readonly enterprise: object } } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

function connect(caller: keyof typeof callers, closed: (code: number) => void = () => undefined) {
  const client = createClient({
    url: `${gateway.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => undefined,
    connectionParams: { authorization: `Bearer ${caller}` },
    on: { closed: (event) => closed((event as { code: number }).code) },
  });
  clients.push(client);
  return client;
}

const changes = (selection: string, code: string) =>
  `subscription { enterpriseChanged(creditCodes: ["${code}"]) { enterprise { ${selection} } } }`;

/** Told again and again, until the subscription ends or has had its fill. */
async function listen(events: AsyncIterableIterator<Event>, code: string, most: number) {
  const heard: Event[] = [];
  const ended = new AbortController();
  const telling = (async () => {
    while (!ended.signal.aborted) {
      await notify(db.worker, channels.enterprises, [code]);
      await setTimeout(20);
    }
  })();
  try {
    for await (const event of events) if (heard.push(event) === most) break;
  } finally {
    ended.abort();
    await telling;
  }
  return heard;
}

const subscribe = (caller: keyof typeof callers, query: string) =>
  connect(caller).iterate({ query }) as AsyncIterableIterator<Event>;

test("a subscription and each of its events cost points; without any it ends, and others hear theirs", async () => {
  // Twenty points, hardly more while this runs; the selection below costs two.
  await open({ pointRates: { perSubject: 0.001, perArea: 10, total: 1_000, burstS: 20_000 } });
  const heard = await listen(subscribe("yinzhu", changes("creditCode", codes.A)), codes.A, 1_000);
  expect(heard).toHaveLength(10);
  expect(heard.slice(0, 9).every(({ data, errors }) => data && !errors)).toBe(true);
  expect(heard.at(-1)?.errors?.[0]?.extensions.code).toBe("RATE_LIMITED");
  const others = await listen(subscribe("boli", changes("creditCode", codes.C)), codes.C, 2);
  expect(others.every(({ errors }) => errors === undefined)).toBe(true);
});

test("a subscription that costs more than one operation may is refused at its start", async () => {
  await open({ limits: { ...defaultOperationLimits, ...pageLimits, maxCost: 1 } });
  const [refused] = await listen(subscribe("yinzhu", changes("creditCode", codes.A)), codes.A, 1);
  expect(refused?.errors?.[0]?.extensions.code).toBe("OPERATION_TOO_LARGE");
});

test("an event with sensitive fields is in the audit, with whom it was told of", async () => {
  await open({});
  const query = changes("financials { revenue }", codes.A);
  await listen(subscribe("yinzhu", query), codes.A, 2);
  const reads = gateway.audited.filter(({ action }) => action === "graph.read");
  expect(reads.length).toBeGreaterThanOrEqual(2);
  expect(reads[0]).toMatchObject({
    actor: "li.si",
    fields: ["AnnualFinancial.revenue"],
    rowCount: 3,
    creditCodes: [codes.A],
  });
});

test("without the audit no sensitive event is told, and what is not sensitive is", async () => {
  await open({
    audit: {
      record: () => Promise.reject(new GoldseedError("AUDIT_UNAVAILABLE", "down")),
      note: () => undefined,
      settle: () => Promise.resolve(),
    },
  });
  const sensitive = changes("financials { revenue }", codes.A);
  const heard = await listen(subscribe("yinzhu", sensitive), codes.A, 10);
  expect(heard).toEqual([
    { errors: [expect.objectContaining({ extensions: expect.anything() as unknown })] },
  ]);
  expect(heard[0]?.errors?.[0]?.extensions.code).toBe("AUDIT_UNAVAILABLE");
  const [plain] = await listen(subscribe("yinzhu", changes("name", codes.A)), codes.A, 1);
  expect(plain?.data).toBeTruthy();
});

test("a subscription that its caller may not have is a refusal in the audit", async () => {
  await open({});
  const query = "subscription { syncRunChanged { syncRun { id } } }";
  const [refused] = await listen(subscribe("yinzhu", query), codes.A, 1);
  expect(refused?.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  expect(gateway.audited).toContainEqual(
    expect.objectContaining({ actor: "li.si", category: "REFUSAL", action: "graph.refused" }),
  );
});

test("a caller who does not answer the end of a connection does not hold up a stop", async () => {
  await open({ drainTimeoutMs: 100 });
  const socket = new WebSocket(`${gateway.url.replace("http", "ws")}/graphql`, [
    "graphql-transport-ws",
  ]);
  const [response] = (await once(socket, "upgrade")) as [IncomingMessage];
  response.socket.pause();
  await gateway.stop();
  socket.terminate();
  await open({});
}, 20_000);

test("a subscription that is ended while nothing happens gives its place back, and its connection stays", async () => {
  await open({ streams: { maxStreams: 100, maxStreamsPerSubject: 4 } });
  const client = connect("yinzhu");
  const answers: unknown[] = [];
  for (let round = 1; round <= 8; round += 1) {
    const silent = client.iterate({ query: changes("name", codes.C) });
    const never = silent.next();
    const { value } = await client.iterate({ query: "{ viewer { tier } }" }).next();
    answers.push(value);
    await silent.return?.();
    expect(await never).toEqual({ done: true, value: undefined });
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set(['{"data":{"viewer":{"tier":"TOWN"}}}']),
  );
});

test("a caller holds no more connections than allowed, and gets places back", async () => {
  await open({ streams: { maxStreams: 100, maxStreamsPerSubject: 1 } });
  const answered = (client: Client) => client.iterate({ query: "{ viewer { tier } }" }).next();
  const first = connect("yinzhu");
  await answered(first);
  const second = connect("yinzhu");
  await answered(second);
  const code = await new Promise<number>((resolve) => connect("yinzhu", resolve));
  expect(code).toBe(1013);
  await answered(connect("boli"));
  await first.dispose();
  await expect
    .poll(() =>
      answered(connect("yinzhu")).then(
        ({ value }) => value,
        () => null,
      ),
    )
    .toMatchObject({ data: { viewer: { tier: "TOWN" } } });
});
