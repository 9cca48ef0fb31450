/** Reads the bound that starts at a token: comparison words before and after the number, ranges, brackets that include or exclude the edge. */
import type { Comparison } from "../condition.ts";
import { decimalShift } from "../text/decimal-shift.ts";
import type { Edge } from "./draft.ts";
import type { Bound, LimitRead } from "./limit.ts";
import { readRelative } from "./read-relative.ts";
import type { Quantity, Token } from "./word.ts";

/** Words that may stand between the comparison and its number. */
const between = new Set(["在", "为", "是", "人民币", "于", "的", "以"]);

/** The bound at `at`, or undefined when the tokens there state none. */
export function readLimit(tokens: readonly Token[], at: number): LimitRead | undefined {
  const before = readBefore(tokens, at);
  const token = tokens[before.next];
  const meaning = token?.meaning;
  if (meaning?.is === "place" || meaning?.is === "first") return readPlaces(tokens, before.next);
  if (meaning?.is === "sign" && before.op === undefined)
    return {
      limit: { kind: "sign", op: meaning.op, growth: meaning.growth, of: meaning.of },
      denominators: [],
      next: before.next + 1,
      bare: false,
    };
  if (meaning?.is === "relative") return readRelative(tokens, before.next, before.op);
  if (meaning?.is === "quantity") return readNumber(tokens, before.next, before.op, []);
  return before.op === undefined ? undefined : readShareOf(tokens, before.next, before.op);
}

interface Before {
  readonly op: Comparison | undefined;
  readonly next: number;
}

/** Comparison words and fillers before one number. */
const mostBefore = 8;

/** "reach" and "at least" yield to a stricter word beside them. */
function readBefore(tokens: readonly Token[], at: number): Before {
  let op: Comparison | undefined;
  let next = at;
  for (; next < at + mostBefore; next += 1) {
    const token = tokens[next];
    if (token?.meaning.is === "before")
      op = op === undefined || op === ">=" ? token.meaning.op : op;
    else if (op !== undefined && isInclusive(tokens, next)) {
      op = op === ">" ? ">=" : op === "<" ? "<=" : op;
      next += 2;
    } else if (token === undefined || next === at || !between.has(token.text)) break;
  }
  return { op, next };
}

/** "(inclusive)" between the comparison and its number. */
function isInclusive(tokens: readonly Token[], at: number): boolean {
  const kinds = [at, at + 1, at + 2].map((index) => tokens[index]?.meaning.is);
  return kinds.join(" ") === "open inclusive close";
}

function readPlaces(tokens: readonly Token[], at: number): LimitRead {
  const meaning = tokens[at]?.meaning;
  const upTo = meaning?.is === "place" ? meaning.upTo : 1;
  let next = at + 1;
  while (tokens[next]?.meaning.is === "after" || tokens[next]?.meaning.is === "inclusive")
    next += 1;
  return {
    limit: { kind: "place", upTo, exact: meaning?.is === "first" },
    denominators: [],
    next,
    bare: false,
  };
}

/** "not below 3% of revenue" with the denominator first: comparison, subject, "of", percentage. */
function readShareOf(tokens: readonly Token[], at: number, op: Comparison): LimitRead | undefined {
  const denominators: string[] = [];
  for (let next = at; next < at + 8; next += 1) {
    const meaning = tokens[next]?.meaning;
    if (meaning?.is === "subject") denominators.push(meaning.of);
    else if (meaning?.is === "quantity")
      return denominators.length > 0 && meaning.dimension === "percent"
        ? readNumber(tokens, next, op, denominators)
        : undefined;
    else if (meaning?.is !== "filler" && meaning?.is !== "period") return undefined;
  }
  return undefined;
}

interface After {
  readonly up: boolean | undefined;
  readonly edge: Edge;
  readonly excluded: boolean;
  readonly next: number;
}

function readNumber(
  tokens: readonly Token[],
  at: number,
  before: Comparison | undefined,
  denominators: readonly string[],
): LimitRead | undefined {
  const first = tokens[at]?.meaning;
  if (first?.is !== "quantity") return undefined;
  const other = orBracket(tokens, at + 1, before !== undefined);
  const head = readAfter(tokens, other?.next ?? at + 1);
  const range = head.up === undefined ? readRange(tokens, head, first) : undefined;
  if (range !== undefined) return { ...range, denominators };
  const op = comparison(before, head);
  const edge =
    before === undefined || before === ">=" || head.edge === "explicit" ? head.edge : undefined;
  const bound: Bound = {
    op: op ?? ">=",
    quantity: first,
    // "not above 30 million" takes its edge as firmly as "(inclusive)": the band beside it begins above.
    edge: head.up === undefined && head.edge !== "explicit" ? claimed(before) : edge,
  };
  return {
    limit: { kind: "bounds", bounds: [bound] },
    alternative: other && { ...bound, quantity: other.quantity },
    denominators,
    next: head.next,
    bare: op === undefined,
  };
}

/** "(or 6 billion yuan)" between a number and its side, which both then share. */
function orBracket(
  tokens: readonly Token[],
  at: number,
  sidedBefore: boolean,
): { readonly quantity: Quantity; readonly next: number } | undefined {
  if (tokens[at]?.meaning.is !== "open" || tokens[at + 1]?.meaning.is !== "or") return undefined;
  for (let next = at + 2; next < at + 6; next += 1) {
    const meaning = tokens[next]?.meaning;
    if (meaning?.is === "quantity") {
      const closes = tokens[next + 1]?.meaning.is === "close";
      const sided = closes && (sidedBefore || tokens[next + 2]?.meaning.is === "after");
      return sided ? { quantity: meaning, next: next + 2 } : undefined;
    }
    if (meaning?.is !== "filler" && tokens[next]?.text !== "人民币") return undefined;
  }
  return undefined;
}

const claimed = (before: Comparison | undefined): Edge | undefined =>
  before === "<=" || before === ">=" ? "explicit" : undefined;

/** Everything after a number that moves its edge, in any order: "and above", "(inclusive)", "(excluding 70)". */
function readAfter(tokens: readonly Token[], at: number): After {
  let up: boolean | undefined;
  let edge: Edge = "plain";
  let excluded = false;
  let next = at;
  for (;;) {
    const meaning = tokens[next]?.meaning;
    const bracket = meaning?.is === "open" ? readEdgeBracket(tokens, next) : undefined;
    const explained = meaning?.is === "open" ? explainedTo(tokens, next) : undefined;
    if (bracket === undefined && explained !== undefined) next = explained;
    else if (bracket !== undefined) {
      if (bracket.included) edge = "explicit";
      else excluded = true;
      next = bracket.next;
    } else if (isWithinYears(tokens, next) && up === undefined) {
      up = false;
      edge = "explicit";
      next += 1;
    } else if (meaning?.is === "inclusive") {
      edge = "explicit";
      next += 1;
    } else if (meaning?.is === "after" && up === undefined) {
      up = meaning.up;
      if (meaning.explicit) edge = "explicit";
      next += 1;
    } else return { up, edge, excluded, next };
  }
}

/** "founded within 5 years": the short form of "within". */
function isWithinYears(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.meaning;
  return tokens[at]?.text === "内" && before?.is === "quantity" && before.dimension === "year";
}

/** "(inclusive)", "(including 5 million)", "(excluding 70 points)"; undefined for any other bracket. */
function readEdgeBracket(
  tokens: readonly Token[],
  at: number,
): { readonly included: boolean; readonly next: number } | undefined {
  const word = tokens[at + 1]?.meaning.is;
  if (word !== "inclusive" && word !== "exclusive") return undefined;
  for (let next = at + 2; next < at + 6; next += 1) {
    const meaning = tokens[next]?.meaning;
    if (meaning?.is === "close") return { included: word === "inclusive", next: next + 1 };
    if (meaning?.is !== "quantity" && meaning?.is !== "filler") return undefined;
  }
  return undefined;
}

/** "one year (365 days) and above": past a bracket that only says the number again, before its side. */
function explainedTo(tokens: readonly Token[], at: number): number | undefined {
  for (let next = at + 1; next < at + 5; next += 1) {
    const meaning = tokens[next]?.meaning;
    if (meaning?.is === "close")
      return tokens[next + 1]?.meaning.is === "after" ? next + 1 : undefined;
    if (meaning?.is !== "quantity" && meaning?.is !== "filler") return undefined;
  }
  return undefined;
}

function comparison(before: Comparison | undefined, after: After): Comparison | undefined {
  const side = after.up === undefined ? undefined : after.up ? ">=" : "<=";
  const op = before === undefined || (before === ">=" && side !== undefined) ? side : before;
  if (op === undefined) return after.edge === "explicit" ? ">=" : undefined;
  if (after.excluded) return op === ">=" ? ">" : op === "<=" ? "<" : op;
  if (after.edge === "explicit" && op === "<") return "<=";
  return after.edge === "explicit" && op === ">" && side === undefined ? ">=" : op;
}

/** "from A to B": both ends belong unless another band claims one. */
function readRange(tokens: readonly Token[], head: After, first: Quantity): LimitRead | undefined {
  const joint = tokens[head.next]?.meaning.is;
  if (joint !== "range" && joint !== "and") return undefined;
  let at = head.next + 1;
  while (tokens[at]?.meaning.is === "range" || tokens[at]?.meaning.is === "before") at += 1;
  const second = tokens[at]?.meaning;
  if (second?.is !== "quantity") return undefined;
  const tail = readAfter(tokens, at + 1);
  if (tail.up === true) return undefined;
  const lower = first.dimension === undefined ? borrowUnit(first, second) : first;
  const ranging = tokens[tail.next]?.meaning.is === "ranging";
  if (joint === "and" && !ranging) return undefined;
  return {
    limit: {
      kind: "bounds",
      bounds: [
        {
          op: head.excluded ? ">" : ">=",
          quantity: lower,
          edge: head.excluded ? undefined : head.edge,
        },
        {
          op: tail.excluded ? "<" : "<=",
          quantity: second,
          edge: tail.excluded ? undefined : tail.edge,
        },
      ],
    },
    denominators: [],
    next: ranging ? tail.next + 1 : tail.next,
    bare: false,
  };
}

function borrowUnit(first: Quantity, second: Quantity): Quantity {
  return { ...first, value: decimalShift(first.value, second.shift), dimension: second.dimension };
}
