import fc from "fast-check";
import { expect, test } from "vitest";

import { startCounts } from "../../../domain/linking/count-table.ts";
import { hashText, startPostings } from "../../../domain/linking/posting-table.ts";
import { startTally } from "../../../domain/linking/row-tally.ts";

const key = fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: 0xffffffff }));

test("a posting table gives back every row of a key and no other", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat({ max: 1000 })), { maxLength: 9000 }), (pairs) => {
      const builder = startPostings();
      const expected = new Map<number, number[]>();
      for (const [k, row] of pairs) {
        builder.push(k, row);
        expected.set(k, [...(expected.get(k) ?? []), row]);
      }
      const table = builder.build();
      expect(table.size).toBe(pairs.length);
      for (const [k, rows] of [...expected, [0xabcdef, expected.get(0xabcdef) ?? []] as const]) {
        const found: number[] = [];
        expect(table.visit(k, (row) => found.push(row), 1e6)).toBe(rows.length);
        expect(found).toEqual(rows);
      }
    }),
    { numRuns: 30 },
  );
});

test("a posting table stops at the limit and says that there is more", () => {
  const builder = startPostings();
  for (let row = 0; row < 10; row++) builder.push(7, row);
  const found: number[] = [];
  expect(builder.build().visit(7, (row) => found.push(row), 4)).toBe(5);
  expect(found).toEqual([0, 1, 2, 3]);
});

test("counts are those of a Map", () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 9000 }), (keys) => {
      const counts = startCounts(4);
      const expected = new Map<number, number>();
      for (const k of keys) {
        counts.add(k);
        expected.set(k, (expected.get(k) ?? 0) + 1);
      }
      for (const [k, count] of expected) expect(counts.count(k)).toBe(count);
      expect(counts.count(0xdeadbeef)).toBe(expected.get(0xdeadbeef) ?? 0);
    }),
    { numRuns: 30 },
  );
});

test("the best rows of a tally are those of a sort, and the tally is clean after", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: 99 }), fc.integer({ min: 1, max: 5 })), { maxLength: 300 }),
      fc.integer({ min: 1, max: 20 }),
      (given, limit) => {
        const tally = startTally(100);
        const points = new Map<number, number>();
        for (const [row, more] of given) {
          tally.add(row, more);
          points.set(row, (points.get(row) ?? 0) + more);
        }
        const sorted = [...points].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
        expect(tally.takeBest(limit)).toEqual(sorted.slice(0, limit).map(([row]) => row));
        expect(tally.takeBest(limit)).toEqual([]);
      },
    ),
  );
});

test("leaving out a letter hashes as the text without it", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20 }), fc.nat(), (text, any) => {
      const at = any % text.length;
      expect(hashText(text, at)).toBe(hashText(text.slice(0, at) + text.slice(at + 1)));
    }),
  );
});
