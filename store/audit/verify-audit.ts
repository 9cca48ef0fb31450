/**
 * Proves the audit: every entry's digest, every link, every time, the tombstones in the gaps, and the heads, those of the
 * database and those kept elsewhere. Parts are proven beside each other and joined in their order; from the first that does
 * not hold or does not follow on, entry by entry, up to the first that does not hold, and what was done to it is said.
 */
import type { Pool } from "../pool.ts";
import { type AuditHead, isGenuineHead, readHeads } from "./audit-heads.ts";
import type { AuditBreak } from "./audit-break.ts";
import { readAudit } from "./audit-rows.ts";
import { type AuditKey, type AuditPublicKey, publicPart } from "./audit-signature.ts";
import { isGenuineTombstone, readTombstones } from "./audit-tombstones.ts";
import { ChainWalk } from "./chain-walk.ts";
import { cutSegments } from "./cut-segments.ts";
import { diagnose } from "./diagnose-break.ts";
import { proveSegment, type Segment, type SegmentProof } from "./prove-segment.ts";

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
  /** By whom parts are proven; here, one after the other, when left out. */
  readonly provers?: Provers;
}

export interface Provers {
  readonly prove: (segment: Segment, key: AuditPublicKey) => Promise<SegmentProof | null>;
  /** How many parts are given out at a time. */
  readonly ahead: number;
  /** Numbers in a part. */
  readonly length: number;
}

export async function verifyAudit(inputs: VerifyInputs): Promise<AuditVerdict> {
  const { pool, key, shipped } = inputs;
  // Heads first: entries that are added meanwhile come after them.
  const own = await readHeads(pool);
  const heads = [...own, ...shipped];
  const tombstones = (await readTombstones(pool)).filter((each) => isGenuineTombstone(each, key));
  const walk = new ChainWalk({ heads: [], tombstones });
  const proven = await joinParts(walk, inputs, { heads, tombstones });
  const { genuine, forged } = lookAt(heads, proven, key);
  walk.expect(genuine);
  const broken =
    (await firstBreak(pool, walk, proven)) ??
    walk.missingTail(genuine) ??
    forged ??
    removedHead(own, shipped) ??
    null;
  return { entries: walk.entries, heads: heads.length, lastSequence: walk.end.sequence, broken };
}

/** As many parts at a time as there are hands. @returns the number of the last entry of the parts that hold. */
async function joinParts(
  walk: ChainWalk,
  { pool, key, provers = proversHere(pool) }: VerifyInputs,
  signed: Parameters<typeof cutSegments>[2],
): Promise<string> {
  const publicKey = publicPart(key);
  const under: Promise<SegmentProof | null>[] = [];
  let proven = "0";
  const joinFirst = async () => {
    const proof = await under.shift();
    if (!proof || !walk.join(proof)) return false;
    proven = proof.end.sequence;
    return true;
  };
  for await (const segment of cutSegments(pool, provers.length, signed)) {
    const proof = provers.prove(segment, publicKey);
    // Met where it is joined, or not at all when a part before it does not hold.
    proof.catch(() => undefined);
    under.push(proof);
    if (under.length >= provers.ahead && !(await joinFirst())) return proven;
  }
  while (under.length > 0) if (!(await joinFirst())) break;
  return proven;
}

function proversHere(pool: Pool): Provers {
  return { prove: (segment, key) => proveSegment(pool, segment, key), ahead: 1, length: 50_000 };
}

async function firstBreak(
  pool: Pool,
  walk: ChainWalk,
  after: string,
): Promise<AuditBreak | undefined> {
  for await (const entry of readAudit(pool, { after })) {
    const broken = walk.step(entry);
    if (broken === "chain") return diagnose(pool, walk, entry);
    if (broken) return broken;
  }
  return undefined;
}

/** Signatures of the heads behind the parts that were proven with theirs. */
function lookAt(heads: readonly AuditHead[], proven: string, key: AuditKey) {
  const genuine: AuditHead[] = [];
  let forged: AuditBreak | undefined;
  for (const head of heads) {
    if (BigInt(head.sequence) <= BigInt(proven)) continue;
    if (isGenuineHead(head, key)) genuine.push(head);
    else forged ??= { kind: "FORGED_HEAD", sequence: head.sequence };
  }
  return { genuine, forged };
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
