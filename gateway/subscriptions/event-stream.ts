/** Operations as server-sent events at /graphql/stream, one connection each (graphql-sse, "distinct connections"). */
import type { FastifyInstance } from "fastify";
import type { ExecutionResult } from "graphql";
import { createHandler } from "graphql-sse/lib/use/fastify";

import { failure } from "../execute/answer-operation.ts";
import { openCallerSession } from "./caller-session.ts";
import { type StreamRouteOptions, streamRequest } from "./stream-request.ts";

export function registerEventStream(app: FastifyInstance, options: StreamRouteOptions): void {
  const handler = createHandler({
    onSubscribe: ({ raw }) => {
      const session = openCallerSession(raw.headers.authorization, options);
      const { socket } = raw.raw;
      socket.once("close", session.end);
      const leave = () => {
        socket.off("close", session.end);
        session.end();
      };
      return endingWith(streamRequest(options, raw.body, session), leave);
    },
  });
  app.post("/graphql/stream", async (request, reply) => {
    try {
      // A caller that is not let in is told in plain HTTP, before a stream begins.
      await options.authenticator.authenticate(request.headers.authorization);
      await handler(request, reply);
    } catch (error) {
      options.refusedCallers.note(request.ip, error);
      const answer = failure(options.streaming.answering, error, request.id);
      await reply
        .code(answer.status)
        .header("content-type", "application/json; charset=utf-8")
        .header("cache-control", "no-store")
        .send(answer.body);
    }
  });
}

/** A connection carries many streams, one after the other: what belongs to one ends with it. */
async function* endingWith(
  results: ReturnType<typeof streamRequest>,
  leave: () => void,
): AsyncGenerator<ExecutionResult, void> {
  try {
    yield* results as AsyncGenerator<ExecutionResult, void>;
  } finally {
    leave();
  }
}
