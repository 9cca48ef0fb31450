/** A pack as rows for the eye: every gate, item, direct pass, exclusion and notice in one line each. */
import { formatDecimal } from "../../lib/decimal.ts";
import type { Catalogue } from "./catalogue.ts";
import { describeBounds, describeCondition } from "./describe-condition.ts";
import type { BandsRule, ItemRule, Pack, PointRange, RulePack, SizePack } from "./pack.ts";

export interface PackLine {
  /** Stable across versions of a pack where the meaning is the same: `gate niche_years`, `item P3`. */
  readonly key: string;
  readonly text: string;
}

export function describePack(pack: Pack, catalogue: Catalogue): PackLine[] {
  return pack.kind === "size" ? describeSize(pack) : describeRules(pack, catalogue);
}

function describeSize(pack: SizePack): PackLine[] {
  return pack.rows.map((row) => {
    const floors = row.floors.map(
      ({ input, large, medium, small }) =>
        `${input} ${[large, medium, small].map(formatDecimal).join("/")}`,
    );
    return { key: `industry ${row.key}`, text: `${row.nameZh}：${floors.join("，")}` };
  });
}

function describeRules(pack: RulePack, catalogue: Catalogue): PackLine[] {
  const say = (condition: Parameters<typeof describeCondition>[0]): string =>
    describeCondition(condition, catalogue);
  return [
    ...pack.gates.map(({ id, nameZh, condition, role, presumed }) => ({
      key: `gate ${id}`,
      text: `${nameZh}［${say(condition)}］${role === "eligibility" ? "（资格）" : ""}${presumed ? "（缺数据视为符合）" : ""}`,
    })),
    ...pack.categories.map(({ name, maximum, minimum }) => ({
      key: `category ${name}`,
      text: `最高${formatDecimal(maximum)}分${minimum === null ? "" : `，最低 ${describeBounds([minimum], "分")}`}`,
    })),
    ...pack.items.map((item) => ({
      key: `item ${item.id}`,
      text: `${item.nameZh}（${item.category}，${formatDecimal(item.maximum)}分）：${describeRule(item.rule, catalogue)}`,
    })),
    ...pack.directPasses.map(({ id, nameZh, condition }) => ({
      key: `direct_pass ${id}`,
      text: `${nameZh}［${say(condition)}］`,
    })),
    ...pack.exclusions.map(({ id, nameZh, lookBack }) => ({
      key: `exclusion ${id}`,
      text: `${nameZh}（${lookBack}）`,
    })),
    ...pack.overlays.map(({ id, document, period, gates, exclusions }) => ({
      key: `overlay ${id}`,
      text: `${document}（${period.from ?? "…"} 至 ${period.to ?? "…"}）：${[...gates, ...exclusions].map((one) => one.nameZh).join("；")}`,
    })),
  ];
}

function describeRule(rule: ItemRule, catalogue: Catalogue): string {
  switch (rule.kind) {
    case "bands":
      return describeBands(rule, catalogue);
    case "best_of":
      return rule.of.map((one) => describeBands(one, catalogue)).join("；或 ");
    case "levels":
      return [
        ...rule.levels.map(
          (level) =>
            `${level.label ?? describeCondition(level.when, catalogue)} → ${range(level.points)}`,
        ),
        `其他 → ${range(rule.otherwise)}`,
      ].join("；");
    case "count":
      return `每项${formatDecimal(rule.each)}分：${rule.inputs.map((input) => catalogue.indicators.get(input)?.nameZh ?? input).join("、")}`;
    case "given":
      return `按给定分数（${catalogue.indicators.get(rule.input)?.nameZh ?? rule.input}）`;
    default:
      return "由专家评定";
  }
}

function describeBands(rule: BandsRule, catalogue: Catalogue): string {
  const indicator = catalogue.indicators.get(rule.input);
  const bands = rule.bands.toReversed().map((band) => {
    const bounds = [band.from, band.to].filter((one) => one !== null);
    return `${describeBounds(bounds, indicator?.unit ?? "")} → ${range(band.points)}`;
  });
  return `${indicator?.nameZh ?? rule.input} ${bands.join("；")}`;
}

function range({ low, high }: PointRange): string {
  const [from, to] = [formatDecimal(low), formatDecimal(high)];
  return from === to ? `${from}分` : `${from}–${to}分`;
}
