import { describe, expect, it } from "vitest";

import { compareConditions } from "../../../domain/screening/compare-conditions.ts";
import { extractConditions } from "../../../domain/screening/grammar/extract-conditions.ts";
import { verifyNumbers } from "../../../domain/screening/verify-numbers.ts";
import { clauseCases, composed, lexicon, read } from "./screening-kit.ts";

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

/**
 * Left as they are: names of conditions only a person can decide, one title's name, bare bounds of the size classes, and
 * trees that go against the collection (clauses 34 and 37).
 */
const otherwise: Readonly<Record<string, readonly string[]>> = {
  first: ["h1-15"],
  second: ["h2-19", "h2-23", "h2-33"],
  third: ["h3-22", "h3-24", "h3-38"],
  fourth: [],
  fifth: ["h5-16"],
  sixth: ["h6-18", "h6-21"],
  seventh: [],
  eighth: ["h8-06"],
};

it.each(Object.entries(otherwise))(
  "the %s set of another hand is read exactly but for the clauses named",
  (name, ids) => {
    const scored = clauseCases(`other-hand/${name}`).flatMap(({ id, text, tree }) =>
      tree === null ? [] : [{ id, ...compareConditions(read(text), tree, lexicon.catalogue) }],
    );
    expect(scored.filter(({ equal }) => !equal).map(({ id }) => id)).toEqual(ids);
    expect(scored.flatMap(({ wrongNumbers }) => wrongNumbers)).toEqual([]);
  },
);

it("holds more than 250 clauses", () => {
  const count = files
    .flatMap((name) => clauseCases(name))
    .filter(({ tree }) => tree !== null).length;
  expect(count).toBeGreaterThan(250);
});

it.each([
  ["不属于金融业、博彩业", "博彩业"],
  ["从事采盐、制造业", "采盐"],
  ["制造业和养殖业企业，上年度营业收入不低于2000万元", "养殖业"],
])(
  "an item of a list of industries that no word names is said, and leaves the list open: %s",
  (text, quote) => {
    const { tree, unread } = extractConditions(text, lexicon);
    expect(unread.map((one) => one.quote)).toEqual([quote]);
    expect(JSON.stringify(tree)).toContain('"open_list":true');
  },
);
