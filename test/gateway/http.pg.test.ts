/** GraphQL over HTTP as clients meet it: the specification's audits, refusals in words, health, overload, stopping. */
import { createHash } from "node:crypto";

import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createTestDatabase } from "../kit/database.ts";
import { openGateway } from "../kit/gateway.ts";
import { principal } from "../kit/graph.ts";
import { seedDistrict, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const district = principal("DISTRICT", ["370211"]);
const town = principal("TOWN", [towns.yinzhu]);
const developer = principal("DISTRICT", ["370211"], { role: "DEVELOPER" });
const gateway = await openGateway(db.gateway, { district, town, developer });

beforeAll(() => seedDistrict(db.owner));
afterAll(() => gateway.stop());

const url = `${gateway.url}/graphql`;
const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer district", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

describe("the audits of GraphQL over HTTP", () => {
  const fetchFn = (input: string, init: RequestInit = {}) =>
    fetch(input, {
      ...init,
      headers: {
        ...(init.headers as Record<string, string>),
        authorization: "Bearer developer",
        "apollo-require-preflight": "true",
      },
    });
  const audits = serverAudits({ url, fetchFn });

  test("are all there", () => {
    expect(audits.length).toBeGreaterThan(50);
  });

  test.each(audits.map((audit) => [audit.name, audit] as const))("%s", async (_name, audit) => {
    const result = await audit.fn();
    expect(
      result.status === "ok"
        ? "ok"
        : `${result.status}: ${"reason" in result ? result.reason : ""}`,
    ).toBe("ok");
  });
});

describe("refusals", () => {
  test.each([
    ["no token", { query: "{ __typename }" }, { authorization: "" }, 401, "UNAUTHENTICATED"],
    [
      "an unknown token",
      { query: "{ __typename }" },
      { authorization: "Bearer nobody" },
      401,
      "UNAUTHENTICATED",
    ],
    ["broken JSON", '{"query": ', {}, 400, "BAD_REQUEST"],
    ["a batch", [{ query: "{ __typename }" }], {}, 400, "BAD_REQUEST"],
    ["no query", { variables: {} }, {}, 400, "BAD_REQUEST"],
    ["variables as text", { query: "{ __typename }", variables: "x" }, {}, 400, "BAD_REQUEST"],
    [
      "a form",
      "query={__typename}",
      { "content-type": "application/x-www-form-urlencoded" },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    [
      "plain text",
      '{"query":"{ __typename }"}',
      { "content-type": "text/plain" },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    [
      "a body of 300 kB",
      { query: `{ __typename } #${"x".repeat(300_000)}` },
      {},
      413,
      "PAYLOAD_TOO_LARGE",
    ],
    [
      "101 aliases",
      { query: `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: __typename`).join(" ")} }` },
      {},
      400,
      "OPERATION_TOO_LARGE",
    ],
    [
      "500 times one field",
      { query: `{ viewer { ${"tier ".repeat(600)} } }` },
      {},
      400,
      "OPERATION_TOO_LARGE",
    ],
    [
      "depth 40",
      { query: `{ areas { ${"parent { ".repeat(40)} code ${"}".repeat(40)} } }` },
      {},
      400,
      "OPERATION_TOO_LARGE",
    ],
    [
      "20 directives",
      { query: `{ __typename ${"@include(if: true) ".repeat(20)} }` },
      {},
      400,
      "OPERATION_TOO_LARGE",
    ],
    [
      "an unknown operation",
      { query: "query A { __typename } query B { __typename }", operationName: "C" },
      {},
      400,
      "BAD_REQUEST",
    ],
    [
      "a wrong credit code",
      { query: '{ enterprise(creditCode: "9137") { name } }' },
      { accept: "application/graphql-response+json" },
      400,
      "BAD_USER_INPUT",
    ],
    [
      "an unknown field",
      { query: "{ nonsense }" },
      { accept: "application/graphql-response+json" },
      400,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a page of 100000",
      { query: "{ enterprises(first: 100000) { totalCount } }" },
      {},
      400,
      "BAD_USER_INPUT",
    ],
    [
      "the schema, to a town",
      { query: "{ __schema { types { name } } }" },
      { authorization: "Bearer town" },
      403,
      "FORBIDDEN",
    ],
    [
      "data and schema at once",
      { query: "{ __schema { types { name } } viewer { tier } }" },
      { authorization: "Bearer developer" },
      400,
      "OPERATION_NOT_SUPPORTED",
    ],
  ] as const)(
    "%s is refused with one error and a request id",
    async (_name, body, headers, status, code) => {
      const answer = await post(body, headers);
      const { errors, data } = (await answer.json()) as {
        data?: unknown;
        errors: { extensions: { code: string; requestId: string } }[];
      };
      expect([answer.status, errors.length, errors[0]?.extensions.code, data]).toEqual([
        status,
        1,
        code,
        undefined,
      ]);
      expect(errors[0]?.extensions.requestId).toBe(answer.headers.get("x-request-id"));
    },
  );

  test("other methods are refused with what is allowed", async () => {
    const answer = await fetch(url, {
      method: "DELETE",
      headers: { authorization: "Bearer district" },
    });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, POST"]);
  });

  test("a GET that a foreign page could send is refused", async () => {
    const answer = await fetch(`${url}?query=%7B__typename%7D`, {
      headers: { authorization: "Bearer district" },
    });
    expect(answer.status).toBe(400);
  });

  test("a failure inside is masked, and told to operations alone", async () => {
    await db.owner.query("alter table titles rename column batch to batch_gone");
    const answer = await post({
      query: "{ enterprises(first: 1) { edges { node { titles { batch } } } } }",
    });
    await db.owner.query("alter table titles rename column batch_gone to batch");
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toMatch(/batch|select|column|\.ts/iu);
    expect(String(gateway.internalErrors[0])).toContain("batch");
  });
});

test("developers may ask for the schema", async () => {
  const answer = await post(
    { query: '{ __schema { queryType { name } } __type(name: "Enterprise") { name } }' },
    { authorization: "Bearer developer" },
  );
  expect(await answer.json()).toEqual({
    data: { __schema: { queryType: { name: "Query" } }, __type: { name: "Enterprise" } },
  });
});

test("answers carry what a browser and a cache must know", async () => {
  const answer = await post({ query: "{ __typename }" });
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "cache-control": "no-store",
    "content-type": "application/json; charset=utf-8",
    "x-content-type-options": "nosniff",
  });
  expect(answer.headers.get("server") ?? answer.headers.get("x-powered-by")).toBeNull();
});

test("one connection serves 1,000 alternating callers without mixing them up", async () => {
  const single = await openGateway(
    db.gateway,
    { district, town },
    {
      admission: { maxInFlight: 1, maxWaiting: 1_000, maxWaitMs: 600_000 },
      requestTimeoutMs: 600_000,
    },
  );
  const ask = async (who: string) => {
    const answer = await fetch(`${single.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${who}` },
      body: JSON.stringify({ query: "{ enterprises(first: 10) { totalCount } viewer { tier } }" }),
    });
    return JSON.stringify(((await answer.json()) as { data: unknown }).data);
  };
  const answers = await Promise.all(
    Array.from({ length: 1_000 }, (_, i) => ask(i % 2 ? "town" : "district")),
  );
  expect(new Set(answers.filter((_, i) => i % 2 === 1))).toEqual(
    new Set(['{"enterprises":{"totalCount":2},"viewer":{"tier":"TOWN"}}']),
  );
  expect(new Set(answers.filter((_, i) => i % 2 === 0))).toEqual(
    new Set(['{"enterprises":{"totalCount":6},"viewer":{"tier":"DISTRICT"}}']),
  );
  await single.stop();
});

test("a full house refuses at once and says when to come back", async () => {
  const tight = await openGateway(
    db.gateway,
    { district },
    { admission: { maxInFlight: 1, maxWaiting: 0, maxWaitMs: 100 } },
  );
  const ask = () =>
    fetch(`${tight.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer district" },
      body: JSON.stringify({
        query:
          "{ enterprises(first: 10) { totalCount edges { node { name ipRights(first: 3) { totalCount } } } } }",
      }),
    });
  const answers = await Promise.all(Array.from({ length: 20 }, ask));
  const refused = answers.filter((answer) => answer.status === 503);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.headers.get("retry-after")).toBe("1");
  expect(answers.some((answer) => answer.status === 200)).toBe(true);
  await tight.stop();
});

test("health tells alive from ready", async () => {
  expect(await (await fetch(`${gateway.url}/livez`)).json()).toEqual({ status: "ok" });
  const ready = await fetch(`${gateway.url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: "ready", checks: { serving: true, database: true } },
  ]);
});

describe("explanations", () => {
  const body = { query: "{ enterprises(first: 1) { edges { node { name } } } }" };
  const explained = async (who: string) => {
    const answer = await post(body, {
      authorization: `Bearer ${who}`,
      "x-graphql-explain": "plan,sql",
    });
    return (
      (await answer.json()) as {
        extensions?: { explain: { sql: string; plan: string; operations: { type: string }[] } };
      }
    ).extensions?.explain;
  };

  test("a developer of the district sees statement and measured plan", async () => {
    const explain = await explained("developer");
    expect(explain?.sql).toMatch(/^select .*"enterprises"/su);
    expect(explain?.plan).toMatch(/actual time/u);
    expect(explain?.operations).toMatchObject([{ type: "sql" }]);
  });

  test.each(["town", "district"])("an officer or specialist (%s) sees none", async (who) => {
    expect(await explained(who)).toBeUndefined();
  });
});

describe("persisted queries", () => {
  const query = "{ viewer { tier } }";
  const persistedQuery = {
    version: 1,
    sha256Hash: createHash("sha256").update(query).digest("hex"),
  };

  test("are asked for once and then known by their hash, by POST and GET", async () => {
    const body = { extensions: { persistedQuery } };
    expect(await (await post(body)).json()).toMatchObject({
      errors: [
        { message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } },
      ],
    });
    expect(await (await post({ ...body, query })).json()).toEqual({
      data: { viewer: { tier: "DISTRICT" } },
    });
    expect(await (await post(body)).json()).toEqual({ data: { viewer: { tier: "DISTRICT" } } });
    const search = new URLSearchParams({ extensions: JSON.stringify({ persistedQuery }) });
    const got = await fetch(`${url}?${search.toString()}`, {
      headers: { authorization: "Bearer town", "apollo-require-preflight": "true" },
    });
    expect(await got.json()).toEqual({ data: { viewer: { tier: "TOWN" } } });
  });

  test.each([
    ["a hash of another text", { query: "{ __typename }", extensions: { persistedQuery } }],
    [
      "a version that is not known",
      { query, extensions: { persistedQuery: { ...persistedQuery, version: 2 } } },
    ],
    [
      "a hash that is none",
      { query, extensions: { persistedQuery: { version: 1, sha256Hash: "x" } } },
    ],
  ])("%s is refused", async (_name, body) => {
    const answer = await post(body);
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: "BAD_REQUEST" } }] },
    ]);
  });
});

test("large answers are compressed for those who take it", async () => {
  const body = {
    query:
      "{ areas { code name formerNames parent { code name parent { code name } } } enterprises(first: 6) { edges { cursor node { id name address titles { kind batch } ipRights(first: 9) { edges { cursor node { rightNo } } } } } } }",
  };
  const read = async (encoding: string) => {
    const answer = await post(body, { "accept-encoding": encoding });
    return [answer.headers.get("content-encoding"), await answer.text()] as const;
  };
  const [plain, gzip, brotli] = [await read("identity"), await read("gzip"), await read("br")];
  expect([plain[0], gzip[0], brotli[0]]).toEqual([null, "gzip", "br"]);
  expect(new Set([plain[1], gzip[1], brotli[1]]).size).toBe(1);
});
