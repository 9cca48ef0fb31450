/**
 * What kind of slip turns one text into the other: the likelier a slip is by hand, ear, eye or machine, the less it
 * speaks against one enterprise being meant.
 */
import type { Confusables } from "./confusables.ts";

export const slipKinds = [
  /** The same text. */
  "EQUAL",
  /** The same characters in another order; more than two neighbours moved. */
  "REORDERED",
  /** One character for another of the same sound. */
  "SOUND",
  /** One character for another that looks like it. */
  "LOOK",
  /** Two neighbours swapped. */
  "SWAPPED",
  /** One character written twice. */
  "DOUBLED",
  /** The mention lacks one character. */
  "LOST",
  /** The mention has one character more. */
  "EXTRA",
  /** One character for another that is like it in no way: as a rule another enterprise. */
  "OTHER",
  /** A numeral, letter or digit differs: 第一 and 第二, 三厂 and 五厂. Always another enterprise or a question. */
  "NUMERAL",
  /** Two slips of the kinds that hands make. */
  "TWO",
  /** The mention is a beginning of the name. */
  "PREFIX",
  /** The name is a beginning of the mention. */
  "LONGER",
  /** More than half of the letter pairs are shared. */
  "NEAR",
  "FAR",
] as const;
export type SlipKind = (typeof slipKinds)[number];

const numerals = /[一二三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖拾\dA-Z甲乙丙丁]/;

/** The slip from `name` (the registered text) to `mention`. Both normalised. */
export function findSlip(mention: string, name: string, confusables: Confusables): SlipKind {
  if (mention === name) return "EQUAL";
  let start = 0;
  const shorter = Math.min(mention.length, name.length);
  while (start < shorter && mention.charCodeAt(start) === name.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    mention.charCodeAt(mention.length - 1 - end) === name.charCodeAt(name.length - 1 - end)
  ) {
    end++;
  }
  const a = mention.slice(start, mention.length - end);
  const b = name.slice(start, name.length - end);
  return (
    oneSlip(a, b, confusables, mention.charAt(start - 1) + mention.charAt(mention.length - end)) ??
    severalSlips({ mention, name, a, b }, confusables)
  );
}

/** `a` stands in the mention where `b` stands in the name; `around`: the characters on both sides of `a`. */
function oneSlip(
  a: string,
  b: string,
  confusables: Confusables,
  around: string,
): SlipKind | undefined {
  if (a.length === 1 && b.length === 1) return substitution(a, b, confusables);
  if (a.length === 0 && b.length === 1) return numerals.test(b) ? "NUMERAL" : "LOST";
  if (a.length === 1 && b.length === 0) {
    if (around.includes(a)) return "DOUBLED";
    return numerals.test(a) ? "NUMERAL" : "EXTRA";
  }
  if (a.length === 2 && b === a.charAt(1) + a.charAt(0)) {
    return numerals.test(a.charAt(0)) && numerals.test(a.charAt(1)) ? "NUMERAL" : "SWAPPED";
  }
  return undefined;
}

function substitution(a: string, b: string, confusables: Confusables): SlipKind {
  if (numerals.test(a) && numerals.test(b)) return "NUMERAL";
  if (confusables.soundAlike(a, b)) return "SOUND";
  return confusables.lookAlike(a, b) ? "LOOK" : "OTHER";
}

interface Difference {
  readonly mention: string;
  readonly name: string;
  readonly a: string;
  readonly b: string;
}

function severalSlips({ mention, name, a, b }: Difference, confusables: Confusables): SlipKind {
  if (a === "" && name.startsWith(mention)) return "PREFIX";
  if (b === "" && mention.startsWith(name)) return "LONGER";
  if (a.length === b.length && sorted(a) === sorted(b)) {
    return numerals.test(a) ? "NUMERAL" : "REORDERED";
  }
  if (a.length <= 10 && b.length <= 10 && Math.abs(a.length - b.length) <= 2 && name.length >= 4) {
    const two = twoSlips(a, b, confusables);
    if (two !== undefined) return two;
  }
  return sharedPairs(mention, name) > 0.5 ? "NEAR" : "FAR";
}

const sorted = (text: string): string => Array.from(text).sort().join("");

/** Tries each first slip at the front of the difference; what remains must be one slip. */
function twoSlips(a: string, b: string, confusables: Confusables): SlipKind | undefined {
  const firsts: (readonly [SlipKind | undefined, string, string])[] = [
    [
      a !== "" && b !== "" ? substitution(a.charAt(0), b.charAt(0), confusables) : undefined,
      a.slice(1),
      b.slice(1),
    ],
    [b === "" ? undefined : numerals.test(b.charAt(0)) ? "NUMERAL" : "LOST", a, b.slice(1)],
    [a === "" ? undefined : numerals.test(a.charAt(0)) ? "NUMERAL" : "EXTRA", a.slice(1), b],
    [
      a.length > 1 && a.charAt(0) === b.charAt(1) && a.charAt(1) === b.charAt(0)
        ? "SWAPPED"
        : undefined,
      a.slice(2),
      b.slice(2),
    ],
  ];
  let found: SlipKind | undefined;
  for (const [first, restA, restB] of firsts) {
    if (first === undefined || first === "OTHER") continue;
    const second = single(restA, restB, confusables);
    if (second === undefined || second === "OTHER") continue;
    // Two characters more, or two less, are a word: another enterprise, not a slip.
    if (first === second && (first === "LOST" || first === "EXTRA")) continue;
    if (first === "NUMERAL" || second === "NUMERAL") found ??= "NUMERAL";
    else return "TWO";
  }
  return found;
}

/** One slip anywhere in the rest. */
function single(a: string, b: string, confusables: Confusables): SlipKind | undefined {
  let start = 0;
  while (start < a.length && start < b.length && a.charAt(start) === b.charAt(start)) start++;
  let end = 0;
  const shorter = Math.min(a.length, b.length) - start;
  while (end < shorter && a.charAt(a.length - 1 - end) === b.charAt(b.length - 1 - end)) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA === "" && restB === "") return "EQUAL";
  return oneSlip(restA, restB, confusables, "");
}

const taken = new Uint8Array(512);

/** Share of letter pairs in common (Dice), 0 to 1. Texts are short: comparing each with each beats any table. */
export function sharedPairs(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0;
  const end = Math.min(a.length, taken.length);
  taken.fill(0, 0, end);
  let shared = 0;
  for (let i = 1; i < b.length; i++) {
    const [first, second] = [b.charCodeAt(i - 1), b.charCodeAt(i)];
    for (let j = 1; j < end; j++) {
      if (a.charCodeAt(j) !== second || a.charCodeAt(j - 1) !== first || taken[j] === 1) continue;
      taken[j] = 1;
      shared++;
      break;
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}
