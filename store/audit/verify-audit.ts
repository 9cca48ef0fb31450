/**
 * Proves the audit: every entry's digest, every link, every time, the tombstones in the gaps, and the heads, those of the
 * database and those kept elsewhere. Stops at the first entry that does not hold and says what was done to it.
 */
import type { Pool } from "../pool.ts";
import { type AuditHead, isGenuineHead, readHeads } from "./audit-heads.ts";
import type { AuditBreak } from "./audit-break.ts";
import { readAudit } from "./audit-rows.ts";
import type { AuditKey } from "./audit-signature.ts";
import { isGenuineTombstone, readTombstones } from "./audit-tombstones.ts";
import { ChainWalk } from "./chain-walk.ts";
import { diagnose } from "./diagnose-break.ts";

export interface AuditVerdict {
  /** Entries that hold. */
  readonly entries: number;
  readonly heads: number;
  readonly lastSequence: string;
  /** Null when all holds. */
  readonly broken: AuditBreak | null;
}

export interface VerifyInputs {
  /** May read the audit. */
  readonly pool: Pool;
  readonly key: AuditKey;
  /** Heads that were kept elsewhere. */
  readonly shipped: readonly AuditHead[];
}

export async function verifyAudit({ pool, key, shipped }: VerifyInputs): Promise<AuditVerdict> {
  // Heads first: entries that are added meanwhile come after them.
  const own = await readHeads(pool);
  const tombstones = await readTombstones(pool);
  const heads = [...own, ...shipped];
  const walk = new ChainWalk(
    heads.filter((head) => isGenuineHead(head, key)),
    tombstones.filter((each) => isGenuineTombstone(each, key)),
  );
  const broken =
    (await firstBreak(pool, walk)) ??
    walk.missingTail() ??
    forgedHead(heads, key) ??
    removedHead(own, shipped) ??
    null;
  return { entries: walk.entries, heads: heads.length, lastSequence: walk.end.sequence, broken };
}

async function firstBreak(pool: Pool, walk: ChainWalk): Promise<AuditBreak | undefined> {
  for await (const entry of readAudit(pool)) {
    const broken = walk.step(entry);
    if (broken === "chain") return diagnose(pool, walk, entry);
    if (broken) return broken;
  }
  return undefined;
}

function forgedHead(heads: readonly AuditHead[], key: AuditKey): AuditBreak | undefined {
  const forged = heads.find((head) => !isGenuineHead(head, key));
  return forged && { kind: "FORGED_HEAD", sequence: forged.sequence };
}

/** A head that was shipped and stands in the database no more. */
function removedHead(
  own: readonly AuditHead[],
  shipped: readonly AuditHead[],
): AuditBreak | undefined {
  const known = new Set(own.map(({ sequence }) => sequence));
  const removed = shipped.find(({ sequence }) => !known.has(sequence));
  return removed && { kind: "REMOVED_HEAD", sequence: removed.sequence };
}
