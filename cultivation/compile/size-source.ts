/**
 * A sheet with the row of the size standard beside each enterprise (`p{n}_row`), as the source `s` of a statement. A
 * district has some hundred industries: each is looked up once in the tables of the standard, and joined.
 */
import { industryInput } from "../../domain/criteria/judge/classify-size.ts";
import type { Pack, SizePack } from "../../domain/criteria/pack.ts";
import { inputColumn } from "./sheet-column.ts";
import { sizeDigitsSql, sizeRowSql } from "./size-sql.ts";

/** @param sheet a table, or a query in brackets. */
export function sizeSource(packs: readonly Pack[], sheet: string): string {
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
