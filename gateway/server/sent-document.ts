/** The text that a request stands for: a registered document, a persisted one, or what it sent; one way for every protocol. */
import { type Auditing, noteRefusal } from "../audit/audit-read.ts";
import type { TrustedDocuments } from "../auth/trusted-documents.ts";
import type { PersistedQueries } from "../execute/persisted-queries.ts";
import type { RequestContext } from "../request-context.ts";
import type { RequestParameters } from "./read-request.ts";

export interface DocumentSources {
  readonly persistedQueries: PersistedQueries;
  readonly trustedDocuments: TrustedDocuments;
}

/** The text that was sent, where nothing has to be looked up for it; null where `sentDocument` has to be asked. */
export function plainDocument(
  { trustedDocuments }: DocumentSources,
  { query, persisted }: Pick<RequestParameters, "query" | "persisted">,
  { principal }: RequestContext,
): string | null {
  return persisted === null && trustedDocuments.letsAnythingPass?.(principal) === true
    ? query
    : null;
}

/** @throws GoldseedError OPERATION_NOT_TRUSTED, PERSISTED_QUERY_NOT_FOUND, BAD_REQUEST */
export async function sentDocument(
  { persistedQueries, trustedDocuments }: DocumentSources,
  { query, persisted }: Pick<RequestParameters, "query" | "persisted">,
  context: RequestContext,
  auditing: Auditing,
): Promise<string> {
  const sent = { query, hash: persisted?.sha256Hash ?? null };
  try {
    const trusted = await trustedDocuments.admit(context.principal, sent);
    if (trusted !== null) return trusted;
  } catch (error) {
    noteRefusal(auditing, error, context);
    throw error;
  }
  return (persisted ? persistedQueries.resolve(query, persisted) : query) ?? "";
}
