/**
 * Follows one subscription over server-sent events with the chosen token; each event replaces the one shown before it.
 */
import {
  type DocumentNode,
  type ExecutionResult,
  getOperationAST,
  OperationTypeNode,
} from "graphql";
import { createClient } from "graphql-sse";
import { streamEndpoint } from "./endpoint.ts";
import type { Operation, SendOptions } from "./send-query.ts";
import { text } from "./texts.ts";
import { withOwnHeaders } from "./with-own-headers.ts";

/** @param document null where the tool could not read what is being written. */
export function isSubscription(
  document: DocumentNode | null | undefined,
  operationName: string | null | undefined,
): boolean {
  if (!document) return false;
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION;
}

/** Ends when the reader stops it, or when the gateway does: at the end of the token's life. */
export async function* followSubscription(
  { query, operationName, variables }: Operation,
  {
    token,
    headers,
    onEnd,
  }: Pick<SendOptions, "token" | "headers"> & { readonly onEnd: () => void },
): AsyncGenerator<ExecutionResult> {
  const client = createClient({
    url: streamEndpoint(),
    headers: withOwnHeaders(token === null ? {} : { authorization: `Bearer ${token}` }, headers),
  });
  const asked = {
    query,
    ...(operationName == null ? {} : { operationName }),
    variables: (variables ?? {}) as Record<string, unknown>,
  };
  try {
    yield* client.iterate(asked);
  } catch (error) {
    yield { errors: [{ message: `${text("streamEnded")} ${said(error)}` }] } as never;
  } finally {
    client.dispose();
    onEnd();
  }
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
