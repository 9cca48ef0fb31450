/**
 * Apollo Server behind the compiled route: what the compiler does not take (questions about the schema) goes through
 * graphql-js here, under the same limits, masking and refusal of simple cross-site requests.
 */
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";

import { type AccessPolicy, decideField } from "../../domain/access/policy.ts";
import { accessClassOf, type Principal } from "../../domain/access/principal.ts";
import { shapes } from "../../resolvers/shapes.ts";
import { schemaAsSeen } from "../schema-as-seen.ts";
import { classify } from "../execute/error-entry.ts";
import type { RequestContext } from "../request-context.ts";

export interface HttpRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly search: string;
  readonly body: unknown;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Apollo {
  readonly answer: (request: HttpRequest, context: RequestContext) => Promise<HttpAnswer>;
  readonly stop: () => Promise<void>;
}

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly policy: AccessPolicy;
  readonly onInternalError: (error: unknown, requestId: string) => void;
  /** Another one only in tests. */
  readonly asSeen?: typeof schemaAsSeen;
}

/** Classes that ask about the schema are few: developers of each tier, everybody in development. */
const mostSchemas = 64;

/** One server for each access class, made when its first caller asks: each is told of its own part of the contract. */
export function openApollo(options: ApolloOptions): Apollo {
  const servers = new LRUCache<string, Promise<ApolloServer<RequestContext>>>({
    max: mostSchemas,
    dispose: (server) => void server.then((each) => each.stop()).catch(() => undefined),
  });
  const serverFor = (principal: Principal) => {
    const key = accessClassOf(principal);
    const known = servers.get(key) ?? startServer(options, principal);
    servers.set(key, known);
    return known;
  };
  return {
    stop: async () => {
      const open = [...servers.values()];
      servers.clear();
      await Promise.allSettled(open);
    },
    answer: async (request, context) =>
      answerBy(await serverFor(context.principal), request, context),
  };
}

async function startServer(
  { schema, policy, onInternalError, asSeen = schemaAsSeen }: ApolloOptions,
  principal: Principal,
): Promise<ApolloServer<RequestContext>> {
  const decide = (coordinate: string) => decideField(policy, principal, coordinate);
  const server = new ApolloServer<RequestContext>({
    schema: asSeen({ schema, shapes, decide }),
    introspection: true,
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // Traces would tell timings to whoever asks for them, as a subgraph of Apollo usually does.
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      namingRequests(onInternalError),
    ],
    formatError: maskError,
  });
  await server.start();
  return server;
}

/** In production mode Apollo Server hands on a resolver's error verbatim (measured on 5.5.1): never let it. */
function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (!original) return formatted;
  const known = classify(original);
  return {
    message: known.message,
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: known.code },
  };
}

/** Masked errors are found again by the request's id: in the answer and in what operations are told. */
function namingRequests(
  onInternalError: ApolloOptions["onInternalError"],
): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, contextValue }) => {
          for (const error of errors)
            if (error.originalError && classify(error).code === "INTERNAL_SERVER_ERROR")
              onInternalError(error, contextValue.requestId);
          return Promise.resolve();
        },
        willSendResponse: ({ response, contextValue: { requestId } }) => {
          if (response.body.kind !== "single") return Promise.resolve();
          const { errors } = response.body.singleResult;
          const named = errors?.map((error) => ({
            ...error,
            extensions: { ...error.extensions, requestId },
          }));
          if (named) response.body.singleResult.errors = named;
          return Promise.resolve();
        },
      }),
  };
}

async function answerBy(
  server: ApolloServer<RequestContext>,
  request: HttpRequest,
  context: RequestContext,
): Promise<HttpAnswer> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method,
      headers,
      search: request.search,
      body: request.body,
    },
    context: () => Promise.resolve(context),
  });
  const body = answer.body.kind === "complete" ? answer.body.string : "";
  return { status: answer.status ?? 200, headers: Object.fromEntries(answer.headers), body };
}
