/** Builds the tree of a text from its elements: lists first, then bands, then the joints from the loosest to the tightest. */
import type { Draft } from "./draft.ts";
import type { Element } from "./element.ts";
import { foldLists } from "./fold-lists.ts";
import { parseClauses } from "./parse-clauses.ts";
import { parseSizeClasses } from "./parse-size-classes.ts";

/** The draft of all elements together; undefined when they hold no condition. */
export function parseElements(elements: readonly Element[]): Draft | undefined {
  if (elements.filter(isLabel).length > 1) return parseSizeClasses(elements, parseElements);
  return parseClauses(
    foldLists(elements, parseElements)
      .filter((element) => !isLabel(element))
      .map(asJoin),
  );
}

/** A size class; one by itself only describes. */
function isLabel(element: Element): boolean {
  return element.kind === "mark" && element.mark === "label";
}

/** Without a head of its own a numbered list is a row of sentences. */
function asJoin(element: Element): Element {
  const isItem = element.kind === "mark" && element.mark === "item";
  return isItem ? { kind: "join", strength: 4, word: undefined } : element;
}
