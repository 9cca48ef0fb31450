/** What the phrase reader hands to the clause parser: conditions, the joints between them, and marks that shape the whole. */
import type { Draft, Span } from "./draft.ts";
import type { Mark } from "./word.ts";

/** How far a joint holds apart: none within a phrase, then enumeration comma, comma, semicolon, full stop. */
export type Strength = 0 | 1 | 2 | 3 | 4;

export interface Part {
  readonly kind: "part";
  readonly draft: Draft;
  /** Governs every alternative that follows ("registered for a year, and either ... or ..."). */
  readonly standing: boolean;
  /** True of everyone the screening runs over; a condition only when nothing else is said. */
  readonly assumed: boolean;
  readonly span: Span;
  /** A title named before a requirement: who is asked for it when others are asked for something else, else the notice's aim. */
  readonly aim?: true;
}

export interface Join {
  readonly kind: "join";
  readonly strength: Strength;
  readonly word: "and" | "or" | undefined;
}

export interface MarkElement {
  readonly kind: "mark";
  /** `perhaps-then`: a band only when another such stands beside it ("manufacturers ..., software firms ..."). */
  readonly mark: Mark | "then" | "perhaps-then" | "label" | "item" | "head_some" | "some_of";
  /** Style of a list mark, name of a size class, or how many of several. */
  readonly text: string;
  readonly negated: boolean;
}

export type Element = Part | Join | MarkElement;
