/**
 * A part of the chain proven by itself: each entry's digest, the links and times inside of it, the heads. What joins it to
 * the part before is handed back, so that parts can be proven beside each other. It says only that a part holds: where one
 * does not, `verifyAudit` walks it again entry by entry and names what was done.
 */
import { to } from "pg-copy-streams";

import type { Pool } from "../pool.ts";
import type { ChainEnd } from "./audit-break.ts";
import { type AuditHead, isGenuineHead } from "./audit-heads.ts";
import type { StoredEntry } from "./audit-rows.ts";
import type { AuditPublicKey } from "./audit-signature.ts";
import type { AuditTombstone } from "./audit-tombstones.ts";
import { ChainWalk } from "./chain-walk.ts";
import { entryOf, lineColumns } from "./entry-line.ts";

export interface Segment {
  /** Number after which it begins. */
  readonly after: string;
  /** Its last number, whether or not an entry has it. */
  readonly until: string;
  /** Those of its numbers; their signatures are checked with it. */
  readonly heads: readonly AuditHead[];
  /** Genuine ones. */
  readonly tombstones: readonly AuditTombstone[];
}

/** A part that holds. */
export interface SegmentProof {
  /** What the entry in front of it must be. */
  readonly joins: ChainEnd;
  readonly end: ChainEnd;
  readonly before: ChainEnd | null;
  readonly entries: number;
  /** Number of the last entry that a head agrees with; null when none does. */
  readonly lastHead: string | null;
}

/** @returns null for a part that does not hold, or that holds no entry. */
export async function proveSegment(
  pool: Pool,
  { after, until, heads, tombstones }: Segment,
  key: AuditPublicKey,
): Promise<SegmentProof | null> {
  if (!heads.every((head) => isGenuineHead(head, key))) return null;
  let walk: ChainWalk | undefined;
  let joins: ChainEnd | undefined;
  for await (const lines of linesOf(pool, after, until))
    for (const line of lines) {
      const entry = entryOf(line);
      joins ??= inFrontOf(entry);
      walk ??= new ChainWalk({ heads, tombstones, end: joins });
      if (walk.step(entry) !== undefined) return null;
    }
  if (walk === undefined || joins === undefined) return null;
  const { end, before, entries, lastHead } = walk;
  return { joins, end: plainEnd(end), before: before && plainEnd(before), entries, lastHead };
}

/** Its own time is the latest that the entry in front may have. */
function inFrontOf({ sequence, previousDigest, at }: StoredEntry): ChainEnd {
  return { sequence: String(BigInt(sequence) - 1n), digest: previousDigest, at };
}

const plainEnd = ({ sequence, digest, at }: ChainEnd): ChainEnd => ({ sequence, digest, at });

/** Lines in parcels as they arrive; a line is never cut, nor a letter of several bytes. */
async function* linesOf(pool: Pool, after: string, until: string): AsyncGenerator<string[]> {
  const client = await pool.connect();
  let isRead = false;
  try {
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of client.query(to(copyOf(after, until))) as AsyncIterable<Buffer>) {
      const end = chunk.lastIndexOf(10);
      if (end !== -1)
        yield Buffer.concat([rest, chunk.subarray(0, end)])
          .toString()
          .split("\n");
      rest = end === -1 ? Buffer.concat([rest, chunk]) : chunk.subarray(end + 1);
    }
    isRead = true;
  } finally {
    // A connection that was left in the middle is still being sent to.
    client.release(!isRead);
  }
}

const copyOf = (after: string, until: string): string =>
  `/* audit:verify */ copy (select ${lineColumns} from audit_entries
   where sequence > ${BigInt(after)} and sequence <= ${BigInt(until)} order by audit_entries.sequence) to stdout`;
