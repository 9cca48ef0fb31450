/** Events over WebSocket and SSE: read as the subscriber of that moment, ended with its token, bounded in number. */
import { once } from "node:events";
import { Agent, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

import { createClient as createSseClient } from "graphql-sse";
import { type Client, createClient } from "graphql-ws";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";

import type { Principal } from "../../domain/access/principal.ts";
import { GoldseedError } from "../../domain/errors.ts";
import { channels, notify } from "../../store/notify.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGateway, type TestGateway } from "../kit/gateway.ts";
import { principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const callers: Record<string, Principal> = {};
let gateway: TestGateway;

beforeAll(async () => {
  await seedDistrict(db.owner);
  gateway = await openGateway(db.gateway, callers, {
    workerPool: db.worker,
    authenticator: {
      authenticate: async (header) => {
        const known = callers[header?.replace("Bearer ", "") ?? ""];
        if (known) return known;
        throw new GoldseedError("UNAUTHENTICATED", "No such caller.");
      },
    },
  });
});
afterAll(() => gateway.stop());
beforeEach(() => {
  callers["yinzhu"] = principal("TOWN", [towns.yinzhu]);
  callers["boli"] = principal("TOWN", [towns.boli]);
});

const query = `subscription ($codes: [CreditCode!]!) { enterpriseChanged(creditCodes: $codes) { enterprise { creditCode town { name } } } }`;

interface Event {
  readonly data?: { enterpriseChanged: { enterprise: { creditCode: string } } } | null;
  readonly errors?: readonly { extensions: { code: string } }[];
}
type Events = AsyncIterableIterator<Event>;

const websocket = (token: string): Client =>
  createClient({
    url: `${gateway.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
  });

const sse = (token: string) =>
  createSseClient({
    url: `${gateway.url}/graphql/stream`,
    headers: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });

const ways = {
  WebSocket: (token: string, variables: object): Events =>
    websocket(token).iterate({ query, variables: { ...variables } }) as Events,
  "server-sent events": (token: string, variables: object): Events =>
    sse(token).iterate({ query, variables: { ...variables } }) as Events,
};

/** The first event tells of the start; after it every notice is heard. */
async function open(
  way: keyof typeof ways,
  token: string,
  wanted: readonly string[],
): Promise<Events> {
  const events = ways[way](token, { codes: wanted });
  return events;
}

const codeOf = ({ value }: IteratorResult<Event>) =>
  value.data?.enterpriseChanged.enterprise.creditCode;

/** Until it is heard: the first subscriber of a channel may come before the gateway listens. */
async function tellUntilHeard(events: Events, code: string) {
  const next = events.next();
  // One after the other: on a busy machine they would else queue up for connections.
  for (;;) {
    await notify(db.worker, channels.enterprises, [code]);
    const heard = await Promise.race([next, sleep(50)]);
    if (heard !== undefined) return heard;
  }
}

describe.each(Object.keys(ways) as (keyof typeof ways)[])("over %s", (way) => {
  test("a change is told with the caller's selection", async () => {
    const events = await open(way, "yinzhu", [codes.A]);
    const { value } = await tellUntilHeard(events, codes.A);
    expect(value).toEqual({
      data: {
        enterpriseChanged: { enterprise: { creditCode: codes.A, town: { name: "隐珠街道" } } },
      },
    });
    await events.return?.();
  });

  test("an enterprise of another town is never told, and one that moved is told to its new town alone", async () => {
    const events = await open(way, "boli", [codes.A, codes.C]);
    expect(codeOf(await tellUntilHeard(events, codes.C))).toBe(codes.C);
    const heard: (string | undefined)[] = [];
    const listening = (async () => {
      for await (const event of events) {
        heard.push(event.data?.enterpriseChanged.enterprise.creditCode);
        if (heard.at(-1) === codes.A) break;
      }
    })();
    await notify(db.worker, channels.enterprises, [codes.A]);
    await notify(db.worker, channels.enterprises, [codes.C]);
    await db.owner.query("update enterprises set town_code = $2 where credit_code = $1", [
      codes.A,
      towns.boli,
    ]);
    await notify(db.worker, channels.enterprises, [codes.A]);
    await listening;
    await db.owner.query("update enterprises set town_code = $2 where credit_code = $1", [
      codes.A,
      towns.yinzhu,
    ]);
    expect(heard.filter((code) => code === codes.A)).toHaveLength(1);
  });

  test("nor is it told that one of another town has changed, whatever is asked of the event", async () => {
    const bare = `subscription ($codes: [CreditCode!]!) { enterpriseChanged(creditCodes: $codes) { __typename } }`;
    const subscribe = (of: string) =>
      (way === "WebSocket" ? websocket("boli") : sse("boli")).iterate({
        query: bare,
        variables: { codes: [of] },
      }) as Events;
    const [foreign, own] = [subscribe(codes.A), subscribe(codes.C)];
    const never = foreign.next();
    const { value } = await tellUntilHeard(own, codes.C);
    expect(value.data).toEqual({ enterpriseChanged: { __typename: "EnterpriseChange" } });
    await notify(db.worker, channels.enterprises, [codes.A]);
    await notify(db.worker, channels.enterprises, [codes.C]);
    await own.next();
    expect(await Promise.race([never, sleep(200)])).toBeUndefined();
    await own.return?.();
    await foreign.return?.();
  });

  test("a wrong variable is told in the caller's own words, as for a query", async () => {
    const worded = `subscription ($codes: [CreditCode!]!, $of: IpRightFilter) {
      enterpriseChanged(creditCodes: $codes) { enterprise { ipRights(filter: $of) { totalCount } } } }`;
    const wanted = { query: worded, variables: { codes: [codes.C], of: { statuss: [] } } };
    const client = way === "WebSocket" ? websocket("boli") : sse("boli");
    const { value } = await (client.iterate(wanted) as Events).next();
    expect(value.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    const told = JSON.stringify(value.errors);
    expect(told).toMatch(/statuss/u);
    expect(told).not.toMatch(/did you mean|\bstatus\b/iu);
  });

  test("a token that no longer holds ends it with an error", async () => {
    const events = await open(way, "yinzhu", [codes.A]);
    await tellUntilHeard(events, codes.A);
    delete callers["yinzhu"];
    let last: Event | undefined;
    await notify(db.worker, channels.enterprises, [codes.A]);
    for await (const event of events) last = event;
    expect(last?.errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  test.each([
    ["no enterprise named", { codes: [] }, "BAD_USER_INPUT"],
    ["a code that is none", { codes: ["x"] }, "BAD_USER_INPUT"],
    ["a variable missing", {}, "BAD_USER_INPUT"],
  ])("%s is refused", async (_name, variables, code) => {
    const { value } = await ways[way]("yinzhu", variables).next();
    expect(value.errors?.[0]?.extensions.code).toBe(code);
  });
});

test("a query is answered over WebSocket too", async () => {
  const events = websocket("yinzhu").iterate({ query: "{ viewer { tier } }" });
  expect((await events.next()).value).toEqual({ data: { viewer: { tier: "TOWN" } } });
});

test("a caller who is not known is not let in: 4403 by WebSocket, 401 by SSE", async () => {
  const closed = await new Promise<{ code: number }>((resolve) => {
    createClient({
      url: `${gateway.url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: false,
      onNonLazyError: () => undefined,
      connectionParams: { authorization: "Bearer nobody" },
      on: { closed: (event) => resolve(event as { code: number }) },
    });
  });
  expect(closed.code).toBe(4403);
  const answer = await fetch(`${gateway.url}/graphql/stream`, {
    method: "POST",
    headers: { accept: "text/event-stream", "content-type": "application/json" },
    body: JSON.stringify({ query, variables: { codes: [codes.A] } }),
  });
  expect(answer.status).toBe(401);
});

test("a caller holds no more subscriptions than allowed, and gets places back", async () => {
  const open20 = await Promise.all(
    Array.from({ length: 20 }, () => {
      const events = ways.WebSocket("boli", { codes: [codes.C] });
      return tellUntilHeard(events, codes.C).then(() => events);
    }),
  );
  const refused = (await ways.WebSocket("boli", { codes: [codes.C] }).next()).value as Event;
  expect(refused.errors?.[0]?.extensions.code).toBe("OVERLOADED");
  for (const events of open20) await events.return?.();
  await expect
    .poll(
      async () =>
        (await tellUntilHeard(ways.WebSocket("boli", { codes: [codes.C] }), codes.C)).value.errors,
    )
    .toBeUndefined();
});

test("a subscription by plain POST is told where to go", async () => {
  const answer = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { authorization: "Bearer boli", "content-type": "application/json" },
    body: JSON.stringify({ query, variables: { codes: [codes.C] } }),
  });
  expect(await answer.json()).toMatchObject({
    errors: [{ extensions: { code: "OPERATION_NOT_SUPPORTED" } }],
  });
});

describe("what a stranger may send", () => {
  const upgrade = (address: string) =>
    `GET ${address} HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;

  test.each([
    ["//", "404"],
    ["http://", "404"],
    ["/nowhere", "404"],
    ["/graphql?access_token=x", "400"],
  ])("an upgrade at %s is answered %s, and its connection ends whole", async (address, status) => {
    const { hostname, port } = new URL(gateway.url);
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    socket.write(upgrade(address));
    const [answer] = (await once(socket, "data")) as [Buffer];
    expect(answer.toString()).toContain(`HTTP/1.1 ${status} `);
    // Its half is left open: the server must not wait for the other.
    const ended = new Promise((resolve) => socket.once("error", resolve).once("close", resolve));
    const writing = setInterval(() => socket.write("x"), 10);
    await ended;
    clearInterval(writing);
    expect((await fetch(`${gateway.url}/livez`)).status).toBe(200);
  });

  test("a connection that is reset while it is refused harms nobody", async () => {
    const { hostname, port } = new URL(gateway.url);
    for (let time = 0; time < 20; time++) {
      const socket = connect({ host: hostname, port: Number(port) });
      await once(socket, "connect");
      socket.write(upgrade("/nowhere"), () => socket.resetAndDestroy());
      await once(socket, "close");
    }
    expect((await fetch(`${gateway.url}/livez`)).status).toBe(200);
  });
});

test("streams that follow each other on one connection leave nothing behind", async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error) => warnings.push(warning);
  process.on("warning", onWarning);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = {
    authorization: "Bearer yinzhu",
    accept: "text/event-stream",
    "content-type": "application/json",
  };
  for (let time = 0; time < 15; time++) {
    const sent = httpRequest(`${gateway.url}/graphql/stream`, { method: "POST", agent, headers });
    sent.end(JSON.stringify({ query: "{ viewer { tier } }" }));
    const [answer] = await once(sent, "response");
    expect(Buffer.concat(await answer.toArray()).toString()).toContain("TOWN");
  }
  agent.destroy();
  process.off("warning", onWarning);
  expect(warnings).toEqual([]);
});
