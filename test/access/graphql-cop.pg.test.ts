/** The thirteen probes of graphql-cop 1.15, for a caller without a token and for a town: none finds anything. */
import { once } from "node:events";

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";

import { createTestDatabase } from "../kit/database.ts";
import { openGateway, type TestGateway } from "../kit/gateway.ts";
import { principal } from "../kit/graph.ts";
import { seedDistrict, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
let gateway: TestGateway;

beforeAll(async () => {
  await seedDistrict(db.owner);
  gateway = await openGateway(db.gateway, {
    town: principal("TOWN", [towns.yinzhu], { role: "SPECIALIST" }),
    developer: principal("DISTRICT", ["370211"], { role: "DEVELOPER" }),
  });
});
afterAll(() => gateway.stop());

const as = (caller: string): Record<string, string> =>
  caller === "anonymous" ? {} : { authorization: `Bearer ${caller}` };

async function post(caller: string, body: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...as(caller), ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  const json = JSON.parse(text) as {
    data?: Record<string, unknown>;
    errors?: { message: string; extensions?: Record<string, unknown> }[];
  };
  return { status: answer.status, text, headers: answer.headers, ...json };
}

describe.each(["anonymous", "town"])("as %s", (caller) => {
  test.each([
    ["alias overloading", `query { ${alias(101)} }`],
    ["directive overloading", `query { __typename ${"@aa".repeat(10)} }`],
    [
      "circular introspection",
      `query { __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
    ],
    ["introspection", `query { __schema { types { name } } }`],
    ["field duplication", `query { ${"__typename \n".repeat(500)} }`],
    [
      "circular fragments",
      `query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }`,
    ],
  ])("%s gives no data and few errors", async (_name, query) => {
    const answer = await post(caller, { query });
    expect(answer.data).toBeUndefined();
    // The probe for directives counts ten.
    expect(answer.errors?.length).toBeLessThan(7);
  });

  test("field suggestions name nothing", async () => {
    const answer = await post(caller, { query: "query { enterpris }" });
    expect(answer.text).not.toMatch(/did you mean|enterprises/iu);
  });

  test("an array of ten operations is refused", async () => {
    const answer = await post(
      caller,
      Array.from({ length: 10 }, () => ({ query: "query { __typename }" })),
    );
    expect([Array.isArray(answer), answer.data]).toEqual([false, undefined]);
  });

  test.each(["query cop { __typename }", "mutation cop { __typename }"])(
    "%j by GET without a header is refused",
    async (query) => {
      const url = `${gateway.url}/graphql?query=${encodeURIComponent(query)}`;
      const answer = await fetch(url, { headers: as(caller) });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(await answer.text()).not.toContain('"data"');
    },
  );

  test("a form, a plain text and another charset are refused", async () => {
    for (const type of [
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "text/plain",
    ]) {
      const answer = await post(caller, "query=query+cop+%7B__typename%7D", {
        "content-type": type,
      });
      expect([type, answer.data, answer.status]).toEqual([type, undefined, 415]);
    }
  });

  test("no page of an IDE at the address of the graph", async () => {
    const answer = await fetch(`${gateway.url}/graphql`, {
      headers: { accept: "text/html", ...as(caller) },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toMatch(/graphiql|playground|sandbox/iu);
  });

  test("no trace, no stack, no banner", async () => {
    const answer = await post(caller, { query: "qwerty cop { abc }" });
    expect(answer.text).not.toMatch(/tracing|stacktrace|node_modules|at \w+ \(/u);
    expect(answer.headers.get("server") ?? answer.headers.get("x-powered-by")).toBeNull();
    expect(answer.headers.get("content-security-policy")).toMatch(/default-src 'none'/u);
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });
});

function alias(count: number): string {
  return Array.from({ length: count }, (_, index) => `alias${index}: __typename`).join("\n");
}

describe("names that are not in the request", () => {
  const guesses = [
    "{ enterpris { name } }",
    "{ enterprise(creditCod: 1) { name } }",
    "{ enterprise { name } }",
    "{ viewer }",
    "{ areas(kind: TOWNS) { code } }",
    "{ areas(kind: 7) { code } }",
    "{ enterprises(filter: { townn: 1 }) { totalCount } }",
    "{ enterprises(orderBy: { direction: ASC }) { totalCount } }",
    "{ enterprises(orderBy: { field: SCORES }) { totalCount } }",
    "query($x: EnterpriseFilte) { enterprises(filter: $x) { totalCount } }",
    "query($x: Int) { enterprises(filter: $x) { totalCount } }",
    "{ node(id: 1) { ... on Enterpris { id } } }",
    "{ viewer { subject(x: 1) tierr } }",
    "{ viewer @includ(if: true) { subject } }",
  ];

  test.each(guesses)("a town that guesses %j learns none", async (query) => {
    const { errors, text } = await post("town", { query });
    expect(errors?.length).toBeGreaterThan(0);
    const sent = new Set(query.match(/[_A-Za-z]\w*/gu));
    const quotedNames = (errors ?? []).flatMap(({ message }) =>
      [...message.matchAll(/"([^"]*)"/gu)].flatMap(
        ([, inside]) => inside?.match(/[_A-Za-z]\w*/gu) ?? [],
      ),
    );
    expect(quotedNames.filter((each) => !sent.has(each))).toEqual([]);
    expect(text).not.toMatch(/did you mean/iu);
  });

  test("nor by variables", async () => {
    const { errors } = await post("town", {
      query: "query($f: EnterpriseFilter) { enterprises(filter: $f) { totalCount } }",
      variables: { f: { townn: 1, scoreMin: {} } },
    });
    const text = JSON.stringify(errors);
    expect(text).toMatch(/townn/u);
    expect(text).not.toMatch(/did you mean|\btown\b/iu);
  });

  test("a developer is helped", async () => {
    const { text } = await post("developer", { query: guesses[0] });
    expect(text).toMatch(/Did you mean \\"enterprise\\"/u);
  });
});

describe("a token in the address", () => {
  const good = "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJsaSJ9.c2ln";
  const addresses = [
    `/graphql?access_token=${good}`,
    "/graphql?Token=town",
    "/graphql?query=%7B__typename%7D&api_key=gsk_00_secret",
    `/graphql?x=${good}`,
    "/imports?source=registry&name=a.csv&authorization=Bearer%20town",
    "/readyz?jwt=a",
  ];
  test.each(addresses)("%s is refused with 400 and told to nobody", async (address) => {
    for (const method of ["GET", "POST"]) {
      const answer = await fetch(`${gateway.url}${address}`, {
        method,
        headers: { ...as("town"), "content-type": "application/json" },
        ...(method === "POST" ? { body: JSON.stringify({ query: "{ __typename }" }) } : {}),
      });
      const text = await answer.text();
      expect([answer.status, text.includes('"BAD_REQUEST"')]).toEqual([400, true]);
      expect(text).not.toMatch(/eyJ|secret|Bearer town/u);
    }
    expect(gateway.internalErrors).toEqual([]);
  });

  test("nor does a stream begin with one; other parameters are no tokens", async () => {
    const socket = new WebSocket(
      `${gateway.url.replace("http", "ws")}/graphql?access_token=${good}`,
      "graphql-transport-ws",
    );
    const [error] = (await once(socket, "error")) as [Error];
    expect(error.message).toContain("400");
    const answer = await fetch(`${gateway.url}/readyz?query=token&page=a.b.c`);
    expect(answer.status).toBe(200);
  });
});
