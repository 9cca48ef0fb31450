/**
 * Both evaluators say the same of every generated record, by every pack, on several days. RECORDS and SEED change the
 * run: `RECORDS=100000 npx vitest run test/cultivation/compile` takes minutes.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { type Inputs, type Value } from "../../../domain/criteria/inputs.ts";
import { judgeRules } from "../../../domain/criteria/judge/judge-rules.ts";
import { judge } from "../../../domain/criteria/judge.ts";
import type { Pack, PointRange, RulePack, SizePack } from "../../../domain/criteria/pack.ts";
import { applyOverlays } from "../../../domain/criteria/version/apply-overlays.ts";
import { type Decimal, decimal, multiplyDecimals } from "../../../lib/decimal.ts";
import { arbitraryInputs } from "../../domain/criteria/arbitrary-inputs.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { type ComparedVerdict, judgeInSql } from "./judge-in-sql.ts";

const records = Number(process.env["RECORDS"] ?? 3_000);
const seed = Number(process.env["SEED"] ?? 20_261_123);
const batch = 2_000;

const db = await createTestDatabase();
const { packs, catalogue } = await loadSoundCriteria();
const rulePacks = [...packs.values()].filter(
  (pack): pack is RulePack => pack.kind === "rules" && pack.status === "active",
);
const days = [undefined, "2025-06-01", "2026-06-01"] as const;

/** The pure verdict, without the search for ways, which is for one enterprise at a time; lists of inputs as sets. */
function judgePurely(pack: Pack, inputs: Inputs, asOf: string | undefined): ComparedVerdict {
  if (pack.kind === "rules") return judgeRules(applyOverlays(pack, asOf), inputs).verdict;
  const { waysToPass: _ways, ...verdict } = judge(pack, inputs, catalogue, asOf);
  return verdict;
}

/** Every third record comes from a district where some registers of titles are not connected. */
function withUnknownRegisters(inputs: Inputs, place: number): Inputs {
  const { titles } = inputs;
  if (titles === undefined || place % 3 !== 0) return inputs;
  const absent = [...catalogue.titles.keys()].filter((title) => !titles.has(title));
  return { ...inputs, unknownTitles: new Set(absent.filter((_, at) => (at + place) % 2 === 0)) };
}

const sorted = (verdict: ComparedVerdict): ComparedVerdict => ({
  ...verdict,
  unknown: verdict.unknown.toSorted(),
  presumed: verdict.presumed.toSorted(),
});

async function compare(pack: Pack, samples: readonly Inputs[], asOf: string | undefined) {
  const judged = await judgeInSql(db.worker, pack, samples, {
    catalogue,
    ...(asOf === undefined ? {} : { asOf }),
  });
  const seen = { true: 0, false: 0, unknown: 0 };
  for (const [place, inputs] of samples.entries()) {
    const expected = sorted(judgePurely(pack, inputs, asOf));
    seen[String(expected.pass) as keyof typeof seen]++;
    expect(
      sorted(judged[place]!),
      `${pack.id} ${asOf ?? "-"} seed ${seed} record ${place}`,
    ).toEqual(expected);
  }
  return seen;
}

describe.each(rulePacks.map((pack) => [pack.id, pack] as const))("%s", (_id, pack) => {
  test(`the statement and the function agree on generated records (seed ${seed})`, async () => {
    const perPack = Math.ceil(records / rulePacks.length);
    const seen = { true: 0, false: 0, unknown: 0 };
    const mixes = [
      { missing: 0, good: 97 },
      { missing: 4, good: 90 },
      { missing: 10, good: 60 },
      { missing: 40, good: 30 },
    ];
    let turn = 0;
    for (let done = 0; done < perPack; turn++) {
      const size = Math.min(
        Math.ceil(batch / mixes.length),
        perPack - done,
        Math.ceil(perPack / mixes.length),
      );
      const mix = mixes[turn % mixes.length]!;
      const samples = fc
        .sample(arbitraryInputs(pack, catalogue, mix), { numRuns: size, seed: seed + turn })
        .map(withUnknownRegisters);
      const part = await compare(pack, samples, days[turn % days.length]);
      for (const key of ["true", "false", "unknown"] as const) seen[key] += part[key];
      done += size;
    }
    // Agreement on one kind of verdict alone would say little.
    expect(Math.min(seen.true, seen.false, seen.unknown), JSON.stringify(seen)).toBeGreaterThan(0);
  }, 600_000);
});

test("points of halves, which no packed number holds, are judged alike", async () => {
  const pack = packs.get("innovative_sme_2022") as RulePack;
  const half = ({ low, high }: PointRange): PointRange => ({
    low: multiplyDecimals(low, decimal("0.55")),
    high: multiplyDecimals(high, decimal("0.55")),
  });
  const items = pack.items.map((item) => {
    const { rule } = item;
    if (rule.kind !== "bands") return item;
    const bands = rule.bands.map((band) => ({ ...band, points: half(band.points) }));
    return { ...item, rule: { ...rule, bands } };
  });
  const halved: RulePack = { ...pack, items, directPasses: [] };
  const mix = { missing: 2, good: 96 };
  const samples = fc.sample(arbitraryInputs(pack, catalogue, mix), { numRuns: 200, seed });
  const seen = await compare(halved, samples, undefined);
  expect(seen.false + seen.unknown).toBeGreaterThan(0);
});

test("the statement and the function agree on sizes", async () => {
  const pack = [...packs.values()].find((one): one is SizePack => one.kind === "size")!;
  const industries = [
    undefined,
    "J66",
    "C3511",
    "c3511",
    "3511",
    "65",
    "I65",
    "A",
    "IND",
    "F51",
    "5310",
    "5910",
    "5990",
    "7010",
    "L",
    "G6010",
    "Q84",
    "nonsense",
    " C35 ",
  ];
  const figures = (floors: readonly Decimal[]) =>
    fc.option(fc.constantFrom(...floors, decimal(0), decimal("299.99"), decimal(10_000_000)), {
      nil: undefined,
    });
  const floorsOf = (input: string) =>
    pack.rows
      .flatMap((row) => row.floors)
      .filter((floor) => floor.input === input)
      .flatMap((floor) => [floor.large, floor.medium, floor.small]);
  const inputs = fc
    .tuple(
      fc.constantFrom(...industries),
      figures(floorsOf("employees")),
      figures(floorsOf("revenue_y1")),
      figures(floorsOf("total_assets")),
    )
    .map(([industry, employees, revenue, assets]): Inputs => {
      const values = Object.entries<Value | undefined>({
        industry,
        employees,
        revenue_y1: revenue,
        total_assets: assets,
      });
      return {
        values: new Map(values.filter((pair): pair is [string, Value] => pair[1] !== undefined)),
        titles: undefined,
      };
    });
  const samples = fc.sample(inputs, { numRuns: 3_000, seed });
  const seen = await compare(pack, samples, undefined);
  expect(Math.min(seen.true, seen.false, seen.unknown)).toBeGreaterThan(50);
});
