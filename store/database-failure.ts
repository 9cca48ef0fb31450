/** What of the driver's and PostgreSQL's errors means that the database is away or was too slow; no other is expected. */
import type { ErrorCode } from "../domain/errors.ts";

const sqlStates: Readonly<Record<string, ErrorCode>> = {
  "57014": "TIMEOUT",
  "55P03": "TIMEOUT",
  "57P01": "DB_UNAVAILABLE",
  "57P02": "DB_UNAVAILABLE",
  "57P03": "DB_UNAVAILABLE",
  // A transaction that was left waiting for too long: this machine slept.
  "25P03": "DB_UNAVAILABLE",
  "08000": "DB_UNAVAILABLE",
  "08003": "DB_UNAVAILABLE",
  "08006": "DB_UNAVAILABLE",
  // No room on its disk, no memory, no connection left.
  "53100": "DB_UNAVAILABLE",
  "53200": "DB_UNAVAILABLE",
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

/** Undefined for whatever is ours to mend. */
export function databaseFailure(error: unknown): ErrorCode | undefined {
  const { code = "", message = "", syscall } = (error ?? {}) as Thrown;
  // The socket of an embedded server that has stopped is gone; a file that is missing is another matter.
  if (code === "ENOENT" && syscall === "connect") return "DB_UNAVAILABLE";
  const away =
    /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/u.test(
      message,
    );
  return sqlStates[code] ?? (away ? "DB_UNAVAILABLE" : undefined);
}
