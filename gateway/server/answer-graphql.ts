/** One request of the graph to its answer, whatever server it came by: authenticate, admit, answer, in the caller's media type. */
import type { Octets } from "../../lib/octets.ts";
import type { IncomingHttpHeaders } from "node:http";

import { decideField } from "../../domain/access/policy.ts";
import type { Principal } from "../../domain/access/principal.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { Leaving } from "../../lib/leaving.ts";

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
import { qualityOf } from "./quality-of.ts";
import { type DocumentSources, plainDocument, sentDocument } from "./sent-document.ts";
import { readRequest, readSearch, type RequestParameters } from "./read-request.ts";

export interface GraphqlOptions extends DocumentSources, Entrance {
  readonly answering: Answering;
  readonly apollo: Apollo;
  readonly admission: Admission;
  readonly requestTimeoutMs: number;
  readonly fetchCityRecords: FetchCityRecords | null;
  readonly counter: RequestCounter;
}

/** What of a request is looked at. */
export interface GraphqlCall {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly ip: string;
  readonly requestId: string;
  /** JSON of a POST, parsed. @throws GoldseedError BAD_REQUEST */
  readonly readBody: () => unknown;
  /** Aborted when the client goes away before it is answered. */
  readonly signal: Leaving;
}

export interface HttpReply {
  readonly status: number;
  readonly body: string | Octets;
  /** Names and values in turn, besides those that every answer has. */
  readonly headers: readonly string[];
}

const modern = "application/graphql-response+json";
const legacy = "application/json";

/** Never throws. */
export async function answerGraphql(
  call: GraphqlCall,
  options: GraphqlOptions,
): Promise<HttpReply> {
  const start = performance.now();
  const count = (outcome: string): void =>
    options.counter.count(outcome, (performance.now() - start) / 1000);
  try {
    const { authenticator } = options;
    const principal =
      authenticator.recall?.(call.headers.authorization) ?? (await enterCaller(call, options));
    const context = contextOf(call, options, { principal, start });
    const claimant = claimantOf(context.principal);
    const { admission } = options;
    const release = admission.enterNow(claimant) ?? (await admission.admit(claimant));
    try {
      const sent = call.method === "POST" ? readRequest(call.readBody()) : searchParameters(call);
      const query =
        plainDocument(options, sent, context) ??
        (await sentDocument(options, sent, context, options.answering));
      const parameters = { ...sent, query, readOnly: call.method !== "POST" };
      const compiled = await answerOperation(options.answering, parameters, context);
      if (compiled) {
        count(compiled.failure ?? "OK");
        return replyOf(compiled, call.headers.accept);
      }
      const told = await askApollo(call, parameters, context, options.apollo);
      count(told.status < 400 ? "OK" : "REFUSED");
      return told;
    } finally {
      release();
    }
  } catch (error) {
    const answered = failure(options.answering, error, call.requestId);
    count(answered.failure ?? "OK");
    return replyOf(answered, call.headers.accept);
  }
}

/** Headers that a foreign page cannot send without asking first; a GET without one of them may be its doing. */
const preflightHeaders = ["apollo-require-preflight", "x-apollo-operation-name"];

function searchParameters({ headers, url }: GraphqlCall): RequestParameters {
  if (!preflightHeaders.some((name) => headers[name])) {
    throw new GoldseedError(
      "BAD_REQUEST",
      'GET 须带请求头 apollo-require-preflight: true，或改用 POST / A GET needs the header "apollo-require-preflight: true", so that no foreign page can send it. Or use POST.',
    );
  }
  return readSearch(new URL(url, "http://localhost").searchParams);
}

interface Entered {
  readonly principal: Principal;
  readonly start: number;
}

function contextOf(
  call: GraphqlCall,
  options: GraphqlOptions,
  { principal, start }: Entered,
): RequestContext {
  return {
    principal,
    requestId: call.requestId,
    deadlineMs: start + options.requestTimeoutMs,
    signal: call.signal,
    explain:
      wantsExplanation(call, aboutPlans) && mayExplain(options.answering.introspection, principal),
    explainAccess:
      wantsExplanation(call, aboutAccess) &&
      decideField(options.answering.policy, principal, "AccessExplanation.reason").kind === "show",
    exportId: exportIdOf(call),
    exportRequest: exportRequestOf(call),
    cityRecords: createCityRecordLoader(options.fetchCityRecords),
  };
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

/** Whoever exports says so on each page: `begin` on the first, then the id that its answer bore. */
function exportIdOf({ headers, requestId }: GraphqlCall): string | null {
  const sent = headers["x-export"];
  if (sent === undefined) return null;
  if (sent === "begin") return requestId;
  if (typeof sent === "string" && uuid.test(sent)) return sent;
  throw new GoldseedError(
    "BAD_REQUEST",
    `请求头 x-export 的值 "${String(sent).slice(0, 40)}" 有误 / The header x-export is wrong: "begin" is expected on the first page of an export, and on the others the x-request-id of the first page's answer.`,
  );
}

/** Which confirmed export a page belongs to; whether it is one is asked of the store. */
function exportRequestOf({ headers }: GraphqlCall): string | null {
  const sent = headers["x-export-request"];
  if (sent === undefined) return null;
  if (typeof sent === "string" && uuid.test(sent)) return sent;
  throw new GoldseedError(
    "BAD_REQUEST",
    `请求头 x-export-request 的值 "${String(sent).slice(0, 40)}" 有误 / The header x-export-request is wrong: the id of a confirmed export is expected, as \`requestExport\` told it.`,
  );
}

const aboutPlans = /\b(plan|sql)\b/u;
const aboutAccess = /\baccess\b/u;

function wantsExplanation({ headers }: GraphqlCall, what: RegExp): boolean {
  const wanted = headers["x-graphql-explain"];
  return typeof wanted === "string" && what.test(wanted);
}

/** Plans show estimates over all rows, so a town's developer may not have them in production. */
function mayExplain(introspection: "all" | "developers", { role, tier }: Principal): boolean {
  return (
    introspection === "all" || (role === "DEVELOPER" && (tier === "DISTRICT" || tier === "CITY"))
  );
}

/**
 * In the modern media type when it is asked for by name and not less than the other; else in the legacy one, which every client reads, and under which
 * a well-formed request whose document is refused answers 200, as GraphQL over HTTP asks.
 */
function replyOf(answer: Answer, accept: string | undefined): HttpReply {
  const media = prefersModern(accept) ? modern : legacy;
  const refusedDocument =
    answer.failure === "GRAPHQL_PARSE_FAILED" || answer.failure === "GRAPHQL_VALIDATION_FAILED";
  return {
    status: media === legacy && refusedDocument ? 200 : answer.status,
    body: answer.body,
    headers: answer.failure === null ? typeOf[media] : failureHeaders(answer, media),
  };
}

function prefersModern(accept: string | undefined): boolean {
  // Most callers name neither, and are done with here.
  if (accept === undefined || !/graphql-response/iu.test(accept)) return false;
  const wanted = qualityOf(accept, modern) ?? 0;
  return wanted > 0 && wanted >= (qualityOf(accept, legacy) ?? 0);
}

const typeOf = {
  [modern]: ["content-type", `${modern}; charset=utf-8`],
  [legacy]: ["content-type", `${legacy}; charset=utf-8`],
} as const;

function failureHeaders(
  { failure: code, retryAfterS = code === "DB_UNAVAILABLE" ? 1 : undefined }: Answer,
  media: keyof typeof typeOf,
): readonly string[] {
  return [
    ...typeOf[media],
    ...(code === "UNAUTHENTICATED" ? ["www-authenticate", "Bearer"] : []),
    ...(retryAfterS === undefined ? [] : ["retry-after", String(retryAfterS)]),
  ];
}

/** As a POST whatever it came as: what a GET may do has been decided here, and a hash has become a text. */
async function askApollo(
  call: GraphqlCall,
  parameters: OperationRequest,
  context: RequestContext,
  apollo: Apollo,
): Promise<HttpReply> {
  const sent = { accept: call.headers.accept, "content-type": "application/json" };
  const answer = await apollo.answer(
    { method: "POST", headers: sent, search: "", body: parameters },
    context,
  );
  const { "content-length": _, "cache-control": __, ...headers } = answer.headers;
  return { status: answer.status, body: answer.body, headers: Object.entries(headers).flat() };
}
