/** Builds the tree of a text from its elements: lists first, then bands, then the joints from the loosest to the tightest. */
import { allOf, type Draft } from "./draft.ts";
import type { Element } from "./element.ts";
import { foldLists, splitItems } from "./fold-lists.ts";
import { parseClauses } from "./parse-clauses.ts";
import { parseSizeClasses } from "./parse-size-classes.ts";

/** The draft of all elements together; undefined when they hold no condition. */
export function parseElements(elements: readonly Element[]): Draft | undefined {
  if (elements.some((element) => element.kind === "mark" && element.mark === "label"))
    return parseSizeClasses(elements, parseElements);
  const folded = foldLists(elements, parseElements);
  const items = splitItems(folded);
  if (items.length < 2) return parseClauses(folded.filter((element) => !isItem(element)));
  return allOf(items.flatMap((item) => parseElements(item) ?? []));
}

function isItem(element: Element): boolean {
  return element.kind === "mark" && element.mark === "item";
}
