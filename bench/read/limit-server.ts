/**
 * Contender "limit": what a program can do that knows its statements beforehand. Hand-written SQL that returns the
 * JSON text, prepared, in one write with its scope, over bare node:http; no GraphQL, no policy, no checks. Over the tables,
 * or over the gateway's read models where the body says so.
 */
import { createServer } from "node:http";

import { ServingOrder } from "../../gateway/server/serving-order.ts";
import type { Octets } from "../../lib/octets.ts";
import { openPool } from "../../store/pool.ts";
import { readScoped } from "../../store/scoped-query.ts";
import { type LimitOperation, limitStatement } from "./limit-statements.ts";
import { readPeerScopes } from "./peer-scope.ts";

const scopeOf = readPeerScopes();
const pool = openPool({
  url: process.env["BENCH_GATEWAY_URL"] ?? "",
  name: "bench limit",
  max: 4,
  statementTimeoutMs: 10_000,
  forBatches: true,
});

interface Body extends LimitOperation {
  readonly variables: Readonly<Record<string, string | null | undefined>>;
}

// The limit gains what the gateway does by the way node:http is used (0455, 0457): what differs is what a gateway costs.
const order = new ServingOrder();
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    order.add(request.socket, () => {
      void answer(Buffer.concat(parts), request.headers.authorization).then(
        (data) => send(200, `{"data":${data?.latin1 ?? "null"}}`),
        (error: unknown) => send(500, JSON.stringify({ errors: [String(error)] })),
      );
    });
  });
  const send = (status: number, bytes: string) => {
    response.writeHead(status, {
      "content-type": "application/json; charset=utf-8",
      "content-length": bytes.length,
    });
    response.end(bytes, "latin1");
  };
});

async function answer(body: Buffer, authorization: string | undefined): Promise<Octets | null> {
  const scope = scopeOf(authorization);
  const { variables, ...asked } = JSON.parse(body.toString()) as Body;
  const { statement, values } = limitStatement(asked, variables, scope);
  return readScoped(pool, { statement, values, scope, timeoutMs: 10_000 });
}

server.keepAliveTimeout = 72_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`{"port":${typeof address === "object" ? address?.port : 0}}\n`);
});
