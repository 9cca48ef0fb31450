import { createHash } from "node:crypto";

import { assert, asyncProperty, integer, property, tuple, uniqueArray } from "fast-check";
import { expect, test } from "vitest";

import {
  bucketOf,
  differingNodes,
  treeOfRecords,
  wireNode,
  type DigestedRecord,
} from "../../../sync/protocol/digest-tree.ts";
import { referenceTree } from "../../demo/city-platform/reference-tree.ts";

const hex = (text: string): string => createHash("sha256").update(text).digest("hex");
const record = tuple(integer({ min: 0, max: 5000 }), integer({ min: 0, max: 9 })).map(
  ([no, version]) => ({ key: `CODE${no}|GAZELLE|2024`, digest: hex(`${no}/${version}`) }),
);
const records = uniqueArray(record, {
  selector: ({ key }) => key,
  maxLength: 400,
  // Without it fast-check makes ten records, and a bucket of two never.
  size: "max",
});

test("the tree is that of the 30 lines printed in the protocol, for any set in any order", async () => {
  await assert(
    asyncProperty(records, async (set) => {
      const [ours, reference] = [treeOfRecords(set), await referenceTree(set)];
      expect(ours.root).toBe(reference.root);
      expect(ours.n).toBe(reference.n);
      expect(treeOfRecords(set.toReversed()).root).toBe(ours.root);
    }),
    { numRuns: 100 },
  );
});

test("roots are equal exactly when the sets are, and three questions find every difference", () => {
  assert(
    property(records, records, (left, right) => {
      const [a, b] = [treeOfRecords(left), treeOfRecords(right)];
      const truth = symmetricDifference(left, right);
      expect(a.root === b.root).toBe(truth.size === 0);
      const [mine, other] = [byBucket(left), byBucket(right)];
      const found = new Set<string>();
      for (const mid of differingNodes(a.mids, b.mids.map(wireNode))) {
        const [ours, theirs] = [a.leaves.get(mid) ?? [], b.leaves.get(mid) ?? []];
        for (const leaf of differingNodes(ours, theirs.map(wireNode))) {
          const bucket = mid * 64 + leaf;
          const pair = [mine.get(bucket) ?? [], other.get(bucket) ?? []] as const;
          for (const key of symmetricDifference(...pair)) found.add(key);
        }
      }
      expect(found).toEqual(truth);
    }),
    { numRuns: 200 },
  );
});

test("a sum or an exclusive or would call these different sets equal, the tree does not", () => {
  const [a, b] = [hex("a"), hex("b")];
  const swapped = [
    { key: "K1", digest: b },
    { key: "K2", digest: a },
  ];
  const straight = [
    { key: "K1", digest: a },
    { key: "K2", digest: b },
  ];
  expect(treeOfRecords(straight).root).not.toBe(treeOfRecords(swapped).root);
});

function symmetricDifference(
  left: readonly DigestedRecord[],
  right: readonly DigestedRecord[],
): Set<string> {
  const names = (list: readonly DigestedRecord[]) => new Map(list.map((r) => [r.key, r.digest]));
  const [a, b] = [names(left), names(right)];
  const keys = [...a.keys(), ...b.keys()].filter((key) => a.get(key) !== b.get(key));
  return new Set(keys);
}

/** Each key's bucket once: asked for every differing bucket anew, the hashes alone took a minute. */
function byBucket(records: readonly DigestedRecord[]): ReadonlyMap<number, DigestedRecord[]> {
  const buckets = new Map<number, DigestedRecord[]>();
  for (const record of records) {
    const bucket = bucketOf(record.key);
    const present = buckets.get(bucket);
    if (present) present.push(record);
    else buckets.set(bucket, [record]);
  }
  return buckets;
}
