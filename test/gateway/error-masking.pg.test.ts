/**
 * Whatever way a request comes by, a failure that is ours is told in the words of the catalogue with the request's id, and
 * its cause to operations alone. The store is broken on purpose; each way meets a break of its own.
 */
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { createClient as createSseClient } from "graphql-sse";
import { createClient } from "graphql-ws";
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";

import { errorCatalogue, GoldseedError } from "../../domain/errors.ts";
import { loadPolicy } from "../../gateway/load-policy.ts";
import { loadSchema } from "../../gateway/load-schema.ts";
import { openApollo } from "../../gateway/server/apollo.ts";
import { createCityRecordLoader } from "../../resolvers/city-record/load-city-records.ts";
import { openPool } from "../../store/pool.ts";
import { channels, notify } from "../../store/notify.ts";
import { csvOf, rowOf } from "../intake/kit/registry-rows.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGateway, type TestGateway } from "../kit/gateway.ts";
import { principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "goldseed-masking-"));
const canary = "password=hunter2 at SELECT * FROM secrets";
const officer = principal("DISTRICT", ["370211"]);
const developer = principal("DISTRICT", ["370211"], { role: "DEVELOPER" });
let gateway: TestGateway;

beforeAll(async () => {
  await seedDistrict(db.owner);
  await db.owner.query(`
    alter table titles rename column batch to batch_gone;
    alter table webhooks rename column name to name_gone;
    alter table import_runs rename column source_id to source_gone;
    alter table sync_peers rename column breaker_state to breaker_gone;
    alter table quarantined_rows rename column reasons to reasons_gone;
    create function canary() returns trigger language plpgsql as $$ begin raise exception '${canary}'; end $$;
    create trigger canary before update on enterprises for each row execute function canary();`);
  gateway = await openGateway(
    db.gateway,
    {},
    {
      workerPool: db.worker,
      uploadFolder: folder,
      authenticator: {
        authenticate: async (header) => {
          if (header === "Bearer broken") throw new Error(canary);
          if (header === "Bearer officer") return officer;
          throw new GoldseedError("UNAUTHENTICATED", "No such caller.");
        },
      },
      graphiql: { development: true, sessions: () => Promise.reject(new Error(canary)) },
    },
  );
});
afterAll(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => void (gateway.internalErrors.length = 0));

const bearer = (caller: string) => ({ authorization: `Bearer ${caller}` });
const json = { "content-type": "application/json" };
const titles = "{ enterprises(first: 1) { edges { node { titles { batch } } } } }";
const subscription = `subscription { enterpriseChanged(creditCodes: ["${codes.A}"]) { enterprise { titles { batch } } } }`;
const assign = `mutation { assignTown(input: { creditCode: "${codes.A}", townCode: "${towns.boli}", reason: "核实" }) { ok error { code message requestId } } }`;

interface Told {
  readonly status: number;
  readonly text: string;
  /** Of the answer's header; null where there is none. */
  readonly requestId: string | null;
}

async function http(path: string, init: RequestInit = {}): Promise<Told> {
  const answer = await fetch(`${gateway.url}${path}`, init);
  return {
    status: answer.status,
    text: await answer.text(),
    requestId: answer.headers.get("x-request-id"),
  };
}

const post = (query: string, headers: Record<string, string> = json, caller = "officer") =>
  http("/graphql", {
    method: "POST",
    headers: { ...headers, ...bearer(caller) },
    body: JSON.stringify({ query }),
  });

/** The subscription's first event comes when it is told of a change; it may not listen yet. */
async function first(events: AsyncIterator<unknown>): Promise<Told> {
  const next = events.next();
  let heard: IteratorResult<unknown> | undefined;
  while (heard === undefined) {
    await notify(db.worker, channels.enterprises, [codes.A]);
    heard = await Promise.race([next, sleep(50, undefined)]);
  }
  const { value } = heard;
  await events.return?.();
  return { status: 200, text: JSON.stringify(value), requestId: null };
}

async function overWebSocket(query: string): Promise<Told> {
  const client = createClient({
    url: `${gateway.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: bearer("officer"),
  });
  try {
    return await first(client.iterate({ query }));
  } finally {
    await client.dispose();
  }
}

const sse = (query: string) =>
  first(
    createSseClient({
      url: `${gateway.url}/graphql/stream`,
      headers: bearer("officer"),
      retryAttempts: 0,
    }).iterate({ query }),
  );

const get = `?${new URLSearchParams({ query: titles }).toString()}`;

const ways: readonly (readonly [string, status: number, ask: () => Promise<Told>])[] = [
  ["a compiled query by plain POST", 500, () => post(titles)],
  [
    "a compiled query by POST through Fastify",
    500,
    () => post(titles, { "content-type": "application/json;charset=utf-8;a=b" }),
  ],
  [
    "a compiled query by GET",
    500,
    () =>
      http(`/graphql${get}`, {
        headers: { ...bearer("officer"), "apollo-require-preflight": "1" },
      }),
  ],
  ["a mutation", 200, () => post(assign)],
  ["a computed field", 200, () => post("{ webhooks { name } }")],
  ["a query over WebSocket", 200, () => overWebSocket(titles)],
  ["a mutation over WebSocket", 200, () => overWebSocket(assign)],
  ["a subscription over WebSocket", 200, () => overWebSocket(subscription)],
  ["a query over server-sent events", 200, () => sse(titles)],
  ["a subscription over server-sent events", 200, () => sse(subscription)],
  ["a caller that cannot be looked at", 500, () => post("{ viewer { tier } }", json, "broken")],
  [
    "such a caller of a stream",
    500,
    () =>
      http("/graphql/stream", {
        method: "POST",
        headers: { ...json, ...bearer("broken"), accept: "text/event-stream" },
        body: JSON.stringify({ query: subscription }),
      }),
  ],
  [
    "an upload",
    500,
    () =>
      http("/imports?source=registry&name=a.csv", {
        method: "POST",
        headers: bearer("officer"),
        body: csvOf([rowOf(1)]),
      }),
  ],
  [
    "quarantined rows as a file",
    500,
    () => http("/imports/quarantine.csv?run=1", { headers: bearer("officer") }),
  ],
  ["the tokens of the query page", 500, () => http("/graphiql/session.json")],
];

/** Of a database, of a file system, of a stack; and the canary's own words. */
const inside =
  /hunter2|secrets|SELECT|\bselect\b|_gone|column|relation|does not exist|node_modules|\.ts\b|\bat \w+ \(|ECONN|127\.0\.0\.1/u;
const { titleZh } = errorCatalogue.INTERNAL_SERVER_ERROR;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

test.each(ways)("%s", async (_way, status, ask) => {
  const told = await ask();
  expect([told.status, told.text]).toEqual([status, expect.stringContaining(titleZh)]);
  expect(told.text).not.toMatch(inside);
  expect(told.text).toContain('"INTERNAL_SERVER_ERROR"');
  const requestId = /"requestId":"([^"]+)"/u.exec(told.text)?.[1] ?? "";
  expect(requestId).toMatch(uuid);
  if (told.requestId !== null) expect(requestId).toBe(told.requestId);
  expect(gateway.internalErrors.map(String).join("\n")).toMatch(/hunter2|does not exist/u);
});

test("without its database the gateway is alive and not ready, and says no more of it", async () => {
  const target = new URL(db.gatewayUrl);
  const { port, hostname } = target;
  const lines = new Set<Socket>();
  const proxy = createServer((line) => {
    const onward = connect(Number(port), hostname);
    for (const end of [line, onward]) lines.add(end.on("error", () => undefined));
    line.pipe(onward).pipe(line);
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  target.port = String((proxy.address() as AddressInfo).port);
  // The proxy is reached by TCP, whatever the database is reached by.
  target.searchParams.delete("host");
  const url = target.toString();
  const away = openPool({
    url,
    name: "away",
    max: 1,
    statementTimeoutMs: 1_000,
    connectionTimeoutMs: 30_000,
  });
  const cut = await openGateway(away, { officer });
  proxy.close();
  for (const line of lines) line.destroy();
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${cut.url}${path}`, init);
    const text = await answer.text();
    expect(text).not.toMatch(inside);
    return [answer.status, JSON.parse(text)] as const;
  };
  const query = { method: "POST", body: JSON.stringify({ query: titles }) };
  expect(await ask("/livez")).toEqual([200, { status: "ok" }]);
  expect(await ask("/readyz")).toEqual([
    503,
    { status: "not ready", checks: { serving: true, database: false } },
  ]);
  expect(await ask("/graphql", { ...query, headers: { ...json, ...bearer("officer") } })).toEqual([
    503,
    {
      errors: [
        expect.objectContaining({
          extensions: expect.objectContaining({ code: "DB_UNAVAILABLE" }),
        }),
      ],
    },
  ]);
  await cut.stop();
  await away.end();
});

test("what is answered by Apollo Server", async () => {
  const fail = () => {
    throw new Error(canary);
  };
  const broken = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: "Query",
      fields: { thrown: { type: GraphQLString, resolve: fail } },
    }),
  });
  const schema = loadSchema();
  const seen: unknown[] = [];
  const apollo = openApollo({
    schema,
    policy: loadPolicy(schema),
    onInternalError: (error, requestId) => seen.push([String(error), requestId]),
    asSeen: () => broken,
  });
  const requestId = "0b8d4f9e-0000-4000-8000-000000000001";
  const answer = await apollo.answer(
    { method: "POST", headers: json, search: "", body: { query: "{ thrown }" } },
    {
      principal: developer,
      requestId,
      deadlineMs: performance.now() + 10_000,
      signal: new AbortController().signal,
      explain: false,
      cityRecords: createCityRecordLoader(null),
    },
  );
  await apollo.stop();
  expect(JSON.parse(answer.body)).toEqual({
    data: { thrown: null },
    errors: [
      {
        message: expect.stringContaining(titleZh),
        path: ["thrown"],
        extensions: { code: "INTERNAL_SERVER_ERROR", requestId },
      },
    ],
  });
  expect(answer.body).not.toMatch(inside);
  expect(seen).toEqual([[expect.stringContaining("hunter2"), requestId]]);
});
