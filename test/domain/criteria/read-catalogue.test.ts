/** The catalogue is held to the same standard as the packs that name it. */
import { expect, test } from "vitest";

import { top } from "../../../domain/criteria/read/place.ts";
import { readCatalogue } from "../../../domain/criteria/read/read-catalogue.ts";

const sound = { id: "a", name_zh: "甲", name_en: "A", type: "decimal", formula: "f", source: "s" };

function problemsOf(value: unknown): string[] {
  const place = top();
  readCatalogue(value, place);
  return place.problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

test("an entry says by itself how the enterprise can change it, unless it says otherwise", () => {
  const entries = ["higher", "lower", "yes", "no", "rank", null].map((better, index) => ({
    ...sound,
    id: `a${index}`,
    better,
  }));
  const { indicators } = readCatalogue(
    { indicators: [...entries, { ...sound, id: "t", better: "higher", lever: "time" }] },
    top(),
  );
  expect([...indicators.values()].map((one) => one.lever)).toEqual([
    "raise",
    "lower",
    "obtain",
    "wait",
    "raise",
    "none",
    "time",
  ]);
});

test.each([
  [{ ...sound, type: "number" }, "indicators.0.type: word"],
  [{ ...sound, better: "more" }, "indicators.0.better: word"],
  [{ ...sound, type: "word" }, "type word needs its list of words"],
  [{ ...sound, formula: undefined }, "indicators.0.formula: nothing is not a text"],
  [{ ...sound, variants: "x" }, "is not a mapping of names to definitions"],
  [{ ...sound, units: "%" }, 'key "units" is not known; did you mean "unit"?'],
])("%j is refused", (entry, part) => {
  expect(problemsOf({ indicators: [entry] }).join("\n")).toContain(part);
});

test("an indicator twice, a title spelt like another, a contradiction of unknown figures", () => {
  expect(
    problemsOf({
      indicators: [sound, sound],
      titles: [
        { id: "x", name_zh: "铜", name_en: "X" },
        { id: "y", name_zh: "铁", name_en: "Y", aliases: ["铜"], covered_by: ["x", "zz"] },
      ],
      contradictions: [{ id: "c", name_zh: "矛盾", name_en: "clash", less: "a", more: "bb" }],
    }),
  ).toEqual([
    'indicators: indicator "a" occurs twice; give each its own id',
    'titles: title "铜" occurs twice; give each its own id',
    expect.stringMatching(/^titles\.1\.covered_by\.1: title "zz" is not known;/u),
    'contradictions.0.more: indicator "bb" is not known; did you mean "a"?',
  ]);
});
