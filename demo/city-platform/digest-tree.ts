/** Range digests (section 10): leaves from SQL, mids and root here; kept per revision, since a revision cannot change. */
import { createHash } from "node:crypto";

import type { Client } from "./database.ts";
import { liveRecords } from "./tree-source.ts";
import type { Tree } from "./vocabulary.ts";

export interface Node {
  readonly no: number;
  readonly n: number;
  readonly hash: Buffer;
}

export interface DigestTree {
  readonly n: number;
  readonly root: string;
  readonly mids: readonly Node[];
  /** Leaves of each mid that is not empty. */
  readonly leaves: ReadonlyMap<number, readonly Node[]>;
}

export type WireNode = readonly [no: number, n: number, hash: string];

export function wireNode(node: Node): WireNode {
  return [node.no, node.n, node.hash.subarray(0, 16).toString("base64url")];
}

const kept = new Map<string, DigestTree>();
const maxKept = 8;

/** The tree at the revision that this transaction sees. */
export async function digestTree(
  client: Client,
  tree: Tree,
  district: string,
  revisionKey: string,
): Promise<DigestTree> {
  const name = `${tree}/${district}/${revisionKey}`;
  const found = kept.get(name);
  if (found !== undefined) return found;
  const built = await buildTree(client, tree, district);
  if (kept.size >= maxKept) kept.clear();
  kept.set(name, built);
  return built;
}

async function buildTree(client: Client, tree: Tree, district: string): Promise<DigestTree> {
  const { rows } = await client.query<{ bucket: number; n: number; hash: Buffer }>(
    `select bucket, count(*)::int as n, sha256('\\x00'::bytea || string_agg(digest, ''::bytea order by key)) as hash
     from ${liveRecords[tree]} group by bucket order by bucket`,
    [district],
  );
  const leaves = new Map<number, Node[]>();
  for (const { bucket, n, hash } of rows) {
    const siblings = leaves.get(bucket >> 6) ?? [];
    siblings.push({ no: bucket & 63, n, hash });
    leaves.set(bucket >> 6, siblings);
  }
  const mids = [...leaves].map(([no, nodes]) => ({ no, n: sum(nodes), hash: hashOf(1, nodes) }));
  return { n: sum(mids), root: hashOf(2, mids).toString("hex"), mids, leaves };
}

function hashOf(prefix: number, nodes: readonly Node[]): Buffer {
  const hash = createHash("sha256").update(Buffer.of(prefix));
  for (const node of nodes) {
    const head = Buffer.alloc(5);
    head.writeUInt8(node.no, 0);
    head.writeUInt32BE(node.n, 1);
    hash.update(head).update(node.hash);
  }
  return hash.digest();
}

function sum(nodes: readonly Node[]): number {
  return nodes.reduce((total, node) => total + node.n, 0);
}
