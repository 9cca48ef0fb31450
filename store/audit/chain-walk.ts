/** A walk along the audit's chain: each entry against the one before it, against the heads, and over the tombstones. */
import type { AuditBreak, ChainEnd } from "./audit-break.ts";
import type { AuditHead } from "./audit-heads.ts";
import type { StoredEntry } from "./audit-rows.ts";
import type { AuditTombstone } from "./audit-tombstones.ts";
import { algorithmOf, digestOf, genesis } from "./entry-digest.ts";

/** Heads and tombstones are genuine: whoever makes the walk has looked at their signatures. */
export class ChainWalk {
  end: ChainEnd = { sequence: "0", digest: genesis, at: "" };
  /** The entry before the last one. */
  before: ChainEnd | null = null;
  entries = 0;
  readonly #digestsAt = new Map<string, string[]>();
  readonly #tombstones: ReadonlyMap<string, AuditTombstone>;
  #lastHead = "0";
  readonly #newestHead: bigint;

  constructor(heads: readonly AuditHead[], tombstones: readonly AuditTombstone[]) {
    for (const { sequence, digest } of heads)
      this.#digestsAt.set(sequence, [...(this.#digestsAt.get(sequence) ?? []), digest]);
    this.#tombstones = new Map(tombstones.map((each) => [each.fromSequence, each]));
    this.#newestHead = heads.reduce(
      (newest, { sequence }) => (BigInt(sequence) > newest ? BigInt(sequence) : newest),
      0n,
    );
  }

  /** @returns "chain" when the entry does not follow, a break when a head does not agree. */
  step(entry: StoredEntry): AuditBreak | "chain" | undefined {
    this.#passTombstones();
    if (!follows(entry, this.end)) return "chain";
    const said = this.#digestsAt.get(entry.sequence);
    if (said?.some((digest) => digest !== entry.digest))
      return { kind: "REWRITTEN", sequence: next(this.#lastHead), until: entry.sequence };
    if (said) this.#lastHead = entry.sequence;
    this.before = this.end;
    this.end = entry;
    this.entries += 1;
    return undefined;
  }

  missingTail(): AuditBreak | undefined {
    this.#passTombstones();
    if (this.#newestHead <= BigInt(this.end.sequence)) return undefined;
    return {
      kind: "DELETED_TAIL",
      sequence: next(this.end.sequence),
      until: String(this.#newestHead),
    };
  }

  #passTombstones(): void {
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
