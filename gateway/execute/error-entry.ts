/** Errors as the graph shows them: stable code, words for the reader, request id; never the inside of anything. */
import { GraphQLError } from "graphql";

import { type ErrorCode, errorCatalogue, GoldseedError } from "../../domain/errors.ts";

export interface ErrorEntry {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions: { readonly code: string; readonly requestId: string } & Readonly<
    Record<string, unknown>
  >;
}

/** SQLSTATEs that mean the database is away or was too slow; all others are ours to mend and are masked. */
const sqlStates: Readonly<Record<string, ErrorCode>> = {
  "57014": "TIMEOUT",
  "55P03": "TIMEOUT",
  "57P01": "DB_UNAVAILABLE",
  "57P02": "DB_UNAVAILABLE",
  "57P03": "DB_UNAVAILABLE",
  "08000": "DB_UNAVAILABLE",
  "08003": "DB_UNAVAILABLE",
  "08006": "DB_UNAVAILABLE",
  "53300": "DB_UNAVAILABLE",
  ECONNREFUSED: "DB_UNAVAILABLE",
  ECONNRESET: "DB_UNAVAILABLE",
  EPIPE: "DB_UNAVAILABLE",
};

interface Thrown {
  readonly code?: string;
  readonly message?: string;
  readonly syscall?: string;
}

function knownFailure({ code = "", message = "", syscall }: Thrown): ErrorCode | undefined {
  // The socket of an embedded server that has stopped is gone; a file that is missing is another matter.
  if (code === "ENOENT" && syscall === "connect") return "DB_UNAVAILABLE";
  const away = /timeout exceeded when trying to connect|Connection terminated/u.test(message);
  return sqlStates[code] ?? (away ? "DB_UNAVAILABLE" : undefined);
}

/** The expected failure that an unknown error stands for, or INTERNAL_SERVER_ERROR. */
export function classify(error: unknown): GoldseedError {
  const inner = error instanceof GraphQLError && error.originalError ? error.originalError : error;
  if (inner instanceof GoldseedError) return inner;
  const name = knownFailure(inner ?? {}) ?? "INTERNAL_SERVER_ERROR";
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
