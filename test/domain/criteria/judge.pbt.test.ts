/** Properties every pack must have: what is decided stays decided, progress climbs, ways lead to a pass. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";

import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import type { Better } from "../../../domain/criteria/catalogue.ts";
import type { Criteria } from "../../../domain/criteria/criteria.ts";
import type { Inputs, Value } from "../../../domain/criteria/inputs.ts";
import { judge } from "../../../domain/criteria/judge.ts";
import type { RulePack } from "../../../domain/criteria/pack.ts";
import type { Change } from "../../../domain/criteria/verdict.ts";
import { findTitle } from "../../../domain/criteria/find-title.ts";
import {
  addDecimals,
  compareDecimals,
  decimal,
  isDecimal,
  subtractDecimals,
} from "../../../lib/decimal.ts";
import { arbitraryInputs } from "./arbitrary-inputs.ts";
import { packInputs } from "./pack-inputs.ts";

const ids = [
  "innovative_sme_2022",
  "srdi_sme_2022",
  "srdi_sme_2026",
  "little_giant_2022",
  "little_giant_2026",
  "tech_sme_2017",
  "hnte_2016",
  "gazelle_sd_2020",
  "unicorn_sd_2019",
  "quasi_unicorn_sd_2018",
  "hidden_unicorn_qd_2024",
];
const runs = { numRuns: 300 };
let criteria: Criteria;

beforeAll(async () => {
  criteria = await loadSoundCriteria();
});

const packOf = (id: string): RulePack => {
  const pack = criteria.packs.get(id);
  if (pack?.kind !== "rules") throw new Error(id);
  return pack;
};

/** The same facts with what is missing filled in from `filler`. */
function complete(inputs: Inputs, filler: Inputs): Inputs {
  return {
    values: new Map([...filler.values, ...inputs.values]),
    titles: inputs.titles ?? filler.titles,
  };
}

function apply(changes: readonly Change[], inputs: Inputs): Inputs {
  const values = new Map(inputs.values);
  const titles = new Set(inputs.titles);
  let known = inputs.titles !== undefined;
  for (const { input, to } of changes) {
    if (input === "titles") {
      titles.add(findTitle(String(to), criteria.catalogue)!.id);
      known = true;
    } else values.set(input, typeof to === "number" ? decimal(to) : to);
  }
  return { values, titles: known ? titles : undefined };
}

/** A value that is better by one step in the good direction, or the same when there is none. */
function improved(value: Value, better: Better, words: readonly string[]): Value {
  if (better === "yes") return true;
  if (better === "no") return false;
  if (typeof value === "string") return words[words.indexOf(value) + 1] ?? value;
  if (!isDecimal(value)) return value;
  if (better === "higher") return addDecimals(value, decimal("1.5"));
  if (better === "lower") return subtractDecimals(value, decimal("1.5"));
  if (better === "rank") {
    if (value.digits === 0n) return decimal(9);
    return compareDecimals(value, decimal(1)) > 0 ? subtractDecimals(value, decimal(1)) : value;
  }
  return value;
}

describe.each(ids)("%s", (id) => {
  test("a verdict reached with facts missing stands whatever the missing facts are", () => {
    const pack = packOf(id);
    fc.assert(
      fc.property(
        arbitraryInputs(pack, criteria.catalogue, { missing: 25, good: 50 }),
        arbitraryInputs(pack, criteria.catalogue, { missing: 0, good: 50 }),
        (known, filler) => {
          const { pass, presumed } = judge(pack, known, criteria.catalogue);
          fc.pre(pass !== "unknown");
          // A total that is stated takes the place of the sum of its parts: one that contradicts them is no missing fact.
          const left = [...presumed, pack.totalInput];
          const values = new Map([...filler.values].filter(([input]) => !left.includes(input)));
          const later = complete(known, { ...filler, values });
          expect(judge(pack, later, criteria.catalogue).pass).toBe(pass);
        },
      ),
      runs,
    );
  });

  test("with every fact known the verdict is never unknown", () => {
    const pack = packOf(id);
    fc.assert(
      fc.property(arbitraryInputs(pack, criteria.catalogue, { missing: 0, good: 50 }), (inputs) => {
        expect(judge(pack, inputs, criteria.catalogue).pass).not.toBe("unknown");
      }),
      runs,
    );
  });

  test("an unknown verdict names a missing input, and names nothing that is known", () => {
    const pack = packOf(id);
    fc.assert(
      fc.property(
        arbitraryInputs(pack, criteria.catalogue, { missing: 30, good: 60 }),
        (inputs) => {
          const { pass, unknown } = judge(pack, inputs, criteria.catalogue);
          if (pass === "unknown") expect(unknown.length).toBeGreaterThan(0);
          for (const input of unknown) {
            expect(input === "titles" ? inputs.titles : inputs.values.get(input)).toBeUndefined();
          }
        },
      ),
      runs,
    );
  });

  test("progress is 100 exactly when it passes", () => {
    const pack = packOf(id);
    fc.assert(
      fc.property(arbitraryInputs(pack, criteria.catalogue, { missing: 3, good: 92 }), (inputs) => {
        const { pass, progress } = judge(pack, inputs, criteria.catalogue);
        expect(progress === 100).toBe(pass === true);
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(100);
      }),
      runs,
    );
  });

  test("progress never falls when one fact gets better or one more title is held", () => {
    const pack = packOf(id);
    const { thresholds, mixed, titles } = packInputs(pack);
    const movable = [...thresholds.keys()].filter((input) => {
      const better = criteria.catalogue.indicators.get(input)!.better;
      return better !== null && (better === "rank" || !mixed.has(input));
    });
    fc.assert(
      fc.property(
        arbitraryInputs(pack, criteria.catalogue, { missing: 5, good: 55 }),
        fc.constantFrom(...movable, ...titles),
        (inputs, moved) => {
          const before = judge(pack, inputs, criteria.catalogue);
          const indicator = criteria.catalogue.indicators.get(moved);
          const value = inputs.values.get(moved);
          fc.pre(titles.includes(moved) ? inputs.titles !== undefined : value !== undefined);
          const after: Inputs = titles.includes(moved)
            ? { ...inputs, titles: new Set([...(inputs.titles ?? []), moved]) }
            : {
                ...inputs,
                values: new Map(inputs.values).set(
                  moved,
                  improved(value!, indicator!.better, indicator!.words),
                ),
              };
          const later = judge(pack, after, criteria.catalogue);
          expect(later.progress, moved).toBeGreaterThanOrEqual(before.progress);
        },
      ),
      { numRuns: 800 },
    );
  });

  test("every way shown leads to a pass when taken", () => {
    const pack = packOf(id);
    let ways = 0;
    fc.assert(
      fc.property(arbitraryInputs(pack, criteria.catalogue, { missing: 5, good: 80 }), (inputs) => {
        const { waysToPass, pass } = judge(pack, inputs, criteria.catalogue);
        if (pass === true) expect(waysToPass).toEqual([]);
        for (const way of waysToPass) {
          ways++;
          expect(
            judge(pack, apply(way.changes, inputs), criteria.catalogue).pass,
            way.sentence,
          ).toBe(true);
          expect(way.sentence).not.toMatch(/undefined|null|NaN|\[object/);
        }
      }),
      runs,
    );
    // About 25 for the pack with the fewest: a run without any would prove nothing.
    expect(ways).toBeGreaterThan(0);
  });
});
