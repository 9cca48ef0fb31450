/** Builds the tree of a text from its elements: lists first, then bands, then the joints from the loosest to the tightest. */
import type { Draft } from "./draft.ts";
import type { Element } from "./element.ts";
import { foldLists } from "./fold-lists.ts";
import { parseClauses } from "./parse-clauses.ts";
import { parseSizeClasses } from "./parse-size-classes.ts";

/** The draft of all elements together; undefined when they hold no condition. */
export function parseElements(elements: readonly Element[]): Draft | undefined {
  if (elements.some((element) => element.kind === "mark" && element.mark === "label"))
    return parseSizeClasses(elements, parseElements);
  return parseClauses(foldLists(elements, parseElements).map(asJoin));
}

/** Without a head of its own a numbered list is a row of sentences. */
function asJoin(element: Element): Element {
  const isItem = element.kind === "mark" && element.mark === "item";
  return isItem ? { kind: "join", strength: 4, word: undefined } : element;
}
