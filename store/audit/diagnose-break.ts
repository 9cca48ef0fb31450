/** What was done to the audit where its chain breaks, read from the neighbours of the entry that does not follow. */
import type { Pool } from "../pool.ts";
import type { AuditBreak, ChainEnd } from "./audit-break.ts";
import { readAudit, type StoredEntry } from "./audit-rows.ts";
import { algorithmOf, digestOf } from "./entry-digest.ts";

interface Place {
  /** The last entry that holds. */
  readonly end: ChainEnd;
  /** The one before it; null at the beginning and after a tombstone. */
  readonly before: ChainEnd | null;
}

/** How far an entry is looked for that stands under another number than its digest was made with. */
const farthest = 2_000;

export async function diagnose(
  pool: Pool,
  { end, before }: Place,
  entry: StoredEntry,
): Promise<AuditBreak> {
  const expected = String(BigInt(end.sequence) + 1n);
  if (entry.sequence !== expected)
    return { kind: end.sequence === "0" ? "PRUNED" : "DELETED", sequence: expected };
  // The last entry stands here once more.
  if (entry.digest === end.digest) return { kind: "DUPLICATED", sequence: expected };
  // It follows the entry before the last one: the last one was put between them.
  if (before !== null && entry.previousDigest === before.digest)
    return { kind: "INSERTED", sequence: end.sequence };
  const following = await entryAfter(pool, entry.sequence);
  const writtenAs = numberOfDigest(entry);
  if (following?.previousDigest === end.digest)
    // Neighbours exchanged look like one put between, but that each was written under the other's number.
    return {
      kind: writtenAs === following.sequence ? "REORDERED" : "INSERTED",
      sequence: expected,
    };
  if (writtenAs === entry.sequence) return ofOwnDigest(end, entry, expected);
  if (writtenAs === null) return { kind: "EDITED", sequence: expected };
  return { kind: await kindOfMove(pool, entry), sequence: expected };
}

/** The entry is as its digest says: its link or its time is wrong. */
function ofOwnDigest(end: ChainEnd, entry: StoredEntry, expected: string): AuditBreak {
  if (entry.previousDigest === end.digest) return { kind: "CLOCK_BACK", sequence: expected };
  // It remembers another digest of the entry in front, which was changed and given a new one.
  return { kind: "REWRITTEN", sequence: end.sequence === "0" ? expected : end.sequence };
}

async function kindOfMove(pool: Pool, entry: StoredEntry): Promise<AuditBreak["kind"]> {
  const { rows } = await pool.query<{ same: number; parents: number }>(
    `/* audit:moved */ select count(*) filter (where digest = $1)::int as same, count(*) filter (where digest = $2)::int as parents
     from audit_entries`,
    [entry.digest, entry.previousDigest],
  );
  const { same = 0, parents = 0 } = rows[0] ?? {};
  if (same > 1) return "DUPLICATED";
  return parents > 0 ? "REORDERED" : "DELETED";
}

async function entryAfter(pool: Pool, sequence: string): Promise<StoredEntry | undefined> {
  for await (const entry of readAudit(pool, { after: sequence }, 1)) return entry;
  return undefined;
}

/** The number with which the entry's digest was made; null when none near by gives it. */
function numberOfDigest(entry: StoredEntry): string | null {
  const algorithm = algorithmOf(entry.digest);
  if (algorithm === null) return null;
  const own = Number(entry.sequence);
  for (let distance = 0; distance <= farthest; distance += 1)
    for (const number of [own - distance, own + distance]) {
      const sequence = String(number);
      if (digestOf({ ...entry, sequence }, algorithm) === entry.digest) return sequence;
    }
  return null;
}
