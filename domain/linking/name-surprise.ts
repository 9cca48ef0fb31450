/**
 * How surprising a text is among registered names, in bits: the probability that an enterprise nobody has told us of
 * bears exactly this text, by the letter pairs of the register itself.
 *
 * It separates the two ways in which a mention can be near a name: a slip makes letter pairs that no name has
 * (世纪广场 to 市纪广场: surprising), a sibling is made of pairs that many names have (金鼎商贸, 金鼎工贸: plain).
 */
import { startCounts } from "./count-table.ts";

export interface NameSurprise {
  /** Bits; more is rarer. 17 bits are one in 131,000. */
  readonly bitsOf: (text: string) => number;
}

/** Weight of the single-letter model where a letter has been seen only a few times. */
const backOff = 3;

/** Characters a name may hold: each has a little probability although no name has shown it. */
const alphabetSize = 8000;

const start = 1;
const stop = 2;

export function buildNameSurprise(texts: Iterable<string>): NameSurprise {
  const pairs = startCounts(16);
  const heads = new Uint32Array(65_536);
  const letters = new Uint32Array(65_536);
  let total = 0;
  for (const text of texts) {
    walk(text, (a, b) => {
      pairs.add((a << 16) | b);
      heads[a] = (heads[a] ?? 0) + 1;
      letters[b] = (letters[b] ?? 0) + 1;
      total++;
    });
  }
  const probability = (a: number, b: number): number => {
    const single = ((letters[b] ?? 0) + 0.2) / (total + 0.2 * alphabetSize);
    const head = heads[a] ?? 0;
    return (pairs.count((a << 16) | b) + backOff * single) / (head + backOff);
  };
  return {
    bitsOf(text) {
      let bits = 0;
      walk(text, (a, b) => {
        bits -= Math.log2(probability(a, b));
      });
      return bits;
    },
  };
}

function walk(text: string, visit: (a: number, b: number) => void): void {
  let before = start;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    visit(before, letter);
    before = letter;
  }
  visit(before, stop);
}
