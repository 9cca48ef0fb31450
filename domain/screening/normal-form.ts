/**
 * The one form in which equal conditions are equal text: groups flattened, parts sorted and without repeats, defaults
 * left out, negation pushed to the leaves (sound in three-valued logic: the negation of unknown is unknown).
 */
import { type Condition, isLeaf, type Leaf, type Operator, type Tier } from "./condition.ts";
import type { MetricCatalogue } from "./metric-catalogue.ts";
import { isOwnPeriod, plainPeriod } from "./same-period.ts";
import { sameUnit } from "./same-unit.ts";

/** The normal form. Metrics the catalogue does not know keep their unit and period. */
export function normalForm(condition: Condition, catalogue: MetricCatalogue): Condition {
  return normal(condition, { negated: false, soft: false }, catalogue);
}

interface Mode {
  readonly negated: boolean;
  readonly soft: boolean;
}

function normal(condition: Condition, mode: Mode, catalogue: MetricCatalogue): Condition {
  const inner = { negated: mode.negated, soft: mode.soft || condition.soft === true };
  if (isLeaf(condition)) return leafForm(condition, inner, catalogue);
  if ("not" in condition)
    return benefitOf(
      condition,
      normal(condition.not, { ...inner, negated: !inner.negated }, catalogue),
    );
  if ("all" in condition)
    return benefitOf(
      condition,
      group(condition.all, mode.negated ? "any" : "all", inner, catalogue),
    );
  if ("any" in condition)
    return benefitOf(
      condition,
      group(condition.any, mode.negated ? "all" : "any", inner, catalogue),
    );
  const plain: Mode = { negated: false, soft: inner.soft };
  const whole: Condition =
    "tiers" in condition
      ? { tiers: condition.tiers.map((tier) => tierForm(tier, plain, catalogue)) }
      : { ...condition, for_each: inOrder(condition.for_each) };
  return mode.negated ? { not: whole } : benefitOf(condition, whole);
}

function benefitOf(from: Condition, to: Condition): Condition {
  const benefit = "benefit" in from ? from.benefit : undefined;
  if (benefit === undefined) return to;
  return isLeaf(to) ? { all: [to], benefit } : { ...to, benefit };
}

function tierForm(tier: Tier, mode: Mode, catalogue: MetricCatalogue): Tier {
  return {
    ...(tier.label === undefined ? {} : { label: tier.label }),
    if: tier.if === "otherwise" ? tier.if : normal(tier.if, mode, catalogue),
    ...(tier.then === undefined ? {} : { then: normal(tier.then, mode, catalogue) }),
  };
}

function group(
  parts: readonly Condition[],
  kind: "all" | "any",
  mode: Mode,
  catalogue: MetricCatalogue,
): Condition {
  const flat = parts
    .map((part) => normal(part, mode, catalogue))
    .flatMap((part) => flattened(part, kind));
  const byText = new Map(mergedLists(flat, kind).map((part) => [canonicalText(part), part]));
  const sorted = [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
  const [only] = sorted;
  if (sorted.length === 1 && only !== undefined) return only;
  return kind === "all" ? { all: sorted } : { any: sorted };
}

/** "holds A or holds B" is "holds one of A and B"; "neither" likewise for what must not be held. */
function mergedLists(parts: readonly Condition[], kind: "all" | "any"): readonly Condition[] {
  const op = kind === "any" ? "in" : "not in";
  const lists = new Map<string, { readonly leaf: Leaf; readonly names: Set<string> }>();
  const out: Condition[] = [];
  for (const part of parts) {
    if (!isLeaf(part) || part.op !== op || !Array.isArray(part.v)) {
      out.push(part);
      continue;
    }
    const key = canonicalText({ ...part, v: [] });
    const list = lists.get(key) ?? { leaf: part, names: new Set<string>() };
    for (const name of part.v) list.names.add(name);
    lists.set(key, list);
  }
  for (const { leaf, names } of lists.values()) out.push({ ...leaf, v: inOrder([...names]) });
  return out;
}

function flattened(part: Condition, kind: "all" | "any"): readonly Condition[] {
  if ("benefit" in part) return [part];
  if (kind === "all" && "all" in part) return part.all;
  return kind === "any" && "any" in part ? part.any : [part];
}

const opposite: Readonly<Record<Operator, Operator>> = {
  ">=": "<",
  ">": "<=",
  "<=": ">",
  "<": ">=",
  "==": "!=",
  "!=": "==",
  in: "not in",
  "not in": "in",
};

function leafForm(leaf: Leaf, mode: Mode, catalogue: MetricCatalogue): Condition {
  const metric = catalogue.metrics.get(leaf.m);
  const { u, p, soft: _, op, v, ...rest } = leaf;
  const test =
    leaf.manual === true && op === undefined ? {} : tested(op ?? "==", v ?? true, mode.negated);
  const kept: Leaf = {
    ...rest,
    ...test,
    ...(u === undefined || sameUnit(u, metric?.unit) ? {} : { u }),
    ...(p === undefined || (metric && isOwnPeriod(p, metric.period)) ? {} : { p: plainPeriod(p) }),
    ...(mode.soft ? { soft: true } : {}),
  };
  return mode.negated && !("op" in test) ? { not: kept } : kept;
}

type Test = Pick<Leaf, "op" | "v">;

/** One way of saying: "is not true" is "is false"; one name is a list of one. */
function tested(op: Operator, v: NonNullable<Leaf["v"]>, negated: boolean): Test {
  const turned = negated ? opposite[op] : op;
  if (typeof v === "boolean" && turned === "!=") return { op: "==", v: !v };
  if (typeof v === "string" && (turned === "==" || turned === "!="))
    return { op: turned === "==" ? "in" : "not in", v: [v] };
  return { op: turned, v: typeof v === "object" ? inOrder(v) : v };
}

function inOrder(names: readonly string[]): string[] {
  return [...names].sort((a, b) => (a < b ? -1 : 1));
}

/** JSON with keys in alphabetical order: equal trees give equal text. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== "object" || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
