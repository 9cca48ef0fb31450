/**
 * COPY of rows that are at hand. Measured side by side on a busy machine, 40,000 registry rows of 900 bytes: COPY 29,000
 * rows/s, an insert from one JSON parameter 24,000, a multi-row insert 15,000, row by row 280.
 *
 * Quote and delimiter are control characters that JSON escapes and intake removes from keys, so nothing has to be
 * escaped or doubled.
 */
import { once } from "node:events";
import { finished } from "node:stream/promises";

import { from } from "pg-copy-streams";

import type { PoolClient } from "../pool.ts";

/** Text, or null; never an empty text (COPY reads it as null) and never a control character. */
export type CopyValue = string | null;

const delimiter = "\u0002";
const format = "(format csv, quote E'\\x01', delimiter E'\\x02', null '')";
/** Handed over in pieces, so that a chunk is not held three times: as rows, as text, as bytes. */
const pieceChars = 262_144;

/** `into`: table and columns, such as `staged_records (import_run_id, line)`. Not from a caller's input. */
export async function copyRows(
  client: PoolClient,
  into: string,
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> {
  const stream = client.query(from(`copy ${into} from stdin ${format}`));
  const done = finished(stream);
  // The rejection is met at the end; without this a failure while writing would count as unhandled.
  done.catch(() => undefined);
  let piece = "";
  for (const row of rows) {
    piece += `${row.map((value) => value ?? "").join(delimiter)}\n`;
    if (piece.length < pieceChars) continue;
    if (!stream.write(piece)) await Promise.race([once(stream, "drain"), done]);
    piece = "";
  }
  stream.end(piece);
  await done;
}
