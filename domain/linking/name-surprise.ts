/**
 * How surprising a text is among registered names, in bits: the probability that an enterprise nobody has told us of
 * bears exactly this text, by the letter pairs of the register itself.
 *
 * It separates the two ways in which a mention can be near a name: a slip makes letter pairs that no name has
 * (世纪广场 to 市纪广场: surprising), a sibling is made of pairs that many names have (金鼎商贸, 金鼎工贸: plain).
 */
export interface NameSurprise {
  /** Bits; more is rarer. 17 bits are one in 131,000. */
  readonly bitsOf: (text: string) => number;
}

/** Weight of the single-letter model where a letter has been seen only a few times. */
const backOff = 3;

const start = 1;
const stop = 2;

/** Letter pairs are kept as numbers (two UTF-16 units): a map of strings costs three times the memory. */
export function buildNameSurprise(texts: Iterable<string>): NameSurprise {
  const pairs = new Map<number, number>();
  const heads = new Map<number, number>();
  const letters = new Map<number, number>();
  let total = 0;
  const count = (a: number, b: number): void => {
    const pair = a * 65_536 + b;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    heads.set(a, (heads.get(a) ?? 0) + 1);
    letters.set(b, (letters.get(b) ?? 0) + 1);
    total++;
  };
  for (const text of texts) walk(text, count);
  const probability = (a: number, b: number): number => {
    const single = ((letters.get(b) ?? 0) + 0.2) / (total + 0.2 * 8000);
    const head = heads.get(a) ?? 0;
    return ((pairs.get(a * 65_536 + b) ?? 0) + backOff * single) / (head + backOff);
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
