/** The HTTP server itself: its limits, the headers of every answer, and what is said where no route answers. */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";

import { errorCatalogue, GoldseedError } from "../../domain/errors.ts";
import { carriesToken, tokenInAddress } from "../auth/token-in-address.ts";
import { failure } from "../execute/answer-operation.ts";
import { BodyClock } from "./body-clock.ts";
import type { DirectRoute } from "./graphql-route.ts";
import { type HttpError, httpError, unreadableBody } from "./http-error.ts";
import { dataPolicy, securityHeaders } from "./security-headers.ts";
import { refuseUnreadable } from "./unreadable-request.ts";

export interface AppOptions {
  readonly maxBodyBytes: number;
  readonly requestTimeoutMs: number;
  readonly onInternalError: (error: unknown, requestId: string) => void;
}

export interface App {
  readonly app: FastifyInstance;
  /** Sets the route that sees each request before Fastify does. */
  readonly takeDirectly: (route: DirectRoute) => void;
}

const keepAliveMs = 72_000;
/** A gigabyte over a line of a department takes so long. */
const uploadTimeoutMs = 30 * 60_000;

export function createApp(options: AppOptions): App {
  let direct: DirectRoute = () => false;
  const bodies = new BodyClock(options.requestTimeoutMs);
  const app = fastify({
    logger: false,
    bodyLimit: options.maxBodyBytes,
    forceCloseConnections: "idle",
    clientErrorHandler: refuseUnreadable,
    // Before there is a route no hook is run.
    frameworkErrors: (error, request, reply) => {
      withHeaders(request, reply);
      void sendFailure(options, error, { request, reply });
    },
    genReqId: () => randomUUID(),
    serverFactory: (handler) => {
      const server = createServer({ requestTimeout: uploadTimeoutMs }, (request, response) => {
        if (!direct(request, response)) handler(request, response);
      });
      server.keepAliveTimeout = keepAliveMs;
      return server;
    },
  });
  app.addHook("onRequest", ({ raw, url }, _reply, done) => {
    if (!/^\/imports[?/]?/u.test(url)) timeBody(raw, bodies);
    done(carriesToken(url) ? tokenInAddress() : unreadableBody(raw.headers));
  });
  // JSON alone is read: other types are those that a foreign page may send without asking.
  app.removeContentTypeParser("text/plain");
  app.addHook("onSend", (request, reply, _payload, done) => {
    withHeaders(request, reply);
    done();
  });
  refuseInOurWords(app, options);
  return { app, takeDirectly: (route) => void (direct = route) };
}

function withHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.header("x-request-id", request.id).headers(securityHeaders);
  if (!reply.hasHeader("content-security-policy"))
    void reply.header("content-security-policy", dataPolicy);
}

function timeBody(request: IncomingMessage, bodies: BodyClock): void {
  const { headers } = request;
  if (headers["content-length"] === undefined && headers["transfer-encoding"] === undefined) return;
  bodies.begin(request);
  const arrived = () => bodies.arrived(request);
  request.once("end", arrived).once("close", arrived);
}

function refuseInOurWords(
  app: FastifyInstance,
  { onInternalError }: Pick<AppOptions, "onInternalError">,
): void {
  app.setErrorHandler((error: HttpError, request, reply) =>
    sendFailure({ onInternalError }, error, { request, reply }),
  );
  app.setNotFoundHandler((request, reply) => {
    const known = request.url.split("?")[0] === "/graphql";
    const error = known
      ? new GoldseedError(
          "METHOD_NOT_ALLOWED",
          `此处不接受 ${request.method}，请用 POST / "${request.method}" is not allowed here. Use POST.`,
        )
      : new GoldseedError(
          "NOT_FOUND",
          "此地址没有内容，图在 /graphql / There is nothing at this address. The graph is at /graphql.",
        );
    if (known) void reply.header("allow", "GET, POST");
    return reply
      .code(errorCatalogue[error.code].status)
      .send(JSON.parse(failure({ onInternalError }, error, request.id).body.toString()));
  });
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

function sendFailure(
  { onInternalError }: Pick<AppOptions, "onInternalError">,
  error: HttpError,
  { request, reply }: Exchange,
): FastifyReply {
  const answer = failure({ onInternalError }, httpError(error), request.id);
  return reply
    .code(answer.status)
    .header("content-type", "application/json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(answer.body);
}
