/** A walk along the audit's chain: each entry against the one before it, against the heads, and over the tombstones. */
import type { AuditBreak, ChainEnd } from "./audit-break.ts";
import type { AuditHead } from "./audit-heads.ts";
import type { StoredEntry } from "./audit-rows.ts";
import type { AuditTombstone } from "./audit-tombstones.ts";
import { algorithmOf, digestOf, genesis } from "./entry-digest.ts";
import type { SegmentProof } from "./prove-segment.ts";

/** Heads and tombstones are genuine: whoever makes the walk has looked at their signatures. */
export interface WalkInputs {
  readonly heads: readonly AuditHead[];
  readonly tombstones: readonly AuditTombstone[];
  /** Where it begins; in front of the first entry when left out. */
  readonly end?: ChainEnd;
}

export class ChainWalk {
  end: ChainEnd;
  /** The entry before the last one. */
  before: ChainEnd | null = null;
  entries = 0;
  /** Number of the last entry that a head agreed with. */
  lastHead: string | null = null;
  readonly #digestsAt = new Map<string, string[]>();
  readonly #tombstones: ReadonlyMap<string, AuditTombstone>;

  constructor({ heads, tombstones, end = { sequence: "0", digest: genesis, at: "" } }: WalkInputs) {
    this.end = end;
    this.expect(heads);
    this.#tombstones = new Map(tombstones.map((each) => [each.fromSequence, each]));
  }

  /** Further heads that entries to come must agree with. */
  expect(heads: readonly AuditHead[]): void {
    for (const { sequence, digest } of heads) {
      const said = this.#digestsAt.get(sequence);
      if (said) said.push(digest);
      else this.#digestsAt.set(sequence, [digest]);
    }
  }

  /** @returns "chain" when the entry does not follow, a break when a head does not agree. */
  step(entry: StoredEntry): AuditBreak | "chain" | undefined {
    this.#passTombstones();
    if (!follows(entry, this.end)) return "chain";
    const said = this.#digestsAt.get(entry.sequence);
    if (said?.some((digest) => digest !== entry.digest))
      return { kind: "REWRITTEN", sequence: next(this.lastHead ?? "0"), until: entry.sequence };
    if (said) this.lastHead = entry.sequence;
    this.before = this.end;
    this.end = entry;
    this.entries += 1;
    return undefined;
  }

  /** Over a part that was proven by itself. @returns whether it follows; nothing is passed when it does not. */
  join({ joins, end, before, entries, lastHead }: SegmentProof): boolean {
    const front = { end: this.end, before: this.before };
    this.#passTombstones();
    if (
      joins.sequence !== this.end.sequence ||
      joins.digest !== this.end.digest ||
      joins.at < this.end.at
    ) {
      Object.assign(this, front);
      return false;
    }
    this.before = before;
    this.end = end;
    this.entries += entries;
    this.lastHead = lastHead ?? this.lastHead;
    return true;
  }

  missingTail(heads: readonly AuditHead[]): AuditBreak | undefined {
    this.#passTombstones();
    const newest = heads.reduce(
      (most, { sequence }) => (BigInt(sequence) > most ? BigInt(sequence) : most),
      0n,
    );
    if (newest <= BigInt(this.end.sequence)) return undefined;
    return { kind: "DELETED_TAIL", sequence: next(this.end.sequence), until: String(newest) };
  }

  #passTombstones(): void {
    if (this.#tombstones.size === 0) return;
    for (;;) {
      const stone = this.#tombstones.get(next(this.end.sequence));
      if (!stone || stone.previousDigest !== this.end.digest) return;
      this.before = null;
      this.end = { sequence: stone.toSequence, digest: stone.digest, at: this.end.at };
    }
  }
}

function follows(entry: StoredEntry, end: ChainEnd): boolean {
  return (
    entry.sequence === next(end.sequence) &&
    entry.previousDigest === end.digest &&
    entry.at >= end.at &&
    isOwnDigest(entry)
  );
}

function isOwnDigest(entry: StoredEntry): boolean {
  const algorithm = algorithmOf(entry.digest);
  return algorithm !== null && digestOf(entry, algorithm) === entry.digest;
}

function next(sequence: string): string {
  return String(BigInt(sequence) + 1n);
}
