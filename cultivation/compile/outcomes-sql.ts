/** The outcome of every pack as columns of one scan: the form for counting over a whole district. */
import type { Pack, SizePack } from "../../domain/criteria/pack.ts";
import { layColumns, sideBySide } from "./lay-columns.ts";
import { outcomeLayers } from "./outcome-layers.ts";
import type { Layers } from "./rule-layers.ts";
import { reachedSql } from "./size-sql.ts";
import { sizeSource } from "./size-source.ts";

/**
 * `credit_code`, then `p{n}_pass` and `p{n}_progress` for pack number n.
 * @param sheet a table, or a query in brackets.
 */
export function outcomesSql(packs: readonly Pack[], sheet: string): string {
  const perPack = packs.map((pack, place) =>
    pack.kind === "rules" ? outcomeLayers({ pack, place }) : sizeOutcome(pack, place),
  );
  const columns = packs.flatMap((_pack, place) => [`s.p${place}_pass`, `s.p${place}_progress`]);
  const wanted = ["s.credit_code", ...columns];
  const layers = sideBySide(perPack);
  return `select ${wanted.join(", ")} from ${layColumns(layers, sizeSource(packs, sheet), wanted)}`;
}

function sizeOutcome(pack: SizePack, place: number): Layers {
  const large = `s.p${place}_large`;
  return [
    [`${reachedSql(pack, `s.p${place}_row`, "large")} as p${place}_large`],
    [
      `not ${large} as p${place}_pass`,
      `case when not ${large} then 100 else 0 end as p${place}_progress`,
    ],
  ];
}
