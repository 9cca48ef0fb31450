/** PostgreSQL's ErrorResponse as the error that the driver makes of it. */
import pg from "pg";

const named = {
  S: "severity",
  C: "code",
  D: "detail",
  H: "hint",
  P: "position",
  W: "where",
  s: "schema",
  t: "table",
  c: "column",
  d: "dataType",
  n: "constraint",
  R: "routine",
} as const;

/** @param body fields, each a letter and a text ended by a zero. */
export function databaseErrorOf(body: Buffer): pg.DatabaseError {
  const fields = body
    .toString("utf8")
    .split("\0")
    .filter((field) => field !== "");
  const message = fields.find((field) => field.startsWith("M"))?.slice(1) ?? "";
  const error = new pg.DatabaseError(message, body.length, "error");
  for (const field of fields) {
    const name = named[field[0] as keyof typeof named];
    if (name !== undefined) error[name] = field.slice(1);
  }
  return error;
}
