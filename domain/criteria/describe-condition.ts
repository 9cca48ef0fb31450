/** Reads a condition back in Chinese, for officers who check a pack against its document. */
import { formatDecimal } from "../../lib/decimal.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Bound, Comparison, Condition } from "./condition.ts";

const words: Readonly<Record<Comparison, string>> = {
  at_least: "≥",
  more_than: ">",
  at_most: "≤",
  less_than: "<",
};

export function describeBounds(bounds: readonly Bound[], unit = ""): string {
  return bounds
    .map((bound) => `${words[bound.comparison]} ${formatDecimal(bound.value)}${unit}`)
    .join("，");
}

export function describeCondition(condition: Condition, catalogue: Catalogue): string {
  const nested = (one: Condition): string => {
    const text = describeCondition(one, catalogue);
    return one.kind === "all" || one.kind === "any" ? `（${text}）` : text;
  };
  const indicator = "input" in condition ? catalogue.indicators.get(condition.input) : undefined;
  switch (condition.kind) {
    case "all":
      return condition.of.map(nested).join(" 且 ");
    case "any":
      return condition.of.map(nested).join(" 或 ");
    case "not":
      return `非（${describeCondition(condition.of, catalogue)}）`;
    case "compare":
      return `${indicator?.nameZh ?? condition.input} ${describeBounds(condition.bounds, indicator?.unit ?? "")}`;
    case "equals":
      return describeEquals(indicator?.nameZh ?? condition.input, condition.values);
    case "title":
      return `有效期内的${catalogue.titles.get(condition.title)?.nameZh ?? condition.title}`;
    case "score":
      return `${describeScope(condition.scope)} ${describeBounds(condition.bounds, "分")}`;
    case "category_minimums":
      return "各类别均达最低分";
    default:
      return "符合直通条件之一";
  }
}

function describeEquals(name: string, values: readonly (boolean | string)[]): string {
  const [only, second] = values;
  if (second === undefined && typeof only === "boolean") return `${name}：${only ? "是" : "否"}`;
  return `${name}为${values.map(String).join("、")}`;
}

function describeScope(scope: Extract<Condition, { kind: "score" }>["scope"]): string {
  if (scope.kind === "total") return "总分";
  return scope.kind === "category" ? `${scope.name}得分` : `${scope.id}得分`;
}
