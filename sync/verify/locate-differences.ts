/** Finds every record on which both sides differ: leaves of the differing mids, records of the differing leaves. */
import { readBucketRecords } from "../../store/queries/sync-digests.ts";
import type { SyncSession } from "../context.ts";
import { differingNodes, mostBucketsAsked, type DigestTree } from "../protocol/digest-tree.ts";
import type { Tree, WireNode } from "../protocol/digests.ts";

export interface Difference {
  readonly key: string;
  /** Who has it, or both with other content. */
  readonly kind: "MISSING_THERE" | "MISSING_HERE" | "DIFFERS";
}

export interface Located {
  readonly differences: readonly Difference[];
  readonly roundTrips: number;
  readonly bytesExchanged: number;
}

/** One question for leaves, one for the records of up to 256 buckets; more buckets take more questions. */
export async function locateDifferences(
  session: SyncSession,
  tree: Tree,
  ours: DigestTree,
  theirMids: readonly WireNode[],
): Promise<Located> {
  const mids = differingNodes(ours.mids, theirMids);
  if (mids.length === 0) return { differences: [], roundTrips: 0, bytesExchanged: 0 };
  const answered = await session.platform.leaves(tree, mids);
  const theirLeaves = new Map(answered.value.mids);
  const buckets = mids.flatMap((mid) =>
    differingNodes(ours.leaves.get(mid) ?? [], theirLeaves.get(mid) ?? []).map(
      (leaf) => mid * 64 + leaf,
    ),
  );
  let roundTrips = 1;
  let bytesExchanged = answered.bytesExchanged;
  const differences: Difference[] = [];
  for (let start = 0; start < buckets.length; start += mostBucketsAsked) {
    const asked = buckets.slice(start, start + mostBucketsAsked);
    const records = await session.platform.bucketRecords(tree, asked);
    roundTrips += 1;
    bytesExchanged += records.bytesExchanged;
    const place = { peerId: session.peerId, stream: tree };
    const held = await readBucketRecords(session.pool, place, asked);
    differences.push(...compareRecords(held, records.value.records));
  }
  return { differences, roundTrips, bytesExchanged };
}

/** Pure. */
export function compareRecords(
  ours: readonly { readonly key: string; readonly digest: string }[],
  theirs: readonly (readonly [key: string, digest: string])[],
): Difference[] {
  const here = new Map(ours.map(({ key, digest }) => [key, digest]));
  const there = new Map(theirs);
  const differences: Difference[] = [];
  for (const [key, digest] of here) {
    const other = there.get(key);
    if (other === undefined) differences.push({ key, kind: "MISSING_THERE" });
    else if (other !== digest) differences.push({ key, kind: "DIFFERS" });
  }
  for (const key of there.keys())
    if (!here.has(key)) differences.push({ key, kind: "MISSING_HERE" });
  return differences.sort((a, b) => (a.key < b.key ? -1 : 1));
}
