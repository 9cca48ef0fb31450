/**
 * The wide row of indicators that compiled packs read: one column per input as the packs count it, and one per title.
 * Null is unknown. `x@variant` is input `x` under another definition; `title:x` says whether title `x` is valid.
 */
import type { Catalogue, ValueType } from "../../domain/criteria/catalogue.ts";
import type { Condition } from "../../domain/criteria/condition.ts";
import {
  inputsOfCondition,
  inputsOfRule as readByRule,
  titlePrefix,
} from "../../domain/criteria/inputs-read.ts";
import { industryInput } from "../../domain/criteria/judge/classify-size.ts";
import type { ItemRule, Pack, RulePack } from "../../domain/criteria/pack.ts";
import { quoteName } from "./sql-text.ts";

export interface SheetColumn {
  readonly name: string;
  readonly type: "numeric" | "boolean" | "text";
}

const types: Readonly<Record<ValueType, SheetColumn["type"]>> = {
  decimal: "numeric",
  integer: "numeric",
  boolean: "boolean",
  word: "text",
  text: "text",
};

/** Whether the application is a renewal is asked title by title: who renews one may be new to the next. */
export const renewalInput = "is_renewal";

/** How a pack names an input in the sheet. */
export function columnNameOf(pack: Pack, input: string): string {
  if (input === renewalInput) return `${input}@${pack.title}`;
  const variant = pack.kind === "rules" ? pack.variants[input] : undefined;
  return variant === undefined ? input : `${input}@${variant}`;
}

export function titleColumnName(title: string): string {
  return titlePrefix + title;
}

export function inputColumn(pack: Pack, input: string): string {
  return `s.${quoteName(columnNameOf(pack, input))}`;
}

export function titleColumn(title: string): string {
  return `s.${quoteName(titleColumnName(title))}`;
}

/** Every column the packs read, each once, in order of name. Lay overlays over the packs first. */
export function sheetColumns(packs: readonly Pack[], catalogue: Catalogue): SheetColumn[] {
  const columns = new Map<string, SheetColumn>();
  for (const pack of packs) {
    for (const input of inputsOfPack(pack)) {
      const name = columnNameOf(pack, input);
      const type = catalogue.indicators.get(input)?.type ?? "decimal";
      columns.set(name, { name, type: types[type] });
    }
    for (const title of titlesOfPack(pack)) {
      const name = titleColumnName(title);
      columns.set(name, { name, type: "boolean" });
    }
  }
  return [...columns.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every input a pack reads, each once. */
export function inputsOfPack(pack: Pack): string[] {
  if (pack.kind === "size") return [industryInput, ...Object.values(pack.legend)];
  const inputs = conditionsOf(pack).flatMap(inputsOfCondition).filter(isFigure);
  for (const item of pack.items) {
    inputs.push(...inputsOfRule(item.rule));
    if (item.expertInput !== null) inputs.push(item.expertInput);
  }
  inputs.push(...pack.exclusions.map((one) => one.input));
  if (pack.totalInput !== null) inputs.push(pack.totalInput);
  return [...new Set(inputs)];
}

/** Every title a pack asks for, each once. */
export function titlesOfPack(pack: Pack): string[] {
  if (pack.kind === "size") return [];
  const read = conditionsOf(pack).flatMap(inputsOfCondition);
  return [...new Set(read.filter(isTitle).map(nameOfTitle))];
}

function conditionsOf(pack: RulePack): Condition[] {
  return [
    ...pack.gates.map((gate) => gate.condition),
    ...pack.directPasses.map((one) => one.condition),
    ...pack.items.flatMap((item) =>
      item.rule.kind === "levels" ? item.rule.levels.map((level) => level.when) : [],
    ),
  ];
}

const isTitle = (input: string): boolean => input.startsWith(titlePrefix);
const isFigure = (input: string): boolean => !isTitle(input);
const nameOfTitle = (input: string): string => input.slice(titlePrefix.length);

/** Titles that the levels of a rule ask for. */
export function titlesOfRule(rule: ItemRule): string[] {
  return readByRule(rule).filter(isTitle).map(nameOfTitle);
}

/** Inputs of a rule but for titles, and for what an expert decides. */
export function inputsOfRule(rule: ItemRule): string[] {
  return readByRule(rule).filter(isFigure);
}
