/**
 * How a record about an enterprise stands in staging: two texts of values with a control character between them, which no
 * value holds. As JSON they would be taken apart three times: when they are written, linked and merged.
 */
import type { Mention } from "../../domain/linking/mention.ts";

const separator = "\u0003";

/** What the record says of its enterprise. */
export function mentionText({ name, code, address, place, date }: Mention): string {
  const said = name + separator + code + separator + address + separator + place;
  return date === undefined ? said : said + separator + date;
}

export function mentionOfText(text: string): Mention {
  const [name = "", code = "", address = "", place = "", date] = text.split(separator);
  const mention = { name, code, address, place };
  return date === undefined ? mention : { ...mention, date };
}

/** What it states, in the order of `columns`; nothing between two separators is unknown. */
export function factText(
  columns: readonly string[],
  fact: Readonly<Record<string, string | null>>,
): string {
  let text = "";
  for (const [i, column] of columns.entries()) {
    text += (i === 0 ? "" : separator) + (fact[column] ?? "");
  }
  // Texts of several paragraphs: COPY would take the line's end for the row's.
  return text.includes("\n") ? `\u0001${text}\u0001` : text;
}

/** SQL: the values of a fact's text as an array of text. */
export const valuesOfFact = (fact: string): string =>
  String.raw`string_to_array(${fact}, E'\x03', '')`;

/** SQL: the mention as the JSON object that a review keeps. */
export const mentionJson = (mention: string): string =>
  String.raw`(select jsonb_build_object('name', m[1], 'code', m[2], 'address', m[3], 'place', m[4])
    || case when m[5] is null then '{}' else jsonb_build_object('date', m[5]) end from string_to_array(${mention}, E'\x03') m)`;
