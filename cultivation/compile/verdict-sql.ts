/** The parts of a verdict that are lists and objects, as expressions over the layers of one pack. */
import type { SizePack } from "../../domain/criteria/pack.ts";
import { missingOfPack, namesSql, presumedOfPack } from "./missing-sql.ts";
import {
  categoryRange,
  directTruth,
  gateTruth,
  itemRange,
  type PackScope,
  type RangeSql,
  totalRange,
} from "./pack-scope.ts";
import { hasTotal } from "./rule-layers.ts";
import { inputColumn } from "./sheet-column.ts";
import { sizeMissingSql } from "./size-sql.ts";
import { quoteText } from "./sql-text.ts";

/** Lists are `text[]`, `points`, `category`, `ranges` are jsonb, `total` is jsonb: a number, `"unknown"`, or null. */
export interface VerdictSql {
  readonly total: string;
  readonly points: string;
  readonly category: string;
  readonly ranges: string;
  readonly directPass: string;
  readonly excludedBy: string;
  readonly failed: string;
  readonly unknown: string;
  readonly presumed: string;
  readonly class: string;
}

const noNames = "'{}'::text[]";
const noObject = "'{}'::jsonb";

export function ruleVerdict(scope: PackScope): VerdictSql {
  const { items, categories, directPasses, exclusions, gates } = scope.pack;
  return {
    total: hasTotal(scope) ? settledSql(totalRange(scope)) : "null::jsonb",
    points: objectSql(items.map(({ id }) => [id, textOfSettled(itemRange(scope, id))])),
    category: objectSql(
      categories.map(({ name }) => [name, textOfSettled(categoryRange(scope, name))]),
    ),
    ranges: rangesSql(scope),
    directPass: listSql(directPasses.map(({ id }, place) => [id, directTruth(scope, place)])),
    excludedBy: listSql(exclusions.map(({ id, input }) => [id, inputColumn(scope.pack, input)])),
    failed: listSql(gates.map(({ id }, place) => [id, `not ${gateTruth(scope, place)}`])),
    unknown: namesSql(missingOfPack(scope)),
    presumed: namesSql(presumedOfPack(scope)),
    class: "null::text",
  };
}

export function sizeVerdict(pack: SizePack, place: number): VerdictSql {
  return {
    total: "null::jsonb",
    points: noObject,
    category: noObject,
    ranges: noObject,
    directPass: noNames,
    excludedBy: noNames,
    failed: listSql([["is_sme", `s.p${place}_large`]]),
    unknown: sizeMissingSql(pack, `s.p${place}_row`, `s.p${place}_class`),
    presumed: noNames,
    class: `s.p${place}_class`,
  };
}

/** Ids of what holds. Nothing is built for the many rows where none does. */
function listSql(entries: readonly (readonly [id: string, holds: string])[]): string {
  if (entries.length === 0) return noNames;
  const none = entries.map(([, holds]) => `(${holds}) is not true`).join(" and ");
  const names = entries.map(([id, holds]) => `case when ${holds} then ${quoteText(id)} end`);
  return `case when ${none} then ${noNames} else array_remove(array[${names.join(", ")}], null) end`;
}

const quoteJson = (key: string) => quoteText(JSON.stringify(key));

/** A settled figure as JSON text, without the zeros that numeric keeps behind its point; else `"unknown"`. */
function textOfSettled({ low, high }: RangeSql): string {
  return `case when ${low} = ${high} then trim_scale(${low}) else null end`;
}

function settledSql({ low, high }: RangeSql): string {
  return `case when ${low} = ${high} then to_jsonb(trim_scale(${low})) else '"unknown"'::jsonb end`;
}

/** One text is glued and read once: building objects key by key takes twice the time. */
function objectSql(entries: readonly (readonly [key: string, figure: string])[]): string {
  if (entries.length === 0) return noObject;
  const parts = entries.map(
    ([key, figure]) => `${quoteJson(key)} || ':' || coalesce((${figure})::text, '"unknown"')`,
  );
  return `('{' || ${parts.join(" || ',' || ")} || '}')::jsonb`;
}

/** Bounds of items that are not settled, or whose points an expert chooses. */
function rangesSql(scope: PackScope): string {
  const { items } = scope.pack;
  if (items.length === 0) return noObject;
  const always = items.some((item) => item.expertInput !== null);
  const open = items.map(({ id }) => `${itemRange(scope, id).low} = ${itemRange(scope, id).high}`);
  const parts = items.map((item) => {
    const { low, high } = itemRange(scope, item.id);
    const pair = `${quoteJson(item.id)} || ':[' || trim_scale(${low}) || ',' || trim_scale(${high}) || ']'`;
    return item.expertInput === null ? `case when ${low} <> ${high} then ${pair} end` : pair;
  });
  const object = `('{' || concat_ws(',', ${parts.join(", ")}) || '}')::jsonb`;
  return always ? object : `case when ${open.join(" and ")} then ${noObject} else ${object} end`;
}
