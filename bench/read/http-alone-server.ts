/**
 * Contender "node:http alone": every request is read and answered with the same 1,500 bytes (a dashboard has up to
 * 7,000), in the order of the gateway. Nothing waits for anything in it, so its p99/p50 is the tail that the machine gives to everybody.
 */
import { createServer } from "node:http";

import { ServingOrder } from "../../gateway/server/serving-order.ts";

const answerBytes = 1_500;
const answer = JSON.stringify({ data: "x".repeat(answerBytes) });

const order = new ServingOrder();
const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    order.add(request.socket, () => {
      response.writeHead(200, {
        "content-type": "application/json; charset=utf-8",
        "content-length": answer.length,
      });
      response.end(answer, "latin1");
    });
  });
});

server.keepAliveTimeout = 72_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`{"port":${typeof address === "object" ? address?.port : 0}}\n`);
});
