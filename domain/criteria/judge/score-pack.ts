/** All points of a pack: by item, by category, in total. */
import { isDecimal } from "../../../lib/decimal.ts";
import type { Inputs } from "../inputs.ts";
import type { PointRange, RulePack } from "../pack.ts";
import type { Scores } from "./context.ts";
import { addRanges, capRange, exactly, nothing } from "./range.ts";
import { scoreItem } from "./score-item.ts";

/** True when the pack gives points at all. */
export function hasScore(pack: RulePack): boolean {
  return pack.items.length > 0 || pack.totalInput !== null;
}

export function scorePack(pack: RulePack, inputs: Inputs): Scores {
  const items = new Map(pack.items.map((item) => [item.id, scoreItem(item, inputs)]));
  const categories = new Map<string, PointRange>();
  for (const { name, maximum } of pack.categories) {
    const sum = pack.items
      .filter((item) => item.category === name)
      .map((item) => items.get(item.id) ?? nothing)
      .reduce(addRanges, nothing);
    categories.set(name, capRange(sum, maximum));
  }
  const given = pack.totalInput === null ? undefined : inputs.values.get(pack.totalInput);
  const total = isDecimal(given)
    ? exactly(given)
    : [...categories.values()].reduce(addRanges, nothing);
  return { items, categories, total };
}
