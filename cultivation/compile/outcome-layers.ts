/**
 * Only the outcome of one pack (passes, and how far), by the shortest way to it: who is barred is let go first, points
 * are packed numbers (packed-score.ts), and each gate is gone through once. The twin with every reason is rule-layers.ts.
 */
import { conditionSql } from "./condition-sql.ts";
import { gateCode, isFalse, isMarked } from "./gate-code.ts";
import { bare, packColumn, type PackScope } from "./pack-scope.ts";
import { scoreOf } from "./packed-score.ts";
import { clearSql, type Layers, metSql } from "./rule-layers.ts";
import { conjunction } from "./sql-text.ts";

export function outcomeLayers(plain: PackScope): Layers {
  const { pack } = plain;
  const may = packColumn(plain, "may");
  const code = packColumn(plain, "code");
  const direct = (at: number) => {
    const one = pack.directPasses[at];
    return one === undefined ? "false" : conditionSql(one.condition, plain);
  };
  const scope: PackScope = { ...plain, direct };
  const score = scoreOf(scope, may);
  const of = (role: string) => pack.gates.filter((gate) => gate.role === role);
  const bars = [...of("eligibility").map((gate) => metSql(gate, scope)), ...clearSql(scope)];
  const codes = of("merit").map((gate) => score.ofGate(gate, (within) => gateCode(gate, within)));
  const unmarked = of("merit")
    .filter((gate) => !isMarked(gate, scope))
    .map((gate) => score.ofGate(gate, (within) => metSql(gate, within)));
  const isBroken =
    unmarked.length === 0 ? "" : ` when ${conjunction(unmarked)} is false then false`;
  const sum = codes.join(" + ") || "100";
  const gates = Math.max(1, codes.length);
  const mean = `(${code} & ${isFalse - 1}) / ${gates}`;
  return [
    [`${conjunction(bars)} as ${bare(may)}`, ...score.layers[0]],
    score.layers[1],
    score.layers[2],
    [`case when ${may} is false then ${isFalse} else ${sum} end as ${bare(code)}`],
    [
      `case when ${code} >= ${isFalse} then false when ${may} and ${code} = ${100 * gates} then true${isBroken} end as ${bare(packColumn(scope, "pass"))}`,
      `case when ${may} then ${mean} else least(${mean}, 99) end::int as ${bare(packColumn(scope, "progress"))}`,
    ],
  ];
}
