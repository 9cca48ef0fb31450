/** Clauses cut and joined at random: whatever comes out is of the language, proven by its words, and one sentence. */
import fc from "fast-check";
import { expect, it } from "vitest";

import { checkCondition } from "../../../domain/screening/check-condition.ts";
import { extractConditions } from "../../../domain/screening/grammar/extract-conditions.ts";
import { canonicalText } from "../../../domain/screening/normal-form.ts";
import { readSentence } from "../../../domain/screening/sentence/read-sentence.ts";
import { writeSentence } from "../../../domain/screening/sentence/write-sentence.ts";
import { verifyNumbers } from "../../../domain/screening/verify-numbers.ts";
import { clauseCases, composed, lexicon } from "./screening-kit.ts";

const texts = ["collected", ...composed]
  .flatMap((name) => clauseCases(name))
  .map(({ text }) => text);
const joints = [
  "，",
  "；",
  "。",
  "，且",
  "，或",
  "、",
  "\n1.",
  "（",
  "：",
  "的企业，",
  "之一",
  "不予受理。",
];

it("holds for any splice of two clauses", () => {
  const splice = fc
    .tuple(
      fc.constantFrom(...texts),
      fc.nat(60),
      fc.constantFrom(...joints),
      fc.constantFrom(...texts),
      fc.nat(200),
    )
    .map(([a, from, joint, b, to]) => a.slice(from % a.length) + joint + b.slice(0, to));
  fc.assert(
    fc.property(splice, (text) => {
      const { tree, citations } = extractConditions(text, lexicon);
      if (tree === undefined) return;
      const { problems } = checkCondition(tree, lexicon.catalogue);
      // Two clauses in one may nest deeper than any clause does; that is refused in words.
      expect(problems.filter((problem) => !problem.startsWith("条件嵌套"))).toEqual([]);
      expect(verifyNumbers(tree, citations, lexicon)).toEqual([]);
      const read = readSentence(writeSentence(tree, lexicon.catalogue), lexicon.catalogue);
      expect(canonicalText(read)).toBe(canonicalText(tree));
    }),
    {
      numRuns: 5_000,
      examples: [
        // A percentage that a colon introduces once went to the share before it, with that one's years.
        ["拥有3年以上稳定客户且客户占据10%以上销售收入，资产负债率：不高于70%"],
        ["拥有3年以上稳定客户且客户占据10%以上销售收入，不高于70%"],
        // Cut inside a year: "023年度" once asked for a mean of 23 years, which the catalogue does not have.
        [
          "023年度营业收入不低于3000万元、研发费用不低于150万元，工业总产值5000万元以上，工业增加值增速高于全市平均",
        ],
      ],
    },
  );
});
