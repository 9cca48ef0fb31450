/** Checks a tree from outside against the catalogue and says every fault at once; what passes is data of the closed language. */
import { nearestNames } from "../../lib/nearest-names.ts";
import { childrenOf } from "./compare-conditions.ts";
import { type Condition, isLeaf, type Leaf } from "./condition.ts";
import { conditionSchema } from "./condition-schema.ts";
import type { Metric, MetricCatalogue } from "./metric-catalogue.ts";
import { sameUnit } from "./same-unit.ts";

/** Deeper trees are no clause of a notice. */
export const deepest = 5;
/** More conditions than any notice states. */
export const mostLeaves = 200;

export type Checked =
  | { readonly condition: Condition; readonly problems: readonly [] }
  | { readonly condition: undefined; readonly problems: readonly string[] };

/** The tree, or every reason it is refused. Takes anything; never throws. */
export function checkCondition(raw: unknown, catalogue: MetricCatalogue): Checked {
  if (depthOf(raw) > 40) return refused([`嵌套过深，最多 ${deepest} 层`]);
  const parsed = conditionSchema.safeParse(raw);
  if (!parsed.success)
    return refused(["不符合条件语言的结构：应为含 m、all、any、not、tiers 或 for_each 之一的对象"]);
  const problems = new Set<string>();
  if (levels(parsed.data) > deepest)
    problems.add(`条件嵌套 ${levels(parsed.data)} 层，最多 ${deepest} 层`);
  const leaves = leavesOf(parsed.data);
  if (leaves.length > mostLeaves) problems.add(`条件 ${leaves.length} 条，最多 ${mostLeaves} 条`);
  for (const leaf of leaves)
    for (const problem of leafProblems(leaf, catalogue)) problems.add(problem);
  return problems.size > 0 ? refused([...problems]) : { condition: parsed.data, problems: [] };
}

const refused = (problems: readonly string[]): Checked => ({ condition: undefined, problems });

/** Nesting of plain JSON, so that a hostile tree is refused before the schema walks it. */
function depthOf(raw: unknown): number {
  let level: unknown[] = [raw];
  let depth = 0;
  while (level.length > 0 && depth <= 41) {
    level = level.flatMap((one) =>
      one !== null && typeof one === "object" ? Object.values(one) : [],
    );
    depth += 1;
  }
  return depth;
}

function levels(condition: Condition): number {
  const children = childrenOf(condition);
  return children.length === 0 ? 0 : 1 + Math.max(...children.map(levels));
}

type Bound = Leaf | Extract<Condition, { for_each: unknown }>;

function leavesOf(condition: Condition): readonly Bound[] {
  if (isLeaf(condition) || "for_each" in condition) return [condition];
  return childrenOf(condition).flatMap(leavesOf);
}

function leafProblems(leaf: Bound, catalogue: MetricCatalogue): string[] {
  const ids = "m" in leaf ? [leaf.m] : leaf.for_each;
  return ids.flatMap((id) => {
    const metric = catalogue.metrics.get(id);
    if (metric === undefined) return [unknownMetric(id, catalogue)];
    return "m" in leaf ? testProblems(leaf, metric) : relativeProblems(leaf, metric);
  });
}

function unknownMetric(id: string, { metrics }: MetricCatalogue): string {
  const near = nearestNames(id, metrics.keys());
  return `指标 "${id}" 不在目录中${near.length > 0 ? `，是否为 ${near.map((name) => `"${name}"`).join("、")}` : ""}`;
}

function testProblems(leaf: Leaf, metric: Metric): string[] {
  const { op, v, u } = leaf;
  const out: string[] = [];
  if ((op === undefined) !== (v === undefined))
    out.push(`指标 "${metric.id}" 的 op 与 v 须同时给出`);
  if (u !== undefined && !sameUnit(u, metric.unit))
    out.push(`指标 "${metric.id}" 的单位应为 "${metric.unit ?? "无"}"，不是 "${u}"`);
  if (op === undefined || v === undefined) {
    const open = leaf.manual === true || metric.kind === "boolean";
    return open ? out : [...out, `指标 "${metric.id}" 缺少比较值`];
  }
  if (!fits(leaf, metric)) out.push(`指标 "${metric.id}" 不能作 ${op} ${JSON.stringify(v)} 的比较`);
  return out;
}

const ordering = new Set([">=", ">", "<=", "<"]);
const reference =
  /^(?:city|district|province|national|industry)_avg(?:[+-]\d{1,6}(?:\.\d{1,4})?)?$/;
const company = /公司|集团|[0-9A-HJ-NPQRTUWXY]{18}/;

function fits({ op = "==", v }: Leaf, metric: Metric): boolean {
  if (typeof v === "number") return metric.kind === "number" && op !== "in" && op !== "not in";
  if (typeof v === "boolean")
    return metric.kind === "boolean" && !ordering.has(op) && op !== "in" && op !== "not in";
  if (typeof v === "string" && metric.kind === "number")
    return reference.test(v) && op !== "in" && op !== "not in";
  const names = typeof v === "string" ? [v] : (v ?? []);
  const listed = op === "in" || op === "not in";
  if (metric.kind !== "list" || ordering.has(op) || listed !== Array.isArray(v)) return false;
  return names.every((name) => metric.values?.includes(name) ?? !company.test(name));
}

function relativeProblems(
  { v, u }: Extract<Condition, { for_each: unknown }>,
  metric: Metric,
): string[] {
  const known = typeof v === "number" || reference.test(v);
  const out = known ? [] : [`比较基准 "${v}" 不认识，应为数字或 city_avg+10 之类`];
  if (metric.kind !== "number") out.push(`指标 "${metric.id}" 不是数值，不能逐项比较`);
  if (u !== undefined && u !== metric.unit && u !== "百分点")
    out.push(`单位 "${u}" 与指标 "${metric.id}" 不符`);
  return out;
}
