import { describe, expect, it } from "vitest";

import { compareConditions } from "../../../domain/screening/compare-conditions.ts";
import { extractConditions } from "../../../domain/screening/grammar/extract-conditions.ts";
import { verifyNumbers } from "../../../domain/screening/verify-numbers.ts";
import { clauseCases, composed, lexicon } from "./screening-kit.ts";

const files = ["collected", ...composed];

describe.each(files)("clauses of %s", (name) => {
  const cases = clauseCases(name).flatMap(({ id, text, tree }) =>
    tree === null ? [] : [{ id, text, tree }],
  );

  it.each(cases)("$id is read exactly: $text", ({ text, tree }) => {
    const { tree: found } = extractConditions(text, lexicon);
    const { equal } = compareConditions(found, tree, lexicon.catalogue);
    expect(equal, JSON.stringify(found)).toBe(true);
  });

  it("states no number its words do not", () => {
    const wrong = cases.flatMap(({ id, text, tree }) => {
      const { tree: found } = extractConditions(text, lexicon);
      const { wrongNumbers } = compareConditions(found, tree, lexicon.catalogue);
      return wrongNumbers.length > 0 ? [`${id}: ${wrongNumbers.join(", ")}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it("cites words of the text that hold the numbers", () => {
    for (const { text } of cases) {
      const { tree, citations } = extractConditions(text, lexicon);
      for (const { start, end, quote } of citations) expect(text.slice(start, end)).toBe(quote);
      if (tree !== undefined) expect(verifyNumbers(tree, citations, lexicon), text).toEqual([]);
    }
  });
});

it("holds more than 250 clauses", () => {
  const count = files
    .flatMap((name) => clauseCases(name))
    .filter(({ tree }) => tree !== null).length;
  expect(count).toBeGreaterThan(250);
});
