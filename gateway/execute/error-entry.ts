/** Errors as the graph shows them: stable code, words for the reader, request id; never the inside of anything. */
import { GraphQLError } from "graphql";

import { type ErrorCode, errorCatalogue, GoldseedError } from "../../domain/errors.ts";
import { databaseFailure } from "../../store/database-failure.ts";

export interface ErrorEntry {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions: { readonly code: string; readonly requestId: string } & Readonly<
    Record<string, unknown>
  >;
}

/** The expected failure that an unknown error stands for, or INTERNAL_SERVER_ERROR. */
export function classify(error: unknown): GoldseedError {
  const inner = error instanceof GraphQLError && error.originalError ? error.originalError : error;
  if (inner instanceof GoldseedError) return inner;
  const name = databaseFailure(inner) ?? "INTERNAL_SERVER_ERROR";
  const { titleZh, titleEn, remedyZh, remedyEn } = errorCatalogue[name];
  return new GoldseedError(name, `${titleZh}。${remedyZh}。 ${titleEn}. ${remedyEn}.`, {
    cause: error,
  });
}

export function errorEntry(
  error: GoldseedError,
  requestId: string,
  path?: readonly (string | number)[],
): ErrorEntry {
  const extensions = {
    code: error.code,
    requestId,
    ...(Object.keys(error.details).length > 0 ? { details: error.details } : {}),
  };
  return { message: error.message, ...(path ? { path } : {}), extensions };
}

/** A refused document: graphql-js's own words, which quote the caller's document. */
export function documentErrorEntry(
  error: GraphQLError,
  code: ErrorCode,
  requestId: string,
): ErrorEntry {
  const inner = error.originalError;
  const locations = error.locations ? { locations: error.locations } : {};
  return {
    message: inner instanceof GoldseedError ? inner.message : error.message,
    ...locations,
    extensions: { code: inner instanceof GoldseedError ? inner.code : code, requestId },
  };
}
