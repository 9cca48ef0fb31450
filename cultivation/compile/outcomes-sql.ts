/** The outcome of every pack as columns of one scan: the form for counting over a whole district. */
import { industryInput } from "../../domain/criteria/judge/classify-size.ts";
import type { Pack, SizePack } from "../../domain/criteria/pack.ts";
import { layColumns, sideBySide } from "./lay-columns.ts";
import { outcomeLayers } from "./outcome-layers.ts";
import type { Layers } from "./rule-layers.ts";
import { inputColumn } from "./sheet-column.ts";
import { reachedSql, sizeDigitsSql, sizeRowSql } from "./size-sql.ts";

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
  return `select ${wanted.join(", ")} from ${layColumns(layers, sourceOf(packs, sheet), wanted)}`;
}

/** A district has some hundred industries: each is looked up once in the tables of the size standard, and joined. */
function sourceOf(packs: readonly Pack[], sheet: string): string {
  const joined = packs.flatMap((pack, place) => {
    if (pack.kind !== "size") return [];
    const industry = inputColumn(pack, industryInput);
    const rows = `select s.code, ${sizeRowOf(pack, industry)} as p${place}_row from (select distinct ${industry} as code from ${sheet} s) s`;
    return [{ place, join: `left join (${rows}) k${place} on k${place}.code = ${industry}` }];
  });
  if (joined.length === 0) return `${sheet} s`;
  const added = joined.map(({ place }) => `k${place}.p${place}_row`);
  return `(select s.*, ${added.join(", ")} from ${sheet} s ${joined.map(({ join }) => join).join(" ")}) s`;
}

function sizeRowOf(pack: SizePack, industry: string): string {
  return sizeRowSql(pack, sizeDigitsSql(pack)).replaceAll(industry, "s.code");
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
