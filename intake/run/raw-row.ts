/** A record as read, by column name: what quarantine keeps and gives back. */
import { ticketHeader } from "../describe/fit-header.ts";
import type { SourceDescription } from "../describe/source-description.ts";
import type { Header } from "../read/read-header.ts";
import type { SourceRecord } from "../read/source-record.ts";

/** Under this name stands a line that could not be taken apart. */
export const wholeLine = "原文";
/** Of a line that could not be taken apart; whole records are never cut. */
const longestText = 10_000;

/**
 * Columns that the description knows go by their official header, so that rows of several files make one table; the
 * values are untouched.
 */
export function rawOf(
  record: SourceRecord,
  header: Header,
  description: SourceDescription,
): Record<string, string | null> {
  if (record.text !== undefined) return { [wholeLine]: record.text.slice(0, longestText) };
  const row: Record<string, string | null> = {};
  const names = officialNames(header, description);
  record.cells.forEach((cell, i) => {
    const name = names[i] ?? `第 ${i + 1} 列`;
    if (name !== null) row[name] = cell;
  });
  return row;
}

const cache = new WeakMap<Header, readonly (string | null)[]>();

/** Null for columns that only an export of quarantined rows has; the ticket among them is kept. */
function officialNames(header: Header, description: SourceDescription): readonly (string | null)[] {
  const known = cache.get(header);
  if (known !== undefined) return known;
  const byPlace = new Map(
    description.columns.map((column, i) => [header.fit.places[i] ?? -1, column.headers[0]]),
  );
  const names = header.names.map((name, place) => {
    const official = byPlace.get(place);
    if (official !== undefined) return official;
    if (name === ticketHeader) return ticketHeader;
    return name === "问题" || name === wholeLine ? null : name || `第 ${place + 1} 列`;
  });
  cache.set(header, names);
  return names;
}
