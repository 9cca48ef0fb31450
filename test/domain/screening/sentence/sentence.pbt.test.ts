import fc from "fast-check";
import { expect, it } from "vitest";

import { canonicalText } from "../../../../domain/screening/normal-form.ts";
import { readSentence } from "../../../../domain/screening/sentence/read-sentence.ts";
import { writeSentence } from "../../../../domain/screening/sentence/write-sentence.ts";
import { arbitraryCondition } from "../arbitrary-condition.ts";
import { lexicon } from "../screening-kit.ts";

const { catalogue } = lexicon;

it("reads every sentence back into the tree it was written from", () => {
  fc.assert(
    fc.property(arbitraryCondition, (tree) => {
      const sentence = writeSentence(tree, catalogue);
      expect(canonicalText(readSentence(sentence, catalogue))).toBe(canonicalText(tree));
    }),
    { numRuns: 2_000 },
  );
});

it("never answers a broken sentence with anything but a place and what was expected", () => {
  fc.assert(
    fc.property(
      arbitraryCondition,
      fc.nat(),
      fc.constantFrom("", "；", "】", "若", "x", "不低于"),
      (tree, where, put) => {
        const sentence = writeSentence(tree, catalogue);
        const at = where % sentence.length;
        const broken = sentence.slice(0, at) + put + sentence.slice(at + 1);
        try {
          readSentence(broken, catalogue);
        } catch (error) {
          expect((error as { code?: string }).code).toBe("BAD_USER_INPUT");
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
