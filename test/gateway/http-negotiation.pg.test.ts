/** What a client may ask of an answer's form, and what is said to a request that is not in a form that is read. */
import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";

import { afterAll, beforeAll, expect, test } from "vitest";

import { createTestDatabase } from "../kit/database.ts";
import { openGateway } from "../kit/gateway.ts";
import { principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const district = principal("DISTRICT", ["370211"]);
const gateway = await openGateway(db.gateway, { district }, { workerPool: db.worker });

beforeAll(() => seedDistrict(db.owner));
afterAll(() => gateway.stop());

const { port } = new URL(gateway.url);
const modern = "application/graphql-response+json";
const legacy = "application/json";

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** As it stands, without what `fetch` adds. */
async function send({ method = "POST", path = "/graphql", body, headers = {} }: Sent) {
  const own = { authorization: "Bearer district", "content-type": "application/json" };
  const asked = request({ port, method, path, headers: { ...own, ...headers } });
  asked.end(body);
  const [answer] = (await once(asked, "response")) as [import("node:http").IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

const codeOf = (body: string) =>
  (JSON.parse(body) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;
const typename = JSON.stringify({ query: "{ __typename }" });

test.each([
  [modern, modern],
  [modern.toUpperCase(), modern],
  [`${modern}, ${legacy};q=0.9`, modern],
  [`${legacy}, ${modern}`, modern],
  [`${modern}; charset=utf-8; q=0.8, */*;q=0.1`, modern],
  [`${legacy}, ${modern};q=0.5`, legacy],
  [`${modern};q=0, ${legacy}`, legacy],
  [legacy, legacy],
  ["*/*", legacy],
  ["text/html", legacy],
])("Accept %s is answered in %s", async (accept, media) => {
  const { headers } = await send({ body: typename, headers: { accept } });
  expect(headers["content-type"]).toBe(`${media}; charset=utf-8`);
});

const large = JSON.stringify({
  query:
    "{ areas { code name formerNames parent { code name parent { code name } } } enterprises(first: 6) { edges { cursor node { id name address titles { kind batch } ipRights(first: 9) { edges { cursor node { rightNo } } } } } } }",
});

test.each([
  ["gzip, br", "br"],
  ["gzip;q=1, br;q=0.1", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["GZIP", "gzip"],
  ["gzip;Q=0", undefined],
  ["*", "br"],
  ["identity, gzip;q=0.5", undefined],
  ["deflate", undefined],
  ["", undefined],
])("Accept-Encoding %s is answered in %s", async (accepted, encoding) => {
  const { headers } = await send({ body: large, headers: { "accept-encoding": accepted } });
  expect(headers["content-encoding"]).toBe(encoding);
});

test.each([
  ["a charset in quotes", { "content-type": 'application/json; charset="UTF-8"' }, typename, 200],
  ["another parameter", { "content-type": "application/json; v=1" }, typename, 200],
  ["a mark of bytes", {}, `\uFEFF${typename}`, 200],
  ["a mark of bytes, to Fastify", { "transfer-encoding": "chunked" }, `\uFEFF${typename}`, 200],
  ["identity", { "content-encoding": "identity" }, typename, 200],
  ["GBK", { "content-type": "application/json; charset=gbk" }, typename, 415],
  ["Latin 1", { "content-type": "application/json;charset=iso-8859-1" }, typename, 415],
  ["UTF-16", { "content-type": "application/json; charset=utf-16" }, typename, 415],
  ["gzip", { "content-encoding": "gzip" }, gzipSync(typename), 415],
] as const)("a body with %s", async (_name, headers, body, status) => {
  const answer = await send({ body, headers });
  expect([answer.status, status === 200 ? null : codeOf(answer.body)]).toEqual([
    status,
    status === 200 ? null : "UNSUPPORTED_MEDIA_TYPE",
  ]);
});

test.each(["GET", "HEAD"])("a mutation by %s changes nothing", async (method) => {
  const query = `mutation { assignTown(input: { creditCode: "${codes.F}", townCode: "${towns.boli}", reason: "x" }) { ok } }`;
  await db.owner.query("update enterprises set town_code = null where credit_code = $1", [codes.F]);
  const answer = await send({
    method,
    path: `/graphql?query=${encodeURIComponent(query)}`,
    headers: { "apollo-require-preflight": "true" },
  });
  const { rows } = await db.owner.query(
    "select town_code from enterprises where credit_code = $1",
    [codes.F],
  );
  expect([answer.status, rows]).toEqual([405, [{ town_code: null }]]);
});

test("an address that is none is told in our words", async () => {
  const answer = await send({ method: "GET", path: "/graphiql/assets/%zz" });
  expect([answer.status, codeOf(answer.body)]).toEqual([400, "BAD_REQUEST"]);
  expect(answer.headers["x-content-type-options"]).toBe("nosniff");
});

test.each([
  ["no HTTP at all", "GARBAGE\r\n\r\n", 400, "BAD_REQUEST"],
  [
    "two lengths",
    "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n",
    400,
    "BAD_REQUEST",
  ],
  [
    "20 kB of headers",
    `GET / HTTP/1.1\r\nhost: x\r\nx: ${"x".repeat(20_000)}\r\n\r\n`,
    431,
    "PAYLOAD_TOO_LARGE",
  ],
] as const)(
  "%s is told in our words, and the connection ends",
  async (_name, bytes, status, code) => {
    const socket = connect(Number(port), "127.0.0.1");
    socket.write(bytes);
    const [head = "", body = ""] = (await text(socket)).split("\r\n\r\n");
    expect([head.split("\r\n")[0]?.split(" ")[1], codeOf(body)]).toEqual([String(status), code]);
  },
);
