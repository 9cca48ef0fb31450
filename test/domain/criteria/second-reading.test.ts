/** Every fact of a sound record moved over every edge, left out, and several moved at once: pack and document agree. */
import { beforeAll, expect, test } from "vitest";

import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import type { Criteria } from "../../../domain/criteria/criteria.ts";
import { judgeRecord } from "../../../domain/criteria/record/judge-record.ts";
import { streamOf } from "../../../demo/district/random.ts";
import { decimalToNumber } from "../../../lib/decimal.ts";
import { readBase } from "./read-base.ts";
import { readings } from "./second-reading.ts";

type Facts = Record<string, unknown>;

let criteria: Criteria;
beforeAll(async () => {
  criteria = await loadSoundCriteria();
});

/** The share of all records that is judged here; `CRITERIA_READINGS=1` judges all of them. */
const share = Number(process.env["CRITERIA_READINGS"] ?? 0.04);
const severalMoved = 600;
const seed = 20261127;

const edges = [
  0, 1, 2, 2.5, 3, 4, 5, 6, 8, 10, 15, 20, 25, 30, 40, 50, 55, 60, 65, 70, 75, 80, 85, 90, 100, 200,
  300, 365, 400, 500, 1_000, 1_200, 1_500, 2_000, 3_000, 5_000, 6_000, 8_000, 10_000, 20_000,
  40_000,
];
const titles = [
  "创新型中小企业",
  "专精特新中小企业",
  "科技型中小企业",
  "高新技术企业",
  "知识产权示范企业",
];
const levels = ["national", "provincial", "municipal", "below_municipal", "none"];
const isCount = /rank|^class|^employees|_days$|info_system|patents|software|led_standards|_years$/u;

function valuesOf(name: string, value: unknown): unknown[] {
  if (name === "titles") return [null, [], ...titles.map((one) => [one]), titles];
  if (name === "manual")
    return ["met", "not_met", "unknown"].map((said) =>
      Object.fromEntries(Object.keys(value as Facts).map((key) => [key, said])),
    );
  if (typeof value === "boolean") return [true, false, null];
  if (name === "rd_institution_level") return [...levels, null];
  const step = isCount.test(name) ? 1 : 0.0001;
  const near = edges.flatMap((edge) =>
    [edge - step, edge, edge + step].map((one) => Number(one.toFixed(4))),
  );
  const { minimum, maximum } = criteria.catalogue.indicators.get(name) ?? {};
  const least = minimum == null ? -Infinity : decimalToNumber(minimum);
  const most = maximum == null ? Infinity : decimalToNumber(maximum);
  const fits = near.filter((one) => one >= least && one <= most);
  return [null, ...fits];
}

function* variants(base: Readonly<Facts>): Generator<Facts> {
  for (const [name, value] of Object.entries(base))
    for (const other of valuesOf(name, value)) yield { ...base, [name]: other };
  const random = streamOf(seed, 0, "facts");
  for (let made = 0; made < severalMoved; made++) {
    const moved = { ...base };
    for (let change = 0; change < 2 + (made % 4); change++) {
      const name = random.pick(Object.keys(base));
      moved[name] = random.pick(valuesOf(name, base[name]));
    }
    yield moved;
  }
}

test.each(Object.entries(readings))("%s says what its document says", (name, read) => {
  const { standard, base } = readBase(name);
  const differences: unknown[] = [];
  let records = 0;
  const chance = streamOf(seed, 1, name);
  for (const facts of variants(base)) {
    if (!chance.chance(share)) continue;
    const judged = judgeRecord({ id: 1, standard, inputs: facts }, criteria, {
      asOf: undefined,
      today: "2026-09-01",
    });
    const told = judged.ok ? judged.verdict : { problems: judged.problems };
    const { pass, points, categories, direct } = read(facts);
    const settled = Object.entries(points).filter(([, [low, high]]) => low === high);
    const sums = Object.entries(categories).flatMap(([category, items]) => {
      const ends = items.map((item) => points[item] ?? [0, 0]);
      if (ends.some(([low, high]) => low !== high)) return [];
      return [[category, ends.reduce((sum, [low]) => sum + low, 0)]];
    });
    const wanted = {
      pass: pass ?? "unknown",
      points: Object.fromEntries(settled.map(([item, [low]]) => [item, low])),
      category: Object.fromEntries(sums),
      direct_pass: Object.keys(direct).filter((one) => direct[one] === true),
    };
    records += 1;
    if (!isWithin(wanted, told)) {
      const moved = Object.fromEntries(
        Object.entries(facts).filter(([key, one]) => base[key] !== one),
      );
      differences.push({ moved, wanted, told });
    }
  }
  expect(differences.slice(0, 3)).toEqual([]);
  expect(records).toBeGreaterThan(share * 800);
});

/** Whether all that is wanted is told; thousands of records are too many for a matcher of the test library. */
function isWithin(wanted: unknown, told: unknown): boolean {
  if (typeof wanted !== "object" || wanted === null) return Object.is(wanted, told);
  if (typeof told !== "object" || told === null) return false;
  if (Array.isArray(wanted) && wanted.length !== (told as unknown[]).length) return false;
  return Object.entries(wanted).every(([key, one]) => isWithin(one, (told as Facts)[key]));
}
