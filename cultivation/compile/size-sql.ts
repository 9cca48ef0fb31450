/** The size of an enterprise by the floors of its industry: the twin of domain/criteria/judge/classify-size. */
import { industryInput } from "../../domain/criteria/judge/classify-size.ts";
import type { SizePack, SizeRow } from "../../domain/criteria/pack.ts";
import { inputColumn } from "./sheet-column.ts";
import { conjunction, figure, quoteText } from "./sql-text.ts";

const steps = ["large", "medium", "small"] as const;

/** The digits of an industry's code, read once: the pattern costs more than the rest of a row. Null for a name. */
export function sizeDigitsSql(pack: SizePack): string {
  return `substring(${textOf(pack)} from '^[A-T]?([0-9]{2,4})$')`;
}

const textOf = (pack: SizePack) => `upper(btrim(${inputColumn(pack, industryInput)}))`;

/**
 * Number of the row an industry belongs to, from 0; null when the document does not cover it.
 * @param digits expression of its digits, as `sizeDigitsSql` gives them.
 */
export function sizeRowSql(pack: SizePack, digits: string): string {
  const named = pack.rows.flatMap((row, place) =>
    [row.key, ...row.sections].map((name) => `when ${quoteText(name)} then ${place}`),
  );
  const byLength = [4, 3, 2].map((length) => prefixSql(pack.rows, digits, length));
  return `case when ${digits} is null then case ${textOf(pack)} ${named.join(" ")} end else coalesce(${byLength.join(", ")}) end`;
}

/**
 * Two digits index an array (a CASE over ninety divisions took most of the statement's time); longer codes are few, and
 * looked for in their divisions alone.
 */
function prefixSql(rows: readonly SizeRow[], digits: string, length: number): string {
  const codes = new Map(
    rows.flatMap((row, place) =>
      row.codes.filter((code) => code.length === length).map((code) => [code, place] as const),
    ),
  );
  if (codes.size === 0) return "null";
  if (length === 2) {
    const table = Array.from({ length: 100 }, (_, code) =>
      String(codes.get(String(code).padStart(2, "0")) ?? "NULL"),
    );
    return `('{${table.join(",")}}'::int[])[left(${digits}, 2)::int + 1]`;
  }
  const divisions = new Set([...codes.keys()].map((code) => code.slice(0, 2)));
  const within = [...divisions].map((division) => `starts_with(${digits}, '${division}')`);
  const arms = [...codes].map(([code, place]) => `when ${quoteText(code)} then ${place}`);
  return `case when (${within.join(" or ")}) and length(${digits}) >= ${length} then case left(${digits}, ${length}) ${arms.join(" ")} end end`;
}

/**
 * Whether every floor of a class is reached, for `large`, `medium`, `small`.
 * @param row expression of the row's number, as `sizeRowSql` gives it.
 */
export function reachedSql(pack: SizePack, row: string, step: (typeof steps)[number]): string {
  const arms = pack.rows.map((one, place) => {
    const floors = one.floors.map(
      (floor) => `${inputColumn(pack, floor.input)} >= ${figure(floor[step])}`,
    );
    return `when ${place} then ${conjunction(floors)}`;
  });
  return `(case ${row} ${arms.join(" ")} end)`;
}

/** `large`, `medium`, `small`, `micro`; null when more than one is possible. Arguments: truths of the three steps. */
export function sizeClassSql(large: string, medium: string, small: string): string {
  return `(case when ${large} then 'large' when ${large} is null then null when ${medium} then 'medium' when ${medium} is null then null when ${small} then 'small' when not ${small} then 'micro' end)`;
}

/** Inputs without which the class stays open. */
export function sizeMissingSql(pack: SizePack, row: string, sizeClass: string): string {
  const inputs = Object.values(pack.legend).map((input) => {
    const rows = pack.rows.flatMap((one, place) =>
      one.floors.some((floor) => floor.input === input) ? [place] : [],
    );
    return `case when ${row} in (${rows.join(", ")}) and ${inputColumn(pack, input)} is null then ${quoteText(input)} end`;
  });
  return `case when ${row} is null then array[${quoteText(industryInput)}] when ${sizeClass} is null then array_remove(array[${inputs.join(", ")}], null) else '{}'::text[] end`;
}
