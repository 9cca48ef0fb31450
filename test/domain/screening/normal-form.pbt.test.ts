import fc from "fast-check";
import { expect, it } from "vitest";

import { checkCondition } from "../../../domain/screening/check-condition.ts";
import { compareConditions } from "../../../domain/screening/compare-conditions.ts";
import type { Condition } from "../../../domain/screening/condition.ts";
import { canonicalText, normalForm } from "../../../domain/screening/normal-form.ts";
import { arbitraryCondition } from "./arbitrary-condition.ts";
import { lexicon } from "./screening-kit.ts";

const { catalogue } = lexicon;
const text = (tree: Condition): string => canonicalText(normalForm(tree, catalogue));

it("is its own normal form", () => {
  fc.assert(
    fc.property(arbitraryCondition, (tree) => {
      expect(text(normalForm(tree, catalogue))).toBe(text(tree));
    }),
    { numRuns: 1_000 },
  );
});

it("does not change under reordering, repetition, wrapping and double negation", () => {
  fc.assert(
    fc.property(arbitraryCondition, arbitraryCondition, (a, b) => {
      expect(text({ all: [a, b] })).toBe(text({ all: [b, { all: [a] }, b] }));
      expect(text({ not: { not: { any: [a, b] } } })).toBe(text({ any: [b, a] }));
    }),
    { numRuns: 500 },
  );
});

it("compares every tree equal to itself, in full", () => {
  fc.assert(
    fc.property(arbitraryCondition, (tree) => {
      expect(compareConditions(tree, tree, catalogue)).toMatchObject({
        equal: true,
        partial: 1,
        wrongNumbers: [],
      });
    }),
    { numRuns: 300 },
  );
});

it("takes or refuses anything at all without throwing", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.json().map((json) => JSON.parse(json) as unknown),
      ),
      (raw) => {
        const { condition, problems } = checkCondition(raw, catalogue);
        expect(condition === undefined).toBe(problems.length > 0);
      },
    ),
    { numRuns: 5_000 },
  );
});
