/** A record as read, by column name: what quarantine keeps and gives back. */
import { exportHeaders, ticketHeader } from "../describe/fit-header.ts";
import type { SourceDescription } from "../describe/source-description.ts";
import type { Header } from "../read/read-header.ts";
import type { SourceRecord } from "../read/source-record.ts";

/** Under this name stands a line that could not be taken apart. */
export const wholeLine = "原文";
/** Of a line that could not be taken apart; whole records are never cut. */
const longestText = 10_000;

/**
 * JSON text of the record by column name. Columns that the description knows go by their official header, so that rows of
 * several files make one table; the values are untouched.
 *
 * Written cell by cell behind names quoted once: an object of nine Chinese names per row costs three times as much.
 */
export function rawOf(
  record: SourceRecord,
  header: Header,
  description: SourceDescription,
): string {
  if (record.text !== undefined) {
    return JSON.stringify({ [wholeLine]: record.text.slice(0, longestText) });
  }
  const names = quotedNames(header, description);
  let row = "";
  record.cells.forEach((cell, i) => {
    const name = i < names.length ? names[i] : quote(placeName(i));
    if (name != null) row += `${row === "" ? "{" : ","}${name}${JSON.stringify(cell)}`;
  });
  return row === "" ? "{}" : `${row}}`;
}

const cache = new WeakMap<Header, readonly (string | null)[]>();

/** `"name":` per place; null for columns that only an export of quarantined rows has. The ticket among them is kept. */
function quotedNames(header: Header, description: SourceDescription): readonly (string | null)[] {
  const known = cache.get(header);
  if (known !== undefined) return known;
  const byPlace = new Map(
    description.columns.map((column, i) => [header.fit.places[i] ?? -1, column.headers[0]]),
  );
  const taken = new Set<string>(byPlace.values());
  const names = header.names.map((name, place) => {
    const official = byPlace.get(place);
    if (official !== undefined) return quote(official);
    if (exportHeaders.includes(name) && name !== ticketHeader) return null;
    // Two columns of one name, or none: the place tells them apart.
    const own = name === "" || taken.has(name) ? placeName(place) : name;
    taken.add(own);
    return quote(own);
  });
  cache.set(header, names);
  return names;
}

const quote = (name: string): string => `${JSON.stringify(name)}:`;
const placeName = (place: number): string => `第 ${place + 1} 列`;
