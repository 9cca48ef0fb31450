/** Folds "any of the following: ..." and "all of the following: ..." with their items into one condition. */
import { allOf, anyOf, type Draft, noneOf, someOf } from "./draft.ts";
import type { Element, MarkElement, Part } from "./element.ts";

type Parse = (elements: readonly Element[]) => Draft | undefined;

/** The elements with the first list folded into a part; its items are parsed by `parse`, which folds lists inside them. */
export function foldLists(elements: readonly Element[], parse: Parse): readonly Element[] {
  const at = elements.findIndex(isHead);
  const head = elements[at];
  if (head === undefined || head.kind !== "mark") return elements;
  const { rest, outside } = listReach(elements, at);
  const { items, after } = itemsOf(rest, head);
  const drafts = items.flatMap((item) => parse(item.filter((one) => !isRefusal(one))) ?? []);
  const list = chosen(head, drafts);
  if (list === undefined) return [...elements.slice(0, at), ...after, ...outside];
  const refused = head.negated || rest.slice(0, firstPart(rest)).some(isRefusal);
  return [
    ...elements.slice(0, at),
    part(refused ? noneOf(list) : list),
    ...foldLists([...after, ...outside], parse),
  ];
}

function chosen(head: MarkElement, drafts: readonly Draft[]): Draft | undefined {
  if (head.mark === "head_some") return someOf(Number(head.text), drafts);
  return head.mark === "head_any" ? anyOf(drafts.map(unbanded)) : allOf(drafts);
}

/** "those below 50 million, growing by 20%" as one of several ways in: both must hold. */
function unbanded(draft: Draft): Draft {
  const [row, second] = draft.kind === "tiers" ? draft.rows : [];
  if (row?.then === undefined || row.when === "otherwise" || second !== undefined) return draft;
  return { kind: "all", parts: [row.when, row.then] };
}

/** A list ends where the list it stands in goes on. */
function listReach(elements: readonly Element[], head: number) {
  const outer = new Set(elements.slice(0, head).map((one) => (isItemMark(one) ? textOf(one) : "")));
  const end = elements.findIndex(
    (one, index) => index > head && isItemMark(one) && outer.has(textOf(one)),
  );
  const reach = end < 0 ? elements.length : end;
  return { rest: elements.slice(head + 1, reach), outside: elements.slice(reach) };
}

function textOf(element: Element): string {
  return element.kind === "mark" ? element.text : "";
}

function isHead(element: Element): boolean {
  return element.kind === "mark" && element.mark.startsWith("head_");
}

function isRefusal(element: Element): boolean {
  return element.kind === "mark" && element.mark === "refuse";
}

function firstPart(elements: readonly Element[]): number {
  const at = elements.findIndex((element) => element.kind === "part");
  return at < 0 ? elements.length : at;
}

function part(draft: Draft): Part {
  return { kind: "part", draft, standing: false, assumed: false, span: { start: 0, end: 0 } };
}

interface Items {
  readonly items: readonly (readonly Element[])[];
  readonly after: readonly Element[];
}

/** Numbered items run to the end; unnumbered ones to the end of the sentence, or of the clause after "all of". */
function itemsOf(rest: readonly Element[], head: MarkElement): Items {
  const from = rest.findIndex(
    (element) => element.kind === "part" || isItemMark(element) || isHead(element),
  );
  const lead = rest[from];
  if (lead !== undefined && isItemMark(lead))
    return { items: splitItems(rest.slice(from)), after: [] };
  const banded = rest.some((element) => element.kind === "mark" && element.mark === "then");
  const strength = head.mark === "head_all" && !banded ? 3 : 4;
  const end = rest.findIndex(
    (element, index) => index >= from && element.kind === "join" && element.strength >= strength,
  );
  const list = end < 0 ? rest : rest.slice(0, end);
  const after = end < 0 ? [] : rest.slice(end);
  return { items: head.mark === "head_all" ? [list] : alternatives(list), after };
}

/** Unnumbered alternatives are parted by semicolons, or by commas when there are none. */
function alternatives(list: readonly Element[]): readonly (readonly Element[])[] {
  const strongest = Math.max(
    0,
    ...list.map((element) => (element.kind === "join" ? element.strength : 0)),
  );
  const out: Element[][] = [[]];
  for (const element of list) {
    const parts =
      element.kind === "join" && element.strength === strongest && element.word !== "and";
    if (parts) out.push([]);
    else out.at(-1)?.push(element);
  }
  return out;
}

/** The elements parted at list marks of the first style; what stands before the first mark is an item of its own. */
function splitItems(elements: readonly Element[]): readonly (readonly Element[])[] {
  const first = elements.find(isItemMark);
  if (first === undefined || first.kind !== "mark") return [elements];
  const out: Element[][] = [[]];
  for (const element of elements) {
    if (element.kind === "mark" && element.mark === "item" && element.text === first.text)
      out.push([]);
    else out.at(-1)?.push(element);
  }
  return out.filter((item) => item.some((element) => element.kind !== "join"));
}

function isItemMark(element: Element): boolean {
  return element.kind === "mark" && element.mark === "item";
}
