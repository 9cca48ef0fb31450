/**
 * The range digest tree over one district's records (section 10): 4096 buckets, 64 mids, one root, ordered SHA-256.
 *
 * Static buckets rather than range-based set reconciliation: as many bytes (24 against 28 KB for 10 differences among
 * 100,000), no negotiation, and a third party can write it in 30 lines. No XOR and no sums: both call different sets equal.
 */
import { createHash } from "node:crypto";

import type { WireNode } from "./digests.ts";

export interface TreeNode {
  readonly no: number;
  /** Records below. */
  readonly n: number;
  readonly hash: Buffer;
}

/** A bucket that is not empty: number 0 to 4095, how many records, hash of their digests. */
export interface Bucket {
  readonly bucket: number;
  readonly n: number;
  readonly hash: Buffer;
}

export interface DigestTree {
  readonly n: number;
  readonly root: string;
  readonly mids: readonly TreeNode[];
  readonly leaves: ReadonlyMap<number, readonly TreeNode[]>;
}

export interface DigestedRecord {
  readonly key: string;
  readonly digest: string;
}

export const mostBucketsAsked = 256;

export function bucketOf(key: string): number {
  return createHash("sha256").update(key, "utf8").digest().readUInt16BE(0) >> 4;
}

/** @param buckets ascending by number, empty ones left out. */
export function treeOfBuckets(buckets: readonly Bucket[]): DigestTree {
  const leaves = new Map<number, TreeNode[]>();
  for (const { bucket, n, hash } of buckets) {
    const siblings = leaves.get(bucket >> 6) ?? [];
    siblings.push({ no: bucket & 63, n, hash });
    leaves.set(bucket >> 6, siblings);
  }
  const mids = [...leaves].map(([no, nodes]) => ({
    no,
    n: totalOf(nodes),
    hash: hashOf(1, nodes),
  }));
  return { n: totalOf(mids), root: hashOf(2, mids).toString("hex"), mids, leaves };
}

export function treeOfRecords(records: readonly DigestedRecord[]): DigestTree {
  const byBucket = new Map<number, DigestedRecord[]>();
  for (const record of records) {
    const bucket = bucketOf(record.key);
    const members = byBucket.get(bucket) ?? [];
    members.push(record);
    byBucket.set(bucket, members);
  }
  const numbers = [...byBucket.keys()].sort((a, b) => a - b);
  return treeOfBuckets(
    numbers.map((bucket) => {
      const members = byBucket.get(bucket) ?? [];
      return { bucket, n: members.length, hash: bucketHash(members) };
    }),
  );
}

export function wireNode(node: TreeNode): WireNode {
  return [node.no, node.n, node.hash.subarray(0, 16).toString("base64url")];
}

/** Numbers of the nodes that one side has otherwise than the other, or alone. */
export function differingNodes(
  ours: readonly TreeNode[],
  theirs: readonly WireNode[],
): readonly number[] {
  const nameOf = ([no, n, hash]: WireNode): string => `${no}/${n}/${hash}`;
  const ourNames = new Map(ours.map((node) => [nameOf(wireNode(node)), node.no]));
  const theirNames = new Map(theirs.map((node) => [nameOf(node), node[0]]));
  const differing = new Set<number>();
  for (const [name, no] of ourNames) if (!theirNames.has(name)) differing.add(no);
  for (const [name, no] of theirNames) if (!ourNames.has(name)) differing.add(no);
  return [...differing].sort((a, b) => a - b);
}

function bucketHash(members: readonly DigestedRecord[]): Buffer {
  const ordered = [...members].sort((a, b) =>
    Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)),
  );
  const hash = createHash("sha256").update(Buffer.of(0));
  for (const { digest } of ordered) hash.update(Buffer.from(digest, "hex"));
  return hash.digest();
}

function hashOf(prefix: number, nodes: readonly TreeNode[]): Buffer {
  const hash = createHash("sha256").update(Buffer.of(prefix));
  for (const { no, n, hash: child } of nodes) {
    const head = Buffer.alloc(5);
    head.writeUInt8(no, 0);
    head.writeUInt32BE(n, 1);
    hash.update(head).update(child);
  }
  return hash.digest();
}

function totalOf(nodes: readonly TreeNode[]): number {
  return nodes.reduce((total, { n }) => total + n, 0);
}
