/**
 * Operations over WebSocket at /graphql, in the protocol graphql-transport-ws. The token comes in `connection_init`
 * (`{ "authorization": "Bearer …" }`) and never in the address; cookies mean nothing here, so a foreign page gains nothing.
 */
import type { FastifyInstance } from "fastify";
import { type ExecutionArgs, type ExecutionResult, GraphQLError, parse } from "graphql";
import { CloseCode, type SubscribePayload } from "graphql-ws";
import { type Extra, useServer } from "graphql-ws/use/ws";
import { type ServerOptions, WebSocketServer } from "ws";

import { GoldseedError } from "../../domain/errors.ts";
import type { ErrorEntry } from "../execute/error-entry.ts";
import { carriesToken } from "../auth/token-in-address.ts";
import { type CallerSession, openCallerSession } from "./caller-session.ts";
import { LeaveAtOnce } from "./leave-at-once.ts";
import { type StreamRouteOptions, streamRequest } from "./stream-request.ts";

type CallerExtra = Extra & Record<PropertyKey, unknown> & { session?: CallerSession };
/** graphql-ws looks at the document for the kind of operation alone. */
type StreamArgs = ExecutionArgs & {
  readonly payload: SubscribePayload;
  readonly extra: CallerExtra;
};

const initWithinMs = 5_000;
const pingEveryMs = 20_000;

/** @returns closes every connection, telling the caller to come again. */
export function registerWebSocket(
  app: FastifyInstance,
  options: StreamRouteOptions,
): () => Promise<void> {
  const settings: ServerOptions & { readonly closeTimeout: number } = {
    noServer: true,
    maxPayload: options.maxBodyBytes,
    // Who does not answer the end of a connection, a machine that sleeps say, does not hold up ours. Not in the types yet.
    closeTimeout: options.drainTimeoutMs,
  };
  const server = new WebSocketServer(settings);
  const { schema, documents } = options.streaming.answering;
  const run = (args: ExecutionArgs) => results(options, args as StreamArgs);
  const handle = useServer<{ authorization?: string }, CallerExtra>(
    {
      schema,
      connectionInitWaitTimeout: initWithinMs,
      onConnect: ({ connectionParams, extra }) =>
        letIn(options, connectionParams?.authorization, extra),
      onSubscribe: ({ extra }, _id, payload) => {
        const document = parsedOrErrors(payload.query, documents.maxTokens);
        return Array.isArray(document)
          ? document
          : ({
              schema,
              document,
              operationName: payload.operationName,
              payload,
              extra,
            } as StreamArgs);
      },
      execute: run,
      subscribe: run,
    },
    server,
    pingEveryMs,
  );
  app.server.on("upgrade", (request, socket, head) => {
    // Node has let go of it: an error that nobody hears would end the process, and a half that stays open its stop.
    socket.on("error", () => socket.destroy());
    const refusal = refusalOf(request.url ?? "");
    if (refusal !== null) {
      const answer = `HTTP/1.1 ${refusal}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`;
      socket.end(answer, () => socket.destroy());
      return;
    }
    server.handleUpgrade(request, socket, head, (connection) => {
      server.emit("connection", connection, request);
    });
  });
  return async () => {
    for (const client of server.clients) client.close(CloseCode.InternalServerError, "restarting");
    await handle.dispose();
  };
}

/** Of an address as it came: what stands there need not be one, and nothing may be thrown here. */
function refusalOf(url: string): string | null {
  if (url.split("?")[0] !== "/graphql") return "404 Not Found";
  return carriesToken(url) ? "400 Bad Request" : null;
}

/** 1013: try again later. */
const tooMany = 1013;

/** @returns false for a caller who is not let in, of whom the protocol says 4403. */
async function letIn(
  { sockets, refusedCallers, ...options }: StreamRouteOptions,
  authorization: string | undefined,
  extra: CallerExtra,
): Promise<boolean> {
  const session = openCallerSession(authorization, options);
  extra.session = session;
  extra.socket.once("close", session.end);
  try {
    const { principal } = await session.contextNow();
    const giveBack = sockets.take(principal.subject);
    extra.socket.once("close", giveBack);
    // Gone while its token was looked at: its end will not be told again.
    if (extra.socket.readyState !== extra.socket.OPEN) giveBack();
    return true;
  } catch (error) {
    session.end();
    refusedCallers.note(extra.request.socket.remoteAddress ?? "unknown", error);
    if (error instanceof GoldseedError && error.code === "OVERLOADED")
      extra.socket.close(tooMany, "too many connections");
    return false;
  }
}

/** Words of the parser quote the caller's own text and nothing of ours. */
function parsedOrErrors(
  query: string,
  maxTokens: number,
): ReturnType<typeof parse> | GraphQLError[] {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    return [
      error instanceof GraphQLError ? error : new GraphQLError("The document cannot be parsed."),
    ];
  }
}

function results(
  options: StreamRouteOptions,
  { payload, extra: { session } }: StreamArgs,
): LeaveAtOnce<ExecutionResult> {
  if (!session) throw new Error("An operation came before its connection was let in.");
  const operation = session.operation();
  return new LeaveAtOnce(told(streamRequest(options, payload, operation)), operation.end);
}

async function* told(
  stream: ReturnType<typeof streamRequest>,
): AsyncGenerator<ExecutionResult, void> {
  for await (const { errors, ...result } of stream)
    yield errors ? { ...result, errors: errors.map(asGraphqlError) } : result;
}

/** The library writes errors by their `toJSON`. */
function asGraphqlError(entry: ErrorEntry): GraphQLError {
  const error = new GraphQLError(entry.message);
  return Object.assign(error, { toJSON: () => entry });
}
