/** How a query's answer ends the command, and what is said when nobody answers. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

import { expect, test } from "vitest";

import { exitCodeOf, postGraphql } from "../../cli/post-graphql.ts";

const error = (code?: string) => ({
  message: "m",
  ...(code === undefined ? {} : { extensions: { code } }),
});

test.each([
  [0, { data: { a: 1 } }],
  [0, { data: null }],
  [0, { data: { a: 1 }, errors: [] }],
  [3, { data: { a: null }, errors: [error("CITY_UNAVAILABLE")] }],
  [5, { errors: [error("UNAUTHENTICATED")] }],
  [5, { data: null, errors: [error("FORBIDDEN_FIELD")] }],
  [2, { errors: [error("GRAPHQL_VALIDATION_FAILED")] }],
  [69, { errors: [error("DB_UNAVAILABLE")] }],
  [75, { errors: [error("OVERLOADED"), error("NOT_FOUND")] }],
  [1, { errors: [error("SOMETHING_NEW")] }],
  [1, { errors: [error()] }],
  [1, { errors: [error("toString")] }],
])("exit code %i for %j", (code, answer) => {
  expect(exitCodeOf(answer)).toBe(code);
});

async function serving<T>(
  listener: RequestListener,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

test("the request carries the token and the document; the answer comes back", async () => {
  const seen: unknown[] = [];
  const answer = await serving(
    (request, response) => {
      let body = "";
      request.on("data", (part: Buffer) => (body += part.toString()));
      request.on("end", () => {
        seen.push(
          request.method,
          request.headers.authorization,
          request.headers["content-type"],
          JSON.parse(body),
        );
        seen.push(request.headers["x-export"]);
        response.setHeader("x-request-id", "r-1").end('{"data":{"ok":true}}');
      });
    },
    (url) => postGraphql({ url, token: "t", body: { query: "{ ok }" }, exportId: "begin" }),
  );
  expect(answer).toEqual({ data: { ok: true }, requestId: "r-1" });
  expect(seen).toEqual(["POST", "Bearer t", "application/json", { query: "{ ok }" }, "begin"]);
});

test.each<readonly [string, RequestListener, string]>([
  [
    "no JSON",
    (_, response) => response.writeHead(502).end("<html>"),
    "it answered 502 without JSON",
  ],
  [
    "JSON of something else",
    (_, response) => response.end('{"status":"ok"}'),
    "neither data nor errors",
  ],
  ["null", (_, response) => response.end("null"), "neither data nor errors"],
  [
    "an answer that breaks off",
    (_, response) => {
      response.writeHead(200, { "content-length": "100" }).write('{"data"');
      setTimeout(() => response.destroy(), 20);
    },
    "No gateway answers",
  ],
  [
    "a redirect, which would take the token along",
    (_, response) => response.writeHead(307, { location: "http://127.0.0.1:1/" }).end(),
    "redirect",
  ],
])("%s is not a gateway", async (_what, listener, text) => {
  await serving(listener, async (url) => {
    await expect(postGraphql({ url, token: "t", body: {} })).rejects.toMatchObject({
      code: "GATEWAY_UNAVAILABLE",
      message: expect.stringContaining(text),
    });
  });
});

test("nobody listening says how to start one", async () => {
  await expect(
    postGraphql({ url: "http://127.0.0.1:1/graphql", token: "t", body: {} }),
  ).rejects.toMatchObject({
    code: "GATEWAY_UNAVAILABLE",
    message: expect.stringContaining("npm start"),
  });
});
