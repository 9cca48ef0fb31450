/**
 * Leads a checked condition tree to the columns that answer it. A metric that no register answers has a column all the
 * same: an officer may record its value, and until then it is unknown.
 */
import { decimal } from "../../lib/decimal.ts";
import { type Condition, type ForEach, isLeaf, type Leaf, type Tier } from "./condition.ts";
import type { IndicatorMap } from "./indicator-map.ts";
import { industryDivisions } from "./industry-divisions.ts";
import type { MetricCatalogue } from "./metric-catalogue.ts";
import { normalForm } from "./normal-form.ts";
import type { Question } from "./question.ts";

export interface Binding {
  readonly catalogue: MetricCatalogue;
  readonly indicators: IndicatorMap;
  /** Code of a town or zone by its name; undefined for any other place. */
  readonly areaOf: (name: string) => { readonly code: string; readonly column: string } | undefined;
  /** Names of the district and of what it lies in: true of every enterprise of the store. */
  readonly ownPlaces: ReadonlySet<string>;
}

const open: Question = { kind: "open" };

/** The question of a tree that `checkCondition` has passed. */
export function bindCondition(condition: Condition, binding: Binding): Question {
  return bind(normalForm(condition, binding.catalogue), binding);
}

function bind(condition: Condition, binding: Binding): Question {
  if (isLeaf(condition)) return softened(condition, leafQuestion(condition, binding));
  const bindAll = (parts: readonly Condition[]) => parts.map((part) => bind(part, binding));
  if ("all" in condition) return { kind: "all", of: bindAll(condition.all) };
  if ("any" in condition) return { kind: "any", of: bindAll(condition.any) };
  if ("not" in condition) return { kind: "not", of: bind(condition.not, binding) };
  if ("tiers" in condition) return softened(condition, tiersQuestion(condition.tiers, binding));
  return softened(condition, eachQuestion(condition, binding));
}

/** What is wished for in principle is never failed: a person decides where it is not met. */
function softened({ soft }: { readonly soft?: true }, question: Question): Question {
  return soft === true ? { kind: "any", of: [question, open] } : question;
}

function tiersQuestion(tiers: readonly Tier[], binding: Binding): Question {
  let rest: Question = { kind: "constant", value: false };
  for (const tier of tiers.toReversed()) {
    const then: Question =
      tier.then === undefined ? { kind: "constant", value: true } : bind(tier.then, binding);
    rest =
      tier.if === "otherwise"
        ? then
        : { kind: "choose", when: bind(tier.if, binding), then, otherwise: rest };
  }
  return rest;
}

/** Against a number, each of the years has a column; averages of the city are in no register. */
function eachQuestion({ for_each, years = 1, op, v }: ForEach, { catalogue }: Binding): Question {
  if (typeof v !== "number") return open;
  const value = decimal(v);
  const of = for_each.flatMap((metric) =>
    Array.from({ length: years }, (_, place): Question => {
      const column = `${metric}_y${place + 1}`;
      return catalogue.metrics.has(column) ? { kind: "number", column, op, value } : open;
    }),
  );
  return { kind: "all", of };
}

function leafQuestion(leaf: Leaf, binding: Binding): Question {
  const plain = plainQuestion(leaf, binding);
  if (leaf.open_list === true) return { kind: "any", of: [plain, open] };
  return leaf.except === undefined ? plain : { kind: "all", of: [plain, open] };
}

function plainQuestion(leaf: Leaf, binding: Binding): Question {
  const { m, op = "==", v = true } = leaf;
  // A stated period, basis or restriction is of no column; the metric's own are left out of the normal form.
  if (leaf.p !== undefined || leaf.u !== undefined || leaf.filter || leaf.basis) return open;
  const column = binding.indicators.indicatorOf(m) ?? m;
  if (typeof v === "number") {
    return op === "in" || op === "not in"
      ? open
      : { kind: "number", column, op, value: decimal(v) };
  }
  if (typeof v === "boolean") {
    const holds: Question = { kind: "truth", column };
    return v === (op === "==") ? holds : { kind: "not", of: holds };
  }
  if (binding.catalogue.metrics.get(m)?.kind !== "list") return open;
  const names = typeof v === "string" ? [v] : v;
  const among = oneOf(names.map((name) => memberQuestion(m, name, binding)));
  return op === "in" || op === "==" ? among : { kind: "not", of: among };
}

/** Questions on one column are one question. */
function oneOf(questions: readonly Question[]): Question {
  const [first] = questions;
  if (first?.kind === "digits" && questions.every((one) => one.kind === "digits"))
    return { ...first, prefixes: questions.flatMap((one) => one.prefixes) };
  return questions.length === 1 && first !== undefined ? first : { kind: "any", of: questions };
}

function memberQuestion(metric: string, name: string, binding: Binding): Question {
  const { indicators } = binding;
  switch (metric) {
    case "industry": {
      const prefixes = industryDivisions(name);
      return prefixes.length === 0 ? open : { kind: "digits", column: "industry", prefixes };
    }
    case "registered_area": {
      if (binding.ownPlaces.has(name)) return { kind: "constant", value: true };
      const area = binding.areaOf(name);
      return area === undefined ? open : { kind: "words", column: area.column, words: [area.code] };
    }
    case "rd_institution_level":
      return { kind: "words", column: metric, words: [name] };
    case "title_valid":
      return titleQuestion("title", indicators.titleOf(name));
    case "pack_met":
      return titleQuestion("pack", indicators.packOf(name));
    case "meets_not_applied":
      return titleQuestion("gold", indicators.titleOf(name));
    case "title_lapsing":
      return titleQuestion("lapsing", indicators.titleOf(name));
    default:
      return open;
  }
}

const titleQuestion = (prefix: string, id: string | undefined): Question =>
  id === undefined ? open : { kind: "truth", column: `${prefix}:${id}` };
