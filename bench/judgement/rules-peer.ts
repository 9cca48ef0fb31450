/** A pack as rules of json-rules-engine: a rule for each band or level, then sums, direct passes, and the gates. */
import { columnNameOf, titleColumnName } from "../../cultivation/compile/sheet-column.ts";
import type { Bound, Comparison, Condition } from "../../domain/criteria/condition.ts";
import type { RulePack } from "../../domain/criteria/pack.ts";
import { bandsOf, factName, plain } from "./peer-names.ts";

const operators: Readonly<Record<Comparison, string>> = {
  at_least: "greaterThanInclusive",
  more_than: "greaterThan",
  at_most: "lessThanInclusive",
  less_than: "lessThan",
};

interface Almanac {
  readonly addRuntimeFact: (name: string, value: unknown) => void;
}

type Succeed = (event: unknown, almanac: Almanac) => void;

export interface RuleText {
  readonly conditions: object;
  readonly priority: number;
  readonly event: { readonly type: string };
  readonly onSuccess?: Succeed;
}

/** @returns rules that raise the event `pass`; the fact `one` must be 1. Points are kept by almanac, one a run. */
export function packRules(pack: RulePack): readonly RuleText[] {
  const earned = new WeakMap<Almanac, Map<string, number[]>>();
  const earn =
    (item: string, points: number): Succeed =>
    (_event, almanac) => {
      const own = earned.get(almanac) ?? new Map<string, number[]>();
      earned.set(almanac, own);
      own.set(item, [...(own.get(item) ?? []), points]);
    };
  const points = (item: string, when: object, worth: number): RuleText => ({
    conditions: { all: [when] },
    priority: 100,
    event: { type: "points" },
    onSuccess: earn(item, worth),
  });
  const bands = pack.items.flatMap((item) =>
    (bandsOf(item) ?? [])
      .flat()
      .map((band) =>
        points(
          item.id,
          { all: boundsOf(factName(columnNameOf(pack, band.input)), band.bounds) },
          band.points,
        ),
      ),
  );
  const levels = pack.items.flatMap(({ id, rule }) => {
    if (rule.kind !== "levels") return [];
    const whens = rule.levels.map((level) => conditionOf(level.when, pack));
    const before = (place: number) => whens.slice(0, place).map((when) => ({ not: when }));
    return [
      ...rule.levels.map((level, place) =>
        points(id, { all: [...before(place), whens[place]] }, plain(level.points.low)),
      ),
      points(id, { all: before(whens.length) }, plain(rule.otherwise.low)),
    ];
  });
  const counts = pack.items.flatMap(({ id, rule }) =>
    rule.kind === "count"
      ? rule.inputs.map((input) =>
          points(id, isTrue(factName(columnNameOf(pack, input))), plain(rule.each)),
        )
      : [],
  );
  const sums: RuleText = {
    conditions: { all: [{ fact: "one", operator: "equal", value: 1 }] },
    priority: 90,
    event: { type: "sums" },
    onSuccess: (_event, almanac) => addSums(pack, earned.get(almanac) ?? new Map(), almanac),
  };
  const direct = pack.directPasses.map(({ condition }, at) => ({
    conditions: { all: [conditionOf(condition, pack)] },
    priority: 80,
    event: { type: "direct" },
    onSuccess: ((_event, almanac) => almanac.addRuntimeFact(`dp_${at}`, true)) as Succeed,
  }));
  const gates: RuleText = {
    conditions: {
      all: [
        ...pack.gates.map(({ condition }) => conditionOf(condition, pack)),
        ...pack.exclusions.map(({ input }) => ({
          fact: factName(columnNameOf(pack, input)),
          operator: "equal",
          value: false,
        })),
      ],
    },
    priority: 10,
    event: { type: "pass" },
  };
  return [...bands, ...levels, ...counts, sums, ...direct, gates];
}

function addSums(pack: RulePack, earned: ReadonlyMap<string, number[]>, almanac: Almanac): void {
  let total = 0;
  const ofItem = new Map(
    pack.items.map(({ id, rule, maximum }) => {
      const list = earned.get(id) ?? [];
      const sum = list.reduce((all, one) => all + one, 0);
      const points = rule.kind === "best_of" ? Math.max(0, ...list) : Math.min(plain(maximum), sum);
      almanac.addRuntimeFact(`item_${id}`, points);
      return [id, points] as const;
    }),
  );
  for (const { name, maximum } of pack.categories) {
    const own = pack.items.filter(({ category }) => category === name);
    const sum = own.reduce((all, { id }) => all + (ofItem.get(id) ?? 0), 0);
    const points = Math.min(plain(maximum), sum);
    almanac.addRuntimeFact(`cat_${name}`, points);
    total += points;
  }
  almanac.addRuntimeFact("tot", total);
  for (const at of pack.directPasses.keys()) almanac.addRuntimeFact(`dp_${at}`, false);
}

const isTrue = (fact: string) => ({ fact, operator: "equal", value: true });

function boundsOf(fact: string, bounds: readonly Bound[]): object[] {
  return bounds.map(({ comparison, value }) => ({
    fact,
    operator: operators[comparison],
    value: plain(value),
  }));
}

function conditionOf(condition: Condition, pack: RulePack): object {
  const fact = (input: string) => factName(columnNameOf(pack, input));
  switch (condition.kind) {
    case "all":
      return { all: condition.of.map((one) => conditionOf(one, pack)) };
    case "any":
      return { any: condition.of.map((one) => conditionOf(one, pack)) };
    case "not":
      return { not: conditionOf(condition.of, pack) };
    case "compare":
      return { all: boundsOf(fact(condition.input), condition.bounds) };
    case "equals":
      return {
        any: condition.values.map((value) => ({
          fact: fact(condition.input),
          operator: "equal",
          value,
        })),
      };
    case "title":
      return isTrue(factName(titleColumnName(condition.title)));
    case "score": {
      const { scope } = condition;
      const name =
        scope.kind === "total"
          ? "tot"
          : scope.kind === "category"
            ? `cat_${scope.name}`
            : `item_${scope.id}`;
      return { all: boundsOf(name, condition.bounds) };
    }
    case "category_minimums":
      return {
        all: pack.categories.flatMap(({ name, minimum }) =>
          minimum === null ? [] : boundsOf(`cat_${name}`, [minimum]),
        ),
      };
    default:
      return { any: pack.directPasses.map((_, at) => isTrue(`dp_${at}`)) };
  }
}
