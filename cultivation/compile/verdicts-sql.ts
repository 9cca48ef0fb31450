/**
 * Who passes, three-valued, and nothing else: the form for counting over a whole district. Nothing is made that a verdict
 * does not need: a gate that is surely not met ends its pack for the row, and points are summed up only where every gate
 * without points leaves the verdict open. How far an enterprise has come is told by outcomes-sql.ts.
 */
import type { Condition } from "../../domain/criteria/condition.ts";
import type { Gate, Pack } from "../../domain/criteria/pack.ts";
import { conditionSql } from "./condition-sql.ts";
import { layColumns, sideBySide } from "./lay-columns.ts";
import { bare, packColumn, type PackScope } from "./pack-scope.ts";
import { scoreOf, scoresIn } from "./packed-score.ts";
import { clearSql, type Layers, metSql } from "./rule-layers.ts";
import { reachedSql } from "./size-sql.ts";
import { sizeSource } from "./size-source.ts";
import { conjunction } from "./sql-text.ts";

/**
 * `credit_code`, then `p{n}_pass` for pack number n.
 * @param sheet a table, or a query in brackets.
 */
export function verdictsSql(packs: readonly Pack[], sheet: string): string {
  const perPack = packs.map((pack, place) =>
    pack.kind === "rules"
      ? verdictLayers({ pack, place })
      : [[`not ${reachedSql(pack, `s.p${place}_row`, "large")} as p${place}_pass`]],
  );
  const wanted = ["s.credit_code", ...packs.map((_pack, place) => `s.p${place}_pass`)];
  const source = layColumns(sideBySide(perPack), sizeSource(packs, sheet), wanted);
  return `select ${wanted.join(", ")} from ${source}`;
}

function verdictLayers(plain: PackScope): Layers {
  const { pack } = plain;
  const pass = packColumn(plain, "pass");
  const scope: PackScope = { ...plain, direct: (at) => directSql(at, plain) };
  const asksPoints = ({ condition }: Gate) => scoresIn(condition, pack).length > 0;
  const met = (gate: Gate) => metSql(gate, scope);
  const facts = inOrderOfWork(pack.gates.filter((gate) => !asksPoints(gate))).map(met);
  const open = conjunction([...facts, ...clearSql(scope)]);
  const scored = pack.gates.filter(asksPoints);
  if (scored.length === 0) return [[`${open} as ${bare(pass)}`]];
  const may = packColumn(scope, "may");
  const score = scoreOf(scope, may);
  const rest = scored.map((gate) => score.ofGate(gate, (within) => metSql(gate, within)));
  return [
    [`${open} as ${bare(may)}`, ...score.layers[0]],
    score.layers[1],
    score.layers[2],
    [`${conjunction([may, ...rest])} as ${bare(pass)}`],
  ];
}

function directSql(at: number, scope: PackScope): string {
  const one = scope.pack.directPasses[at];
  return one === undefined ? "false" : conditionSql(one.condition, scope);
}

/** `and` ends at the first that is false: facts, which cost a look, before figures, and those before what has parts. */
function inOrderOfWork(gates: readonly Gate[]): Gate[] {
  return gates.toSorted((a, b) => workOf(a.condition) - workOf(b.condition));
}

function workOf(condition: Condition): number {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.reduce((sum, one) => sum + workOf(one), 0);
    case "not":
      return workOf(condition.of);
    case "compare":
      return 10 * condition.bounds.length;
    default:
      return 1;
  }
}
