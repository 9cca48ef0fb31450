/**
 * Finds the names that a mention may mean, without comparing it with all of them.
 *
 * Three ways, cheapest first: keys with one character left out (SymSpell: a name and a mention one slip apart share a
 * key), names that begin with the mention (cut-off texts), and rare letter pairs for what the first two miss. The keys
 * alone find 95 % in a tenth of the time that letter pairs take.
 */
import type { ComparableName } from "./comparable-name.ts";
import { type NamesByRow, type WholeNames, wholesOf } from "./name-rows.ts";
import { hashText, startPostings } from "./posting-table.ts";
import { startTally } from "./row-tally.ts";

export interface NameIndex {
  /** Row numbers of names that may be meant, likeliest first, at most `limit`. */
  readonly find: (mention: ComparableName, limit: number) => number[];
  /** Row numbers by rare letter pairs; ten times the cost of `find`. */
  readonly findByPairs: (mention: ComparableName, limit: number) => number[];
}

/** More names than this share a key only when the key says nothing (a bare 支行). */
const maxRowsOfKey = 400;
/** A letter pair of more names than this does not narrow the search. */
const maxRowsOfPair = 4000;
/** The rarest pairs find what can be found; more of them cost time and bring the same rows. */
const maxPairs = 6;
const maxPrefixRows = 60;
/** Texts longer than this are told apart by their letter pairs; their keys would be a fifth of the table. */
const maxKeyLength = 26;

/** Names are read again at each search, so that rows stay small numbers everywhere. */
export function buildNameIndex(names: NamesByRow, wholes: WholeNames = wholesOf(names)): NameIndex {
  const keys = startPostings();
  const pairs = startPostings();
  for (let row = 0; row < names.length; row++) {
    const name = names.at(row);
    if (name === undefined) break;
    eachKey(name.text, (key) => keys.push(key, row));
    if (name.bare !== name.text) eachKey(name.bare, (key) => keys.push(key, row));
    eachPair(name.text, (pair) => pairs.push(pair, row));
  }
  const keyTable = keys.build();
  const pairTable = pairs.build();
  const sorted = sortRows(names.length, wholes);
  const tally = startTally(names.length);
  const countKeys = (text: string): void => {
    eachKey(text, (key) => {
      keyTable.visit(key, (row) => tally.add(row, 1), maxRowsOfKey);
    });
  };
  return {
    find(mention, limit) {
      countKeys(mention.text);
      if (mention.bare !== mention.text) countKeys(mention.bare);
      if (mention.parentLength < mention.text.length && mention.parentLength >= 2) {
        const parent = hashText(mention.text.slice(0, mention.parentLength));
        keyTable.visit(parent, (row) => tally.add(row, 1), 20);
      }
      for (const row of rowsWithPrefix(wholes, sorted, mention.whole)) tally.add(row, 2);
      return tally.takeBest(limit);
    },
    findByPairs(mention, limit) {
      const rare: { pair: number; rows: number }[] = [];
      eachPair(mention.text, (pair) => {
        const rows = pairTable.visit(pair, () => undefined, maxRowsOfPair);
        if (rows > 0 && rows <= maxRowsOfPair) rare.push({ pair, rows });
      });
      rare.sort((a, b) => a.rows - b.rows);
      for (const { pair, rows } of rare.slice(0, maxPairs)) {
        const weight = Math.log2((names.length + 1) / rows);
        pairTable.visit(pair, (row) => tally.add(row, weight), rows);
      }
      return tally.takeBest(limit);
    },
  };
}

/** The text itself and the text with each character left out. */
function eachKey(text: string, visit: (key: number) => void): void {
  visit(hashText(text));
  if (text.length < 3 || text.length > maxKeyLength) return;
  for (let i = 0; i < text.length; i++) {
    // Leaving out either of two equal neighbours gives one key.
    if (i > 0 && text.charCodeAt(i) === text.charCodeAt(i - 1)) continue;
    visit(hashText(text, i));
  }
}

function eachPair(text: string, visit: (pair: number) => void): void {
  for (let i = 1; i < text.length; i++) {
    const pair = Math.imul((text.charCodeAt(i - 1) << 16) | text.charCodeAt(i), 0x9e3779b1);
    visit(pair >>> 0);
  }
}

/** Row numbers in the order of the whole names. */
function sortRows(length: number, wholes: WholeNames): Uint32Array {
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows.sort(wholes.compareRows);
}

/** Names that begin with `text`; none if more than a mention of that length can tell apart. */
function rowsWithPrefix(wholes: WholeNames, sorted: Uint32Array, text: string): readonly number[] {
  if (text.length < 6) return [];
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (wholes.compareText(sorted[middle] ?? 0, text) < 0) low = middle + 1;
    else high = middle;
  }
  const rows: number[] = [];
  for (let at = low; at < sorted.length && rows.length <= maxPrefixRows; at++) {
    const row = sorted[at] ?? 0;
    if (!wholes.startsWith(row, text)) break;
    rows.push(row);
  }
  return rows;
}
