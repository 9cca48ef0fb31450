/** Records for one pack: figures near its thresholds, facts yes, no or missing; so that every branch is met. */
import * as fc from "fast-check";

import type { Catalogue, Indicator } from "../../../domain/criteria/catalogue.ts";
import type { Inputs, Value } from "../../../domain/criteria/inputs.ts";
import type { RulePack } from "../../../domain/criteria/pack.ts";
import {
  addDecimals,
  type Decimal,
  decimal,
  maxDecimal,
  minDecimal,
  multiplyDecimals,
} from "../../../lib/decimal.ts";
import { packInputs } from "./pack-inputs.ts";

export interface InputOptions {
  /** How many of a hundred facts are missing. */
  readonly missing: number;
  /** How many of a hundred facts are as the standard wants them: without it hardly a record passes. */
  readonly good: number;
}

export function arbitraryInputs(
  pack: RulePack,
  catalogue: Catalogue,
  options: InputOptions = { missing: 10, good: 60 },
): fc.Arbitrary<Inputs> {
  const { thresholds, titles } = packInputs(pack);
  const facts = [...thresholds].map(([input, at]) => {
    const indicator = catalogue.indicators.get(input)!;
    return arbitraryFact(indicator, at, options).map((value) => [input, value] as const);
  });
  const held = fc.option(fc.subarray([...titles, "manufacturing_champion"]), {
    freq: Math.max(1, Math.round(100 / Math.max(options.missing, 1))),
    nil: undefined,
  });
  return fc.tuple(fc.tuple(...facts), held).map(([values, valid]) => ({
    values: new Map(
      values.filter((pair): pair is readonly [string, Value] => pair[1] !== undefined),
    ),
    titles: valid === undefined && options.missing > 0 ? undefined : new Set(valid ?? titles),
  }));
}

function arbitraryFact(
  indicator: Indicator,
  thresholds: readonly Decimal[],
  { missing, good }: InputOptions,
): fc.Arbitrary<Value | undefined> {
  const any = arbitraryValue(indicator, thresholds);
  const wanted = goodValue(indicator, thresholds);
  return fc.oneof(
    { weight: missing, arbitrary: fc.constant(undefined) },
    { weight: good, arbitrary: fc.constant(wanted) },
    { weight: Math.max(1, 100 - missing - good), arbitrary: any },
  );
}

function arbitraryValue(indicator: Indicator, thresholds: readonly Decimal[]): fc.Arbitrary<Value> {
  if (indicator.type === "boolean") return fc.boolean();
  if (indicator.type === "word") return fc.constantFrom(...indicator.words);
  if (indicator.type === "text") return fc.constantFrom("C35", "65");
  const around = thresholds.length > 0 ? thresholds : [decimal(5)];
  const offsets =
    indicator.type === "integer"
      ? ["-2", "-1", "0", "1", "3"]
      : ["-1", "-0.0001", "0", "0.0001", "2.5"];
  const near = fc
    .tuple(fc.constantFrom(...around), fc.constantFrom(...offsets))
    .map(([threshold, offset]) => addDecimals(threshold, decimal(offset)));
  const spread = fc
    .tuple(fc.constantFrom(...around), fc.constantFrom("0", "0.5", "0.9", "1.5", "4"))
    .map(([threshold, factor]) => multiplyDecimals(threshold, decimal(factor)))
    .map((value) =>
      indicator.type === "integer" ? decimal(value.digits / 10n ** BigInt(value.scale)) : value,
    );
  return fc.oneof(near, spread).map((value) => within(indicator, value));
}

function goodValue(indicator: Indicator, thresholds: readonly Decimal[]): Value {
  if (indicator.type === "boolean") return indicator.better === "yes";
  if (indicator.type === "word") return indicator.words.at(-1)!;
  if (indicator.type === "text") return "C35";
  if (indicator.better === "rank") return decimal(1);
  if (thresholds.length === 0) return within(indicator, decimal(9));
  const best =
    indicator.better === "higher" ? thresholds.reduce(maxDecimal) : thresholds.reduce(minDecimal);
  return within(indicator, indicator.better === "higher" ? addDecimals(best, decimal(1)) : best);
}

function within(indicator: Indicator, value: Decimal): Decimal {
  const low = indicator.minimum === null ? value : maxDecimal(value, indicator.minimum);
  return indicator.maximum === null ? low : minDecimal(low, indicator.maximum);
}
