/** Cuts plain text into tokens in one pass: the longest word of the lexicon, or a number with its unit, whichever reaches further. */
import { headStart, readHead } from "../text/read-head.ts";
import { readItem } from "../text/read-item.ts";
import { readPeriod } from "../text/read-period.ts";
import { readPlace } from "../text/read-place.ts";
import { readQuantity, type QuantityRead } from "../text/read-quantity.ts";
import type { Lexicon } from "./lexicon.ts";
import { readPattern } from "./read-pattern.ts";
import type { Meaning, Token } from "./word.ts";

const points: Readonly<Record<string, Meaning>> = {
  "，": { is: "point", sign: "comma" },
  "、": { is: "point", sign: "dun" },
  "；": { is: "point", sign: "semi" },
  "。": { is: "point", sign: "stop" },
  "？": { is: "point", sign: "stop" },
  "\n": { is: "point", sign: "stop" },
  "：": { is: "point", sign: "colon" },
  "…": { is: "point", sign: "gap" },
  "（": { is: "open" },
  "）": { is: "close" },
};

/** Tokens of a plain text, in order, without gaps. */
export function tokenize(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at, lexicon, opensItem(tokens));
    push(tokens, token);
    at = token.end;
  }
  return tokens;
}

/** Runs of unknown characters become one token. */
function push(tokens: Token[], token: Token): void {
  const last = tokens.at(-1);
  if (token.meaning.is === "other" && last?.meaning.is === "other")
    tokens[tokens.length - 1] = { ...last, end: token.end, text: last.text + token.text };
  else tokens.push(token);
}

function opensItem(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)?.meaning;
  if (last === undefined || last.is === "item") return true;
  return (
    last.is === "point" &&
    (last.sign === "stop" || last.sign === "semi" || last.sign === "colon" || last.sign === "gap")
  );
}

function tokenAt(text: string, at: number, lexicon: Lexicon, item: boolean): Token {
  const make = (end: number, meaning: Meaning): Token => ({
    start: at,
    end,
    text: text.slice(at, end),
    meaning,
  });
  const mark = item ? readItem(text, at) : undefined;
  if (mark !== undefined) return make(mark.end, { is: "item", style: mark.style });
  const point = points[text.charAt(at)];
  if (point !== undefined) return make(at + 1, point);
  const read = readOpening(text, at) ?? readPattern(text, at) ?? readFigure(text, at, lexicon);
  const word = longestWord(text, at, lexicon);
  if (read !== undefined && read.end > (word?.end ?? 0)) return make(read.end, read.meaning);
  return word === undefined ? make(at + 1, { is: "other" }) : make(word.end, word.meaning);
}

interface Reading {
  readonly end: number;
  readonly meaning: Meaning;
}

const figureStart =
  /[\d近最前过此连上申百半零〇一二两三四五六七八九十千万亿壹贰叁肆伍陆柒捌玖拾佰仟]/;

/** Words that open a list are too many to list: they are read by their pattern. */
function readOpening(text: string, at: number): Reading | undefined {
  const head = headStart.test(text.charAt(at)) ? readHead(text, at) : undefined;
  if (head === undefined) return undefined;
  if (head.kind === "some") return { end: head.end, meaning: { is: "some-of", count: head.count } };
  const mark = head.kind === "any" ? "head_any" : "head_all";
  return { end: head.end, meaning: { is: "mark", mark } };
}

function readFigure(text: string, at: number, lexicon: Lexicon): Reading | undefined {
  if (!figureStart.test(text.charAt(at))) return undefined;
  const period = readPeriod(text, at);
  if (period !== undefined)
    return { end: period.end, meaning: { is: "period", period: period.period } };
  const place = readPlace(text, at);
  if (place !== undefined) return { end: place.end, meaning: { is: "place", upTo: place.upTo } };
  const fraction = /^[一二三四五六七八九十\d]{1,3}分之[一二三四五六七八九十\d]{1,3}/.exec(
    text.slice(at, at + 9),
  );
  if (fraction !== null && fraction[0] !== "")
    return { end: at + fraction[0].length, meaning: { is: "unread" } };
  const quantity = readQuantity(text, at, lexicon);
  if (quantity !== undefined)
    return { end: quantity.end, meaning: { is: "quantity", ...withoutEnd(quantity) } };
  const digits = /^\d+/.exec(text.slice(at, at + 64));
  return digits === null ? undefined : { end: at + digits[0].length, meaning: { is: "unread" } };
}

function withoutEnd({ value, dimension, shift }: QuantityRead): Omit<QuantityRead, "end"> {
  return { value, dimension, shift };
}

function longestWord(text: string, at: number, lexicon: Lexicon): Reading | undefined {
  for (const length of lexicon.wordLengths.get(text.charAt(at)) ?? []) {
    const written = text.slice(at, at + length);
    const word = written.length === length ? lexicon.words.get(written) : undefined;
    // "greater than 0" must not cut the number of "greater than 0.02".
    const cut = /\d$/.test(written) && /[\d.]/.test(text.charAt(at + length));
    if (word !== undefined && !cut) return { end: at + length, meaning: word };
  }
  return undefined;
}
