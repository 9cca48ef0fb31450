import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";

import type { NameLexicon } from "../../../domain/enterprise/company-name-parts.ts";
import {
  type ComparableName,
  readComparableName,
} from "../../../domain/linking/comparable-name.ts";
import { buildNameIndex, type NameIndex } from "../../../domain/linking/name-index.ts";
import { loadNameLexicon } from "../../../intake/link/load-name-lexicon.ts";
import { makeNames } from "../../kit/registry-names.ts";

let lexicon: NameLexicon;
let names: ComparableName[];
let index: NameIndex;
beforeAll(async () => {
  lexicon = await loadNameLexicon();
  names = makeNames(3000, 5).map((name) => readComparableName(name, lexicon));
  index = buildNameIndex(names);
});

const slips: Record<string, (text: string, at: number) => string> = {
  "a wrong letter": (text, at) => `${text.slice(0, at)}龘${text.slice(at + 1)}`,
  "a lost letter": (text, at) => text.slice(0, at) + text.slice(at + 1),
  "an extra letter": (text, at) => `${text.slice(0, at)}龘${text.slice(at)}`,
  "two letters swapped": (text, at) =>
    text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
  "no slip": (text) => text,
};

test.each(Object.keys(slips))("a name with %s is among those found", (kind) => {
  fc.assert(
    fc.property(fc.nat({ max: 2999 }), fc.nat(), (row, any) => {
      const { text } = names[row]!;
      const spoiled = slips[kind]!(text, any % (text.length - 1));
      const mention = readComparableName(`青岛${spoiled}有限公司`, lexicon);
      fc.pre(mention.text === spoiled);
      const found = index.find(mention, 200).map((each) => names[each]!.text);
      expect(found).toContain(text);
    }),
    { numRuns: 300 },
  );
});

test("a beginning of a whole name finds it", () => {
  const row = names.findIndex(({ whole }) => whole.length > 9);
  const mention = readComparableName(names[row]!.whole.slice(0, 8), lexicon);
  expect(index.find(mention, 60)).toContain(row);
});

test("letter pairs find a name with two slips", () => {
  const row = names.findIndex(({ text }) => text.length >= 7);
  const { text } = names[row]!;
  const mention = readComparableName(`${text.charAt(1)}龘${text.slice(2)}`, lexicon);
  expect(index.findByPairs(mention, 30)).toContain(row);
});

test("no more rows than asked for come back", () => {
  for (const name of names.slice(0, 50)) {
    expect(index.find(name, 5).length).toBeLessThanOrEqual(5);
    expect(index.findByPairs(name, 5).length).toBeLessThanOrEqual(5);
  }
});
