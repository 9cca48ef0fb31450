/** Arbitrary trees of the closed language over the product's catalogue, for property tests. */
import fc from "fast-check";

import type { Condition, Leaf, Tier } from "../../../domain/screening/condition.ts";
import type { Metric } from "../../../domain/screening/metric-catalogue.ts";
import { lexicon } from "./screening-kit.ts";

const metrics = [...lexicon.catalogue.metrics.values()];
const ofKind = (kind: Metric["kind"]) =>
  fc.constantFrom(...metrics.filter((metric) => metric.kind === kind));

const number = fc.oneof(
  fc.integer({ min: -1_000, max: 1_000_000 }),
  fc.integer({ min: 0, max: 10_000_000 }).map((n) => n / 100),
);
const comparison = fc.constantFrom(">=", ">", "<=", "<", "==", "!=");
const name = fc.constantFrom("西海岸新区", "前湾保税港区", "新三板", "63-64", "市南区", "A（含）");
const flag = fc.constantFrom({}, { soft: true as const });

const marks = fc.record(
  {
    p: fc.constantFrom("2023年度", "近三年", "截止年", "2021-2023年度"),
    basis: fc.constantFrom("不含税原值", "不含税"),
    except: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
    soft: fc.constant(true as const),
    open_list: fc.constant(true as const),
  },
  { requiredKeys: [] },
);

const numeric = fc
  .tuple(
    ofKind("number"),
    comparison,
    fc.oneof(number, fc.constantFrom("city_avg+10", "industry_avg", "national_avg-0.5")),
    marks,
  )
  .map(([metric, op, v, rest]): Leaf => ({ ...rest, m: metric.id, op: op as ">=", v }));

const filtered = fc
  .tuple(ofKind("number"), comparison, number, number)
  .map(([metric, op, v, years]): Leaf => ({
    m: metric.id,
    op: op as ">=",
    v,
    filter: { customer_years: { ">=": years } },
  }));

const truth = fc
  .tuple(
    ofKind("boolean"),
    fc.constantFrom(
      {},
      { op: "==" as const, v: true },
      { op: "==" as const, v: false },
      { op: "!=" as const, v: true },
    ),
    marks,
  )
  .map(([metric, test, rest]): Leaf => ({ ...rest, m: metric.id, ...test }));

const manual = ofKind("boolean").map((metric): Leaf => ({ m: metric.id, manual: true }));

const listed = ofKind("list").chain((metric) =>
  fc
    .tuple(
      fc.constantFrom("in", "not in"),
      fc.uniqueArray(metric.values === null ? name : fc.constantFrom(...metric.values), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([op, v]): Leaf => ({ m: metric.id, op: op as "in", v })),
);

const single = fc
  .constantFrom(...(lexicon.catalogue.metrics.get("title_valid")?.values ?? []))
  .map((v): Leaf => ({ m: "title_valid", op: "==", v }));

const forEach = fc
  .tuple(
    fc.uniqueArray(
      ofKind("number").map(({ id }) => id),
      { minLength: 1, maxLength: 3 },
    ),
    fc.option(fc.integer({ min: 1, max: 9 })),
    comparison,
    flag,
  )
  .map(([ids, years, op, soft]): Condition => ({
    for_each: ids,
    ...(years === null ? {} : { years }),
    op: op as ">=",
    v: "city_avg+10",
    u: "百分点",
    ...soft,
  }));

const benefit = fc.option(
  fc.record({ cap: fc.integer({ min: 1, max: 900 }), rate_max: number }, { requiredKeys: ["cap"] }),
  { nil: undefined },
);

const { tree } = fc.letrec<{
  tree: Condition;
  leaf: Condition;
  group: Condition;
  tiers: Condition;
}>((tie) => ({
  leaf: fc.oneof(numeric, numeric, truth, manual, listed, single, filtered, forEach),
  group: fc
    .tuple(
      fc.constantFrom("all", "any"),
      fc.array(tie("tree"), { minLength: 1, maxLength: 4 }),
      flag,
      benefit,
    )
    .map(([kind, parts, soft, grant]): Condition => ({
      ...(kind === "all" ? { all: parts } : { any: parts }),
      ...soft,
      ...(grant === undefined ? {} : { benefit: grant }),
    })),
  tiers: fc
    .array(
      fc.tuple(
        fc.option(tie("tree"), { nil: "otherwise" as const }),
        fc.option(tie("tree"), { nil: undefined }),
        fc.option(fc.constantFrom("大型", "中型"), { nil: undefined }),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((rows): Condition => ({
      tiers: rows.map(([when, then, label]): Tier => ({
        ...(label === undefined ? {} : { label }),
        if: when,
        ...(then === undefined ? {} : { then }),
      })),
    })),
  tree: fc.oneof(
    { depthSize: "small", maxDepth: 4 },
    tie("leaf"),
    tie("group"),
    tie("tiers"),
    tie("tree").map((part): Condition => ({ not: part })),
  ),
}));

/** Any tree of the language. */
export const arbitraryCondition: fc.Arbitrary<Condition> = tree;
