/** The state of one pass over the tokens: the phrase being said, what was said before, and the elements found so far. */
import type { Benefit } from "../condition.ts";
import type { Draft, Span } from "./draft.ts";
import type { Element, Join, Strength } from "./element.ts";
import type { UnreadReason } from "../extraction.ts";
import type { Lexicon } from "./lexicon.ts";
import { newMemory, type Memory } from "./memory.ts";
import { emptyPhrase, type Phrase } from "./phrase.ts";
import type { Period, Token } from "./word.ts";

/** A stretch of the text the grammar could not turn into a condition, and why. */
export interface Unread {
  readonly span: Span;
  readonly reason: UnreadReason;
}

/** Shared by the readers of a text and of its brackets. */
export interface Findings {
  readonly unread: Unread[];
  /** Conditions every enterprise of the screening meets by definition. */
  readonly assumed: Span[];
  benefit: Benefit;
  /** Heads of lists so far; a text has few, and each is a level of the parse. */
  heads: number;
}

/** What the current comma-to-comma stretch has yielded. */
export interface Segment {
  readonly start: number;
  readonly unknown: Span[];
  yielded: boolean;
  /** Elements found before the stretch. */
  readonly elements: number;
}

export interface Reader {
  readonly lexicon: Lexicon;
  readonly tokens: readonly Token[];
  /** Index of the closing bracket of each opening one. */
  readonly closers: ReadonlyMap<number, number>;
  readonly end: number;
  /** Reads a reader to its end; passed along so that brackets can be read without a circle of imports. */
  readonly read: (reader: Reader) => void;
  /** Brackets around this stretch. */
  readonly depth: number;
  readonly memory: Memory;
  readonly findings: Findings;
  readonly elements: Element[];
  at: number;
  phrase: Phrase;
  segment: Segment;
  negated: boolean;
  /** Where the negation in force was said, as an index of tokens. */
  negatedAt: number;
  /** Kinds of hazard named since the last event, with their gravity. */
  hazards: string[];
  gravity: string | undefined;
  /** A science award named without the winner's place yet. */
  award: { readonly level: string; readonly element: number } | undefined;
  /** A place name waiting for "registered". */
  area:
    | {
        readonly names: string[];
        readonly except: string[];
        readonly span: Span;
        readonly own: boolean;
      }
    | undefined;
  /** The text turned to what is granted; its numbers are no conditions until the sentence ends. */
  granting: boolean;
}

export function newReader(
  tokens: readonly Token[],
  lexicon: Lexicon,
  read: (reader: Reader) => void,
): Reader {
  return {
    read,
    lexicon,
    tokens,
    closers: bracketPairs(tokens),
    end: tokens.length,
    depth: 0,
    memory: newMemory(yearsOf(tokens)),
    findings: { unread: [], assumed: [], benefit: {}, heads: 0 },
    elements: [],
    ...freshState(0),
  };
}

/** A reader for the tokens inside a bracket; what it says in passing is not remembered outside. */
export function innerReader(outer: Reader, from: number, to: number): Reader {
  return {
    ...outer,
    memory: { ...outer.memory, byDimension: new Map(outer.memory.byDimension) },
    elements: [],
    ...freshState(from),
    end: to,
    depth: outer.depth + 1,
  };
}

function freshState(at: number) {
  return {
    at,
    phrase: emptyPhrase,
    segment: newSegment(at, 0),
    negated: false,
    negatedAt: 0,
    hazards: [] as string[],
    gravity: undefined,
    award: undefined,
    area: undefined,
    granting: false,
  };
}

export function newSegment(start: number, elements: number): Segment {
  return { start, unknown: [], yielded: false, elements };
}

/** The token at an offset from the current one; undefined outside the reader's stretch. */
export function tokenAt(reader: Reader, offset = 0): Token | undefined {
  const index = reader.at + offset;
  return index < reader.end && index >= 0 ? reader.tokens[index] : undefined;
}

export interface PartOptions {
  readonly standing?: boolean;
  readonly assumed?: boolean;
  /** Said as something that must not be. */
  readonly negatable?: boolean;
}

/** Adds a condition; under a negation it is turned round. */
export function addPart(reader: Reader, draft: Draft, span: Span, options: PartOptions = {}): void {
  const { standing = false, assumed = false, negatable = true } = options;
  const turned: Draft = reader.negated && negatable ? { kind: "not", part: draft } : draft;
  joinImplicitly(reader);
  reader.elements.push({ kind: "part", draft: turned, standing, assumed, span });
  reader.segment.yielded = true;
}

function joinImplicitly(reader: Reader): void {
  const last = reader.elements.at(-1);
  if (last?.kind === "part") reader.elements.push({ kind: "join", strength: 0, word: undefined });
}

/** Adds a joint; neighbours merge into the stronger one that keeps the word. */
export function addJoin(reader: Reader, strength: Strength, word: Join["word"]): void {
  const last = reader.elements.at(-1);
  if (last?.kind !== "join") reader.elements.push({ kind: "join", strength, word });
  else
    reader.elements[reader.elements.length - 1] = {
      kind: "join",
      strength: strength > last.strength ? strength : last.strength,
      word: word ?? last.word,
    };
}

/** Changes the phrase and notes where it began. */
export function say(reader: Reader, change: Partial<Phrase>): void {
  const start = reader.phrase.start ?? tokenAt(reader)?.start;
  reader.phrase = { ...reader.phrase, ...change, start };
}

/** The stretch from the phrase's first word to the end of a token. */
export function phraseSpan(reader: Reader, lastToken: number): Span {
  const end = reader.tokens[lastToken]?.end ?? 0;
  return { start: reader.phrase.start ?? reader.tokens[reader.at]?.start ?? end, end };
}

function yearsOf(tokens: readonly Token[]): Period | undefined {
  const found = tokens.find(
    ({ meaning }) => meaning.is === "period" && meaning.period.years > 1,
  )?.meaning;
  return found?.is === "period" ? found.period : undefined;
}

/** Index of the closing bracket of each opening one; unmatched brackets are left out. */
function bracketPairs(tokens: readonly Token[]): Map<number, number> {
  const open: number[] = [];
  const out = new Map<number, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.meaning.is === "open") open.push(index);
    if (token.meaning.is !== "close") continue;
    const start = open.pop();
    if (start !== undefined) out.set(start, index);
  }
  return out;
}
