/** Names of a pack's inputs for engines that know neither `@` nor `:`, and the low end of its points as plain numbers. */
import type { Bound, Comparison } from "../../domain/criteria/condition.ts";
import type { ItemRule, RulePack, ScoreItem } from "../../domain/criteria/pack.ts";
import { decimalToNumber, type Decimal } from "../../lib/decimal.ts";

export const signs: Readonly<Record<Comparison, string>> = {
  at_least: ">=",
  more_than: ">",
  at_most: "<=",
  less_than: "<",
};

export interface PlainBand {
  readonly input: string;
  readonly bounds: readonly Bound[];
  readonly points: number;
}

/** `innovative@x` and `title:y` as words of letters, digits and `_`. */
export function factName(column: string): string {
  return `f_${column.replaceAll(/[^A-Za-z0-9]/gu, "_")}`;
}

export const plain = (value: Decimal): number => decimalToNumber(value);

/** The lists of bands of an item: one, or several of which the best counts; null for other rules. */
export function bandsOf({ rule }: ScoreItem): readonly (readonly PlainBand[])[] | null {
  const lists = rule.kind === "bands" ? [rule] : rule.kind === "best_of" ? rule.of : null;
  return (
    lists?.map(({ input, bands }) =>
      bands.map(({ from, to, points }) => ({
        input,
        bounds: [from, to].filter((bound) => bound !== null),
        points: plain(points.low),
      })),
    ) ?? null
  );
}

/** Inputs that only settle what an expert or a platform says; they stay unknown here, as they are in the store. */
export function outsideInputs(pack: RulePack): ReadonlySet<string> {
  const given = (rule: ItemRule) => (rule.kind === "given" ? [rule.input] : []);
  const experts = pack.items.flatMap(({ expertInput, rule }) => [
    ...(expertInput === null ? [] : [expertInput]),
    ...given(rule),
  ]);
  return new Set([...experts, ...(pack.totalInput === null ? [] : [pack.totalInput])]);
}
