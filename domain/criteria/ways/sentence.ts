/** Says in Chinese what a way asks of the enterprise, e.g. 再增加发明专利1项可得20分. */
import {
  compareDecimals,
  type Decimal,
  formatDecimal,
  isDecimal,
  subtractDecimals,
} from "../../../lib/decimal.ts";
import type { Catalogue, Indicator } from "../catalogue.ts";
import { textOf } from "../inputs.ts";
import type { Plan, Step } from "./plan.ts";

/** Steps that earn points on one item together are said together, with the points they lead to. */
export function sentenceOf(plan: Plan, catalogue: Catalogue): string {
  const parts: { item: string | undefined; points: string; said: string[] }[] = [];
  for (const step of plan.steps.values()) {
    const last = parts.at(-1);
    const item = step.earns?.item;
    if (last && item !== undefined && last.item === item) last.said.push(sayStep(step, catalogue));
    else {
      const points = step.earns === undefined ? "" : `可得${formatDecimal(step.earns.points)}分`;
      parts.push({ item, points, said: [sayStep(step, catalogue)] });
    }
  }
  return parts.map((part) => `${part.said.join("、")}${part.points}`).join("；");
}

function sayStep(step: Step, catalogue: Catalogue): string {
  if (step.input === "titles") {
    const id = textOf(step.to);
    const verb = step.from === undefined ? "核实持有" : "取得";
    return `${verb}有效期内的“${catalogue.titles.get(id)?.nameZh ?? id}”称号`;
  }
  const indicator = catalogue.indicators.get(step.input);
  if (indicator === undefined) return step.input;
  return isDecimal(step.to) ? sayFigure(step, step.to, indicator) : sayFact(step, indicator);
}

function sayFact(step: Step, indicator: Indicator): string {
  if (step.from === undefined) {
    const answer = typeof step.to === "boolean" ? (step.to ? "是" : "否") : textOf(step.to);
    return `核实“${indicator.nounZh}”为${answer}`;
  }
  return indicator.achieveZh ?? `取得${indicator.nounZh}`;
}

function sayFigure(step: Step, to: Decimal, indicator: Indicator): string {
  const { nounZh: noun } = indicator;
  const unit = indicator.unit ?? "";
  const target = `${formatDecimal(to)}${unit}`;
  if (!isDecimal(step.from)) {
    return `补充${noun}数据（须${indicator.better === "lower" || indicator.better === "rank" ? "不高于" : "不低于"}${target}）`;
  }
  const now = `${formatDecimal(step.from)}${unit}`;
  if (indicator.better === "rank") {
    return step.from.digits === 0n
      ? `${noun}进入前${formatDecimal(to)}名`
      : `${noun}由第${formatDecimal(step.from)}名升到第${formatDecimal(to)}名`;
  }
  if (compareDecimals(to, step.from) < 0) return `${noun}由${now}降到${target}`;
  const by = `${formatDecimal(subtractDecimals(to, step.from))}${unit}`;
  if (unit === "项" || unit === "件") return `再增加${noun}${by}`;
  if (unit === "万元") return `${noun}再增加${by}（达到${target}）`;
  if (unit === "年" || unit === "天") return `${noun}再满${by}（达到${target}）`;
  return `${noun}由${now}提高到${target}`;
}
