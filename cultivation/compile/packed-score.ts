/**
 * The scores that the gates of a pack ask for, while only the outcome is wanted: packed numbers (packed-points.ts) for
 * nearly every row, and exact decimals beside them for rows where an expert or an office has given points.
 */
import type { Condition, ScoreScope } from "../../domain/criteria/condition.ts";
import type { Category, Gate, RulePack, ScoreItem } from "../../domain/criteria/pack.ts";
import { addDecimals, compareDecimals, zero } from "../../lib/decimal.ts";
import { itemEnds } from "./item-sql.ts";
import { bare, packColumn, type PackScope, type RangeSql } from "./pack-scope.ts";
import { isPackable, joinEnds, packedItem, packedRange } from "./packed-points.ts";
import { inputColumn } from "./sheet-column.ts";
import { figure } from "./sql-text.ts";

export interface ScoreSql {
  /** `expression as name`: what is known outside; items and categories; totals. */
  readonly layers: readonly [readonly string[], readonly string[], readonly string[]];
  /** An expression over a gate, which looks at the scores as this row has them. */
  readonly ofGate: (gate: Gate, write: (scope: PackScope) => string) => string;
}

/** @param may column of whether the enterprise may apply: the barred have no scores. */
export function scoreOf(scope: PackScope, may: string): ScoreSql {
  const { pack } = scope;
  const asked = askedBy(pack);
  if (asked.size === 0) return { layers: [[], [], []], ofGate: (_gate, write) => write(scope) };
  const out = packColumn(scope, "out");
  const packed = (key: string) => packColumn(scope, `w${key}`);
  const guarded = (when: string, sql: string, column: string) =>
    `case when ${when} then ${sql} end as ${bare(column)}`;
  const parts = partsOf(pack, asked);
  const sums = parts.map(({ key, items }) =>
    guarded(`${may} is not false`, sumOf(items, scope), packed(key)),
  );
  const exact = [...asked].flatMap(([key, one]) => {
    const { low, high } = exactRange(one, scope);
    const when = `${out} and ${may} is not false`;
    return [
      guarded(when, low, packColumn(scope, `l${key}`)),
      guarded(when, high, packColumn(scope, `h${key}`)),
    ];
  });
  const fast: PackScope = { ...scope, score: (one) => packedRangeOf(one, scope, packed) };
  const slow: PackScope = {
    ...scope,
    score: (one) => {
      const key = keyOf(one, pack);
      return { low: packColumn(scope, `l${key}`), high: packColumn(scope, `h${key}`) };
    },
  };
  const asksScore = (gate: Gate) => scoresIn(gate.condition, pack).length > 0;
  if (!isPackable(pack)) {
    return {
      layers: [[`true as ${bare(out)}`], exact, []],
      ofGate: (gate, write) => write(asksScore(gate) ? slow : scope),
    };
  }
  const outside = outsideSql(scope);
  const totals = asked.has("t")
    ? [guarded(`${may} is not false`, totalOf(scope, parts, packed), packed("t"))]
    : [];
  if (outside === null) {
    return { layers: [[], sums, totals], ofGate: (_gate, write) => write(fast) };
  }
  return {
    layers: [[`${outside} as ${bare(out)}`], [...sums, ...exact], totals],
    ofGate: (gate, write) =>
      asksScore(gate)
        ? `case when ${out} then ${write(slow)} else ${write(fast)} end`
        : write(scope),
  };
}

/** Whether an expert or an office has given points; null when nobody can. */
function outsideSql({ pack }: PackScope): string | null {
  const inputs = pack.items.flatMap(({ expertInput, rule }) => [
    ...(expertInput === null ? [] : [expertInput]),
    ...(rule.kind === "given" ? [rule.input] : []),
  ]);
  const columns = [...inputs, ...(pack.totalInput === null ? [] : [pack.totalInput])].map((input) =>
    inputColumn(pack, input),
  );
  return columns.length === 0 ? null : `num_nonnulls(${columns.join(", ")}) > 0`;
}

function keyOf(asked: ScoreScope, { categories, items }: RulePack): string {
  if (asked.kind === "total") return "t";
  return asked.kind === "category"
    ? `c${categories.findIndex(({ name }) => name === asked.name)}`
    : `i${items.findIndex(({ id }) => id === asked.id)}`;
}

/** By key. */
function askedBy(pack: RulePack): ReadonlyMap<string, ScoreScope> {
  const asked = pack.gates.flatMap((gate) => scoresIn(gate.condition, pack));
  return new Map(asked.map((one) => [keyOf(one, pack), one]));
}

export function scoresIn(condition: Condition, pack: RulePack): readonly ScoreScope[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap((one) => scoresIn(one, pack));
    case "not":
      return scoresIn(condition.of, pack);
    case "score":
      return [condition.scope];
    case "category_minimums":
      return pack.categories.flatMap(({ name, minimum }): ScoreScope[] =>
        minimum === null ? [] : [{ kind: "category", name }],
      );
    default:
      return [];
  }
}

interface Part {
  readonly key: string;
  readonly items: readonly ScoreItem[];
}

/** What is summed up before the total: what a gate asks for, and categories that may have to be cut. */
function partsOf(pack: RulePack, asked: ReadonlyMap<string, ScoreScope>): readonly Part[] {
  const categories = pack.categories.map((one, at) => ({
    key: `c${at}`,
    items: itemsOf(pack, one),
    isCut: isCut(pack, one),
  }));
  const items = pack.items.map((item, at) => ({ key: `i${at}`, items: [item], isCut: false }));
  return [...categories, ...items].filter(
    ({ key, isCut: cut }) => asked.has(key) || (cut && asked.has("t")),
  );
}

const itemsOf = (pack: RulePack, { name }: Category) =>
  pack.items.filter(({ category }) => category === name);

function isCut(pack: RulePack, category: Category): boolean {
  const most = itemsOf(pack, category).reduce(
    (sum, { maximum }) => addDecimals(sum, maximum),
    zero,
  );
  return compareDecimals(most, category.maximum) > 0;
}

const sumOf = (items: readonly ScoreItem[], scope: PackScope): string =>
  items.map((item) => packedItem(item, scope)).join(" + ") || "0";

function totalOf(
  scope: PackScope,
  parts: readonly Part[],
  packed: (key: string) => string,
): string {
  const { pack } = scope;
  const sums = pack.categories.map((one, at) => {
    const key = `c${at}`;
    if (!parts.some((part) => part.key === key)) return sumOf(itemsOf(pack, one), scope);
    return isCut(pack, one)
      ? joinEnds(packedRangeOf({ kind: "category", name: one.name }, scope, packed))
      : packed(key);
  });
  return sums.join(" + ") || "0";
}

function packedRangeOf(
  asked: ScoreScope,
  { pack }: PackScope,
  packed: (key: string) => string,
): RangeSql {
  const range = packedRange(packed(keyOf(asked, pack)));
  const category =
    asked.kind === "category" ? pack.categories.find(({ name }) => name === asked.name) : undefined;
  if (category === undefined || !isCut(pack, category)) return range;
  const cut = (end: string) => `least(${end}, ${figure(category.maximum)})`;
  return { low: cut(range.low), high: cut(range.high), isWhole: true };
}

/** Both ends in exact decimals, with what was given from outside. */
function exactRange(asked: ScoreScope, scope: PackScope): RangeSql {
  const { pack } = scope;
  if (asked.kind === "item") {
    const item = pack.items.find(({ id }) => id === asked.id);
    return item === undefined ? { low: "0", high: "0" } : itemEnds(item, scope);
  }
  if (asked.kind === "category") {
    const category = pack.categories.find(({ name }) => name === asked.name);
    if (category === undefined) return { low: "0", high: "0" };
    const ends = itemsOf(pack, category).map((item) => itemEnds(item, scope));
    const sum = (end: "low" | "high") =>
      `least(${["0", ...ends.map((one) => one[end])].join(" + ")}, ${figure(category.maximum)})`;
    return { low: sum("low"), high: sum("high") };
  }
  const ranges = pack.categories.map(({ name }) => exactRange({ kind: "category", name }, scope));
  const given = pack.totalInput === null ? null : inputColumn(pack, pack.totalInput);
  const sum = (end: "low" | "high") => {
    const all = ["0", ...ranges.map((one) => one[end])].join(" + ");
    return given === null ? all : `coalesce(${given}, ${all})`;
  };
  return { low: sum("low"), high: sum("high") };
}
