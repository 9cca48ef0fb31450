/** Reads the mentions of the chunk behind the one at hand while that is linked: else linking waits for PostgreSQL's answer. */
import { readMentions, type StagedMention } from "../../store/linking/staged-links.ts";
import type { Pool } from "../../store/pool.ts";

export type ReadChunk = (afterLine: number) => Promise<readonly StagedMention[]>;

export function readAhead(
  pool: Pool,
  { runId, size }: { readonly runId: string; readonly size: number },
): ReadChunk {
  const begin = (afterLine: number, rows = size) =>
    readMentions(pool, { runId, size: rows, afterLine });
  let coming: { readonly afterLine: number; readonly rows: ReturnType<ReadChunk> } | undefined;
  return async (afterLine) => {
    const rows = await (coming?.afterLine === afterLine
      ? coming.rows
      : begin(afterLine, firstOf(size)));
    const last = rows.at(-1)?.line;
    coming = last === undefined ? undefined : { afterLine: last, rows: begin(last) };
    // Met when it is asked for; until then it must not count as unhandled.
    coming?.rows.catch(() => undefined);
    return rows;
  };
}

/** PostgreSQL has nothing to merge until the first chunk is linked: that one is short. */
const firstOf = (size: number): number => (size < 1_000 ? size : Math.ceil(size / 5));
