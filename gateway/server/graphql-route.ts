/** /graphql: authenticate, admit, answer from the compiled route or from Apollo Server, in the caller's media type. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { decideField } from "../../domain/access/policy.ts";
import type { Principal } from "../../domain/access/principal.ts";
import { GoldseedError } from "../../domain/errors.ts";

import { type Entrance, enterCaller } from "../auth/enter-caller.ts";
import {
  createCityRecordLoader,
  type FetchCityRecords,
} from "../../resolvers/city-record/load-city-records.ts";
import {
  type Answer,
  type Answering,
  answerOperation,
  failure,
  type OperationRequest,
} from "../execute/answer-operation.ts";
import type { RequestContext } from "../request-context.ts";
import type { Admission } from "../limits/admission.ts";
import { claimantOf } from "../limits/claimant.ts";
import type { Apollo } from "./apollo.ts";
import type { RequestCounter } from "./request-counter.ts";
import { type DocumentSources, sentDocument } from "./sent-document.ts";
import { readRequest, readSearch, type RequestParameters } from "./read-request.ts";

export interface GraphqlRouteOptions extends DocumentSources, Entrance {
  readonly answering: Answering;
  readonly apollo: Apollo;
  readonly admission: Admission;
  readonly requestTimeoutMs: number;
  readonly fetchCityRecords: FetchCityRecords | null;
  readonly counter: RequestCounter;
}

const modern = "application/graphql-response+json";
const legacy = "application/json";

export function registerGraphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const media = acceptedMedia(request.headers.accept);
    const start = performance.now();
    const count = (outcome: string): void =>
      options.counter.count(outcome, (performance.now() - start) / 1000);
    try {
      const context = await contextOf(request, reply, options);
      const release = await options.admission.admit(claimantOf(context.principal));
      try {
        const parameters = await parametersOf(request, options, context);
        const compiled = await answerOperation(options.answering, parameters, context);
        if (compiled) {
          count(compiled.failure ?? "OK");
          return await sendAnswer(reply, compiled, media);
        }
        const sent = await sendApollo(request, reply, {
          context,
          parameters,
          apollo: options.apollo,
        });
        count(reply.statusCode < 400 ? "OK" : "REFUSED");
        return sent;
      } finally {
        release();
      }
    } catch (error) {
      const answered = failure(options.answering, error, request.id);
      count(answered.failure ?? "OK");
      return sendAnswer(reply, answered, media);
    }
  };
  app.post("/graphql", answer);
  app.get("/graphql", answer);
}

/** Headers that a foreign page cannot send without asking first; a GET without one of them may be its doing. */
const preflightHeaders = ["apollo-require-preflight", "x-apollo-operation-name"];

async function parametersOf(
  request: FastifyRequest,
  options: GraphqlRouteOptions,
  context: RequestContext,
): Promise<OperationRequest> {
  const parameters =
    request.method === "POST" ? readRequest(request.body) : searchParameters(request);
  const query = await sentDocument(options, parameters, context, options.answering);
  return { ...parameters, query, readOnly: request.method === "GET" };
}

function searchParameters(request: FastifyRequest): RequestParameters {
  if (!preflightHeaders.some((name) => request.headers[name])) {
    throw new GoldseedError(
      "BAD_REQUEST",
      'A GET needs the header "apollo-require-preflight: true", so that no foreign page can send it. Or use POST.',
    );
  }
  return readSearch(new URL(request.url, "http://localhost").searchParams);
}

async function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  options: GraphqlRouteOptions,
): Promise<RequestContext> {
  const deadlineMs = performance.now() + options.requestTimeoutMs;
  const principal = await enterCaller(request, options);
  return {
    principal,
    requestId: request.id,
    deadlineMs,
    signal: goneSignal(reply),
    explain:
      wantsExplanation(request, /\b(plan|sql)\b/u) &&
      mayExplain(options.answering.introspection, principal),
    explainAccess:
      wantsExplanation(request, /\baccess\b/u) &&
      decideField(options.answering.policy, principal, "AccessExplanation.reason").kind === "show",
    cityRecords: createCityRecordLoader(options.fetchCityRecords),
  };
}

function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableEnded)
      gone.abort(new GoldseedError("TIMEOUT", "The client went away before it was answered."));
  });
  return gone.signal;
}

function wantsExplanation(request: FastifyRequest, what: RegExp): boolean {
  const wanted = request.headers["x-graphql-explain"];
  return typeof wanted === "string" && what.test(wanted);
}

/** Plans show estimates over all rows, so a town's developer may not have them in production. */
function mayExplain(introspection: "all" | "developers", { role, tier }: Principal): boolean {
  return (
    introspection === "all" || (role === "DEVELOPER" && (tier === "DISTRICT" || tier === "CITY"))
  );
}

/** The modern media type when it is asked for by name; else the legacy one, which every client reads. */
function acceptedMedia(accept: string | undefined): typeof modern | typeof legacy {
  return accept?.includes(modern) ? modern : legacy;
}

/** Under the legacy type a well-formed request whose document is refused answers 200, as GraphQL over HTTP asks. */
function sendAnswer(
  reply: FastifyReply,
  answer: Answer,
  media: typeof modern | typeof legacy,
): FastifyReply {
  const refusedDocument =
    answer.failure === "GRAPHQL_PARSE_FAILED" || answer.failure === "GRAPHQL_VALIDATION_FAILED";
  if (answer.failure === "UNAUTHENTICATED") void reply.header("www-authenticate", "Bearer");
  const { retryAfterS = answer.failure === "DB_UNAVAILABLE" ? 1 : undefined } = answer;
  if (retryAfterS !== undefined) void reply.header("retry-after", String(retryAfterS));
  return reply
    .code(media === legacy && refusedDocument ? 200 : answer.status)
    .header("content-type", `${media}; charset=utf-8`)
    .header("cache-control", "no-store")
    .send(answer.body);
}

interface Handing {
  readonly context: RequestContext;
  readonly apollo: Apollo;
  readonly parameters: OperationRequest;
}

/** As a POST whatever it came as: what a GET may do has been decided here, and a hash has become a text. */
async function sendApollo(
  request: FastifyRequest,
  reply: FastifyReply,
  { context, apollo, parameters }: Handing,
) {
  const headers = { accept: request.headers.accept, "content-type": "application/json" };
  const answer = await apollo.answer(
    { method: "POST", headers, search: "", body: parameters },
    context,
  );
  for (const [name, value] of Object.entries(answer.headers)) {
    if (name !== "content-length") void reply.header(name, value);
  }
  return reply.code(answer.status).header("cache-control", "no-store").send(answer.body);
}
