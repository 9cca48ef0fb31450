/** A pack as a decision of @gorules/zen-engine: one expression for each item, sum, direct pass and gate. */
import { columnNameOf, titleColumnName } from "../../cultivation/compile/sheet-column.ts";
import type { Bound, Condition } from "../../domain/criteria/condition.ts";
import type { RulePack, ScoreItem } from "../../domain/criteria/pack.ts";
import { bandsOf, factName, plain, signs } from "./peer-names.ts";

/** The content of the decision; its answer has `pass`. */
export function zenDecision(pack: RulePack): object {
  const items = pack.items.map((item, at) => [`item_${at}`, itemText(item, pack)]);
  const categories = pack.categories.map(({ name, maximum }, at) => {
    const own = pack.items.flatMap((item, place) =>
      item.category === name ? [`$.item_${place}`] : [],
    );
    return [`cat_${at}`, `min([${own.join(" + ") || "0"}, ${plain(maximum)}])`];
  });
  const total = ["tot", pack.categories.map((_, at) => `$.cat_${at}`).join(" + ") || "0"];
  const direct = pack.directPasses.map(({ condition }, at) => [
    `dp_${at}`,
    conditionText(condition, pack),
  ]);
  const gates = pack.gates.map(({ condition }, at) => [
    `gate_${at}`,
    conditionText(condition, pack),
  ]);
  const clear = pack.exclusions.map(
    ({ input }) => `${factName(columnNameOf(pack, input))} == false`,
  );
  const pass = [...gates.map(([name]) => `$.${name ?? ""}`), ...clear].join(" and ") || "true";
  const list = [...items, ...categories, total, ...direct, ...gates, ["pass", pass]];
  const at = { position: { x: 0, y: 0 } };
  const expressions = list.map(([key, value], id) => ({ id: String(id), key, value }));
  return {
    nodes: [
      { id: "in", type: "inputNode", name: "in", ...at },
      { id: "x", type: "expressionNode", name: "x", ...at, content: { expressions } },
      { id: "out", type: "outputNode", name: "out", ...at },
    ],
    edges: [
      { id: "1", sourceId: "in", targetId: "x", type: "edge" },
      { id: "2", sourceId: "x", targetId: "out", type: "edge" },
    ],
  };
}

function boundsText(value: string, bounds: readonly Bound[]): string {
  return (
    bounds
      .map(({ comparison, value: edge }) => `${value} ${signs[comparison]} ${plain(edge)}`)
      .join(" and ") || "true"
  );
}

function conditionText(condition: Condition, pack: RulePack): string {
  const column = (input: string) => factName(columnNameOf(pack, input));
  switch (condition.kind) {
    case "all":
    case "any":
      return `(${condition.of.map((one) => conditionText(one, pack)).join(condition.kind === "all" ? " and " : " or ")})`;
    case "not":
      return `not (${conditionText(condition.of, pack)})`;
    case "compare":
      return `(${boundsText(column(condition.input), condition.bounds)})`;
    case "equals":
      return `(${condition.values.map((value) => `${column(condition.input)} == ${typeof value === "string" ? `'${value}'` : String(value)}`).join(" or ")})`;
    case "title":
      return `${factName(titleColumnName(condition.title))} == true`;
    case "score":
      return `(${boundsText(scoreName(condition.scope, pack), condition.bounds)})`;
    case "category_minimums":
      return `(${pack.categories.flatMap(({ minimum }, at) => (minimum === null ? [] : [boundsText(`$.cat_${at}`, [minimum])])).join(" and ") || "true"})`;
    default:
      return `(${pack.directPasses.map((_, at) => `$.dp_${at}`).join(" or ") || "false"})`;
  }
}

function scoreName(
  scope: Extract<Condition, { kind: "score" }>["scope"],
  { categories, items }: RulePack,
): string {
  if (scope.kind === "total") return "$.tot";
  return scope.kind === "category"
    ? `$.cat_${categories.findIndex(({ name }) => name === scope.name)}`
    : `$.item_${items.findIndex(({ id }) => id === scope.id)}`;
}

function itemText(item: ScoreItem, pack: RulePack): string {
  const lists = bandsOf(item)?.map((bands) =>
    bands.reduceRight(
      (rest, { input, bounds, points }) =>
        `${boundsText(factName(columnNameOf(pack, input)), bounds)} ? ${points} : (${rest})`,
      "0",
    ),
  );
  if (lists) return lists.length === 1 ? (lists[0] ?? "0") : `max([${lists.join(", ")}])`;
  const { rule, maximum } = item;
  if (rule.kind === "levels")
    return rule.levels.reduceRight(
      (rest, { when, points }) => `${conditionText(when, pack)} ? ${plain(points.low)} : (${rest})`,
      String(plain(rule.otherwise.low)),
    );
  if (rule.kind !== "count") return "0";
  const each = rule.inputs.map(
    (input) => `(${factName(columnNameOf(pack, input))} == true ? ${plain(rule.each)} : 0)`,
  );
  return `min([${each.join(" + ") || "0"}, ${plain(maximum)}])`;
}
