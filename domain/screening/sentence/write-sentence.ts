/** Writes a tree as one Chinese sentence that an officer can read aloud and edit; read-sentence.ts reads it back. */
import { type Condition, isLeaf, type Leaf, type Operator, type Tier } from "../condition.ts";
import type { MetricCatalogue } from "../metric-catalogue.ts";
import { benefitWords, comparisonWords, referenceWords, words } from "./words.ts";

/** The sentence of a tree. Throws for a metric the catalogue does not name: check trees from outside first. */
export function writeSentence(condition: Condition, catalogue: MetricCatalogue): string {
  if (isLeaf(condition)) return writeLeaf(condition, catalogue);
  return writeGroup(condition, catalogue) + writeExtras(condition);
}

type GroupLike = Exclude<Condition, Leaf>;

function writeGroup(condition: GroupLike, catalogue: MetricCatalogue): string {
  const list = (parts: readonly Condition[]): string =>
    `${words.open}${parts.map((part) => writeSentence(part, catalogue)).join(words.next)}${words.close}`;
  if ("all" in condition) return words.all + list(condition.all);
  if ("any" in condition) return words.any + list(condition.any);
  if ("not" in condition) return words.not + list([condition.not]);
  if ("tiers" in condition) {
    const rows = condition.tiers.map((tier) => writeTier(tier, catalogue));
    return `${words.tiers}${words.open}${rows.join(words.next)}${words.close}`;
  }
  const names = condition.for_each.map((id) => nameOf(id, catalogue)).join(words.next);
  const years = condition.years === undefined ? "" : `近${condition.years}年每年`;
  const value = comparisonWords[condition.op] + writeValue(condition.v) + (condition.u ?? "");
  return `${words.each}${words.open}${names}${words.close}${years}${value}`;
}

function writeTier({ label, if: when, then }: Tier, catalogue: MetricCatalogue): string {
  const head = label === undefined ? "" : quoted([label]);
  const test = when === "otherwise" ? words.otherwise : words.if + writeSentence(when, catalogue);
  const required = then === undefined ? "" : words.then + writeSentence(then, catalogue);
  return head + test + required;
}

function writeExtras(condition: GroupLike): string {
  const soft = condition.soft === true ? words.soft : "";
  if (condition.benefit === undefined) return soft;
  const parts = Object.entries(benefitWords).flatMap(([key, word]) => {
    const value = condition.benefit?.[key as keyof typeof benefitWords];
    return value === undefined ? [] : [`${word}${value}`];
  });
  return `${soft}${words.benefit}${parts.join("、")}${words.end}`;
}

function nameOf(id: string, { metrics }: MetricCatalogue): string {
  const metric = metrics.get(id);
  if (metric === undefined) throw new Error(`metric "${id}" is not in the catalogue`);
  return metric.nameZh;
}

function writeLeaf(leaf: Leaf, catalogue: MetricCatalogue): string {
  return nameOf(leaf.m, catalogue) + writeTest(leaf, catalogue) + writeMarks(leaf);
}

function writeTest({ m, op, v }: Leaf, catalogue: MetricCatalogue): string {
  if (op === undefined || v === undefined) return "";
  if (typeof v === "boolean") return writeTruth(op, v);
  if (typeof v === "string" && !isReference(v)) return comparisonWords[op] + quoted([v]);
  if (typeof v !== "number" && typeof v !== "string") return comparisonWords[op] + quoted(v);
  return comparisonWords[op] + writeValue(v) + (catalogue.metrics.get(m)?.unit ?? "");
}

function writeTruth(op: Operator, v: boolean): string {
  if (op === "!=") return v ? words.notYes : words.notNo;
  return v ? words.yes : words.no;
}

function writeMarks({ soft, manual, open_list, p, basis, u, except, filter }: Leaf): string {
  const filters = Object.entries(filter ?? {}).flatMap(([name, test]) =>
    Object.entries(test).map(([op, value]) => `${name}${comparisonWords[op as Operator]}${value}`),
  );
  return [
    u === undefined ? "" : `${words.unit}${u}${words.end}`,
    p === undefined ? "" : `${words.period}${p}${words.end}`,
    basis === undefined ? "" : `${words.basis}${basis}${words.end}`,
    except === undefined ? "" : `${words.except}${quoted(except)}${words.end}`,
    filters.length === 0 ? "" : `${words.filter}${filters.join("、")}${words.end}`,
    open_list === true ? words.openList : "",
    manual === true ? words.manual : "",
    soft === true ? words.soft : "",
  ].join("");
}

function isReference(v: string): boolean {
  return (v.split(/[+-]/)[0] ?? "") in referenceWords;
}

function writeValue(v: number | string): string {
  if (typeof v === "number") return String(v);
  const [, line = "", rest = ""] = /^([a-z_]+)(.*)$/.exec(v) ?? [];
  return (referenceWords[line] ?? line) + rest.replace("+", "加").replace("-", "减");
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join("");
}
