/**
 * How values become JSON: one row by row_to_json, the rows of a list by concatenation.
 *
 * Measured on the full store: row_to_json looks up type and output function of each value of each row, concatenation
 * starts each of its functions once a statement. Twenty rows with nested parts take a fifth less by concatenation; a
 * single portrait takes an eighth more. Both write the bytes of JSON.stringify.
 */
import { identifier, literal } from "./sql-text.ts";

/** An expression of type text that is never null, or characters that stand in the JSON as they are. */
export type Part = string | { readonly constant: string };

/** A value in both ways. */
export interface Written {
  /** What row_to_json writes as it should be. */
  readonly value: string;
  /** The JSON itself, piece by piece. */
  readonly parts: readonly Part[];
  /** Whatever holds it is concatenated too. */
  readonly concatenated?: true;
}

/** A plain string is an expression of a type of its own that is written by that type. */
export type Sql = string | Written;

export interface Selected {
  readonly key: string;
  readonly sql: Sql;
}

export function valueOf(sql: Sql): string {
  return typeof sql === "string" ? sql : sql.value;
}

/** A constant of ours. */
export function constant(text: string): Written {
  return { value: literal(text), parts: [{ constant: JSON.stringify(text) }] };
}

/** A text that is never null and holds nothing that needs an escape. */
export function unescaped(value: string): Written {
  return { value, parts: [{ constant: '"' }, value, { constant: '"' }] };
}

/** JSON that is made by concatenation; row_to_json would have to read it again, so its parents do as it does. */
export function concatenated(parts: readonly Part[]): Written {
  return { value: `(${textOf(parts)})::json`, parts, concatenated: true };
}

/** One JSON object, or null when `from` finds no row. */
export function jsonObject(selected: readonly Selected[], from = "", listed = false): Sql {
  if (!listed && !holdsConcatenated(selected))
    return `(select row_to_json(o) from (select ${columnList(selected)}${from}) o)`;
  const parts = objectParts(selected);
  return concatenated(from === "" ? parts : [`coalesce((select ${textOf(parts)}${from}), 'null')`]);
}

/**
 * A JSON array of a query's rows in their order, empty and never null. Not json_agg: it writes a blank after each comma,
 * and then bytes are not those of JSON.stringify.
 */
export function jsonArray(selected: readonly Selected[], rest: string, listed = false): Sql {
  if (!listed && !holdsConcatenated(selected))
    return `array_to_json(array(select row_to_json(r) from (select ${columnList(selected)}${rest}) r))`;
  const items = `array_to_string(array(select ${textOf(objectParts(selected))}${rest}), ',')`;
  return concatenated([{ constant: "[" }, items, { constant: "]" }]);
}

/** What stands in front of the data, and behind it. */
export const opening = '{"data":';
export const ending = "}";

/** The whole answer as a text, so that its bytes go out as they come in: nothing is put around them in Node (0455). */
export function jsonDocument(selected: readonly Selected[]): string {
  const around = (parts: readonly Part[]) =>
    textOf([{ constant: opening }, ...parts, { constant: ending }]);
  if (holdsConcatenated(selected)) return `select ${around(objectParts(selected))}`;
  return `select ${around(["row_to_json(q)::text"])} from (select ${columnList(selected)}) q`;
}

/** Pieces as one expression, in halves: a chain from the left would copy its beginning again for each. */
export function textOf(parts: readonly Part[]): string {
  return inHalves(
    constantsJoined(parts).map((part) =>
      typeof part === "string" ? part : literal(part.constant),
    ),
  );
}

function inHalves(texts: readonly string[]): string {
  if (texts.length === 1) return texts[0] ?? "";
  const middle = texts.length >> 1;
  return `(${inHalves(texts.slice(0, middle))} || ${inHalves(texts.slice(middle))})`;
}

function constantsJoined(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === "string" || typeof last !== "object") joined.push(part);
    else joined[joined.length - 1] = { constant: last.constant + part.constant };
  }
  return joined;
}

/** `expression "key", …` for row_to_json. */
export function columnList(selected: readonly Selected[]): string {
  return selected.map(({ key, sql }) => `${valueOf(sql)} ${identifier(key)}`).join(", ");
}

function holdsConcatenated(selected: readonly Selected[]): boolean {
  return selected.some(({ sql }) => typeof sql !== "string" && sql.concatenated === true);
}

/** Names of the contract need no escape in JSON. */
function objectParts(selected: readonly Selected[]): readonly Part[] {
  const fields = selected.flatMap(({ key, sql }, index) => [
    { constant: `${index === 0 ? "" : ","}"${key}":` },
    ...partsOf(sql),
  ]);
  return [{ constant: "{" }, ...fields, { constant: "}" }];
}

function partsOf(sql: Sql): readonly Part[] {
  return typeof sql === "string" ? [`coalesce(to_json(${sql})::text, 'null')`] : sql.parts;
}
