/**
 * Apollo Server behind the compiled route: what the compiler does not take (introspection, mutations, GET) goes through
 * graphql-js here, under the same limits, masking and refusal of simple cross-site requests.
 */
import { ApolloServer, HeaderMap } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from "graphql";

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
  readonly onInternalError: (error: unknown, requestId: string) => void;
}

export async function startApollo({ schema, onInternalError }: ApolloOptions): Promise<Apollo> {
  const server = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginLandingPageDisabled()],
    formatError: maskError,
  });
  await server.start();
  return {
    stop: () => server.stop(),
    answer: async (request, context) => {
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
    },
  };

  /** In production mode Apollo Server hands on a resolver's error verbatim (measured on 5.5.1): never let it. */
  function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
    const original = error instanceof GraphQLError ? error.originalError : error;
    if (!original) return formatted;
    const known = classify(original);
    if (known.code === "INTERNAL_SERVER_ERROR") onInternalError(error, "apollo");
    return {
      message: known.message,
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code: known.code },
    };
  }
}
