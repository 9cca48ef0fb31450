/** Cuts the chain into parts of so many numbers; where entries were taken out, the next part begins after the gap. */
import type { Pool } from "../pool.ts";
import type { AuditHead } from "./audit-heads.ts";
import type { AuditTombstone } from "./audit-tombstones.ts";
import type { Segment } from "./prove-segment.ts";

export interface Signed {
  readonly heads: readonly AuditHead[];
  readonly tombstones: readonly AuditTombstone[];
}

export async function* cutSegments(
  pool: Pool,
  length: number,
  { heads, tombstones }: Signed,
): AsyncGenerator<Segment, void> {
  const headsUntil = inTurn(distinct(heads), ({ sequence }) => sequence);
  const stonesUntil = inTurn(tombstones, ({ fromSequence }) => fromSequence);
  for (let after = 0n; ;) {
    const { rows } = await pool.query<{ first: string | null }>(
      "/* audit:verify */ select min(sequence)::text as first from audit_entries where sequence > $1::bigint",
      [String(after)],
    );
    const first = rows[0]?.first;
    if (first == null) return;
    const until = BigInt(first) + BigInt(length) - 1n;
    yield {
      after: String(after),
      until: String(until),
      heads: headsUntil(until),
      tombstones: stonesUntil(until),
    };
    after = until;
  }
}

/** A head of the database and its copy elsewhere are one signature to check. */
function distinct(heads: readonly AuditHead[]): readonly AuditHead[] {
  const texts = heads.map(
    (head) => [`${head.sequence} ${head.digest} ${head.signedAt} ${head.signature}`, head] as const,
  );
  return [...new Map(texts).values()];
}

/** @returns takes those up to a number that were not taken before. */
function inTurn<T>(items: readonly T[], sequenceOf: (item: T) => string) {
  const sorted = items
    .map((item) => ({ item, number: BigInt(sequenceOf(item)) }))
    .sort((a, b) => (a.number < b.number ? -1 : 1));
  let taken = 0;
  return (until: bigint): readonly T[] => {
    const first = taken;
    while (taken < sorted.length && (sorted[taken]?.number ?? 0n) <= until) taken += 1;
    return sorted.slice(first, taken).map(({ item }) => item);
  };
}
