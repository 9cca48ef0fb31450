/** Works the conditions of a bracket into the condition before it. */
import { allOf, type Draft, noneOf } from "./draft.ts";
import type { Element, MarkElement, Part } from "./element.ts";
import { parseElements } from "./parse-elements.ts";
import { relaxed } from "./relax.ts";
import { leavesOf } from "./settle-edges.ts";

/** Changes the last condition of `elements` by what the bracket says; with none before it, the bracket stands for itself. */
export function applyBracket(elements: Element[], inner: readonly Element[]): void {
  const at = elements.findLastIndex((element) => element.kind === "part");
  const target = elements[at];
  if (target === undefined || target.kind !== "part" || at < elements.length - 2) {
    const alone = parseElements(inner.filter((element) => element.kind !== "mark"));
    if (alone !== undefined && target === undefined) elements.push(...inner);
    return;
  }
  const draft = changedBy(target, inner);
  if (draft !== undefined) elements[at] = { ...target, draft, assumed: false };
}

function changedBy({ draft: target }: Part, inner: readonly Element[]): Draft | undefined {
  const exempt = split(inner, "exempt") ?? split(inner, "relax") ?? split(inner, "relax_soft");
  if (exempt !== undefined) {
    const when = parseElements(exempt.before);
    // "manufacturers (... excepted)" are not those; "at least 30 staff (... excepted)" need not be so many.
    if (
      exempt.excepts &&
      when !== undefined &&
      leavesOf(target).some(({ leaf }) => typeof leaf.v !== "number")
    )
      return allOf([target, noneOf(when)]);
    const kind = exempt.mark === "relax_soft" ? "soft" : exempt.mark;
    // Relaxed for some whom no register knows: a person decides about whoever does not meet it.
    if (when === undefined && kind !== "relax") return { ...target, soft: true };
    return when && relaxed(target, { kind, when, to: parseElements(exempt.after) });
  }
  const then = inner.findIndex((element) => isThen(element));
  if (then > 0) return banded(target, inner.slice(0, then), inner.slice(then + 1));
  const said = parseElements(inner);
  if (said === undefined) return undefined;
  const [first] = inner;
  if (first?.kind === "join" && first.word === "or") return { kind: "any", parts: [target, said] };
  if (explainsYears(target, said)) return said;
  return allOf([target, said]);
}

/** "not below 10% (new applicants not below 15%)": a bracket that asks something else of some. */
function banded(
  target: Draft,
  who: readonly Element[],
  what: readonly Element[],
): Draft | undefined {
  const when = parseElements(who);
  const to = parseElements(what);
  // "(examined of new applicants only)": renewals need not meet it.
  const fresh = when?.kind === "leaf" && when.leaf.m === "is_renewal" && when.leaf.v === false;
  if (fresh && to === undefined) return { kind: "any", parts: [noneOf(when), target] };
  if (when === undefined || to === undefined) return when && allOf([target, when]);
  return relaxed(target, { kind: "relax", when, to });
}

/** "operating for three years (three full fiscal years)": the bracket says what is counted. */
function explainsYears(target: Draft, said: Draft): boolean {
  const ids = [target, said].map((draft) => (draft.kind === "leaf" ? draft.leaf.m : ""));
  return ids[1] === "operating_full_fiscal_years" && ids[0] !== "";
}

interface Split {
  readonly mark: "exempt" | "relax" | "relax_soft";
  readonly before: readonly Element[];
  readonly after: readonly Element[];
  /** Worded as an exception, not as an exemption. */
  readonly excepts: boolean;
}

function split(elements: readonly Element[], mark: Split["mark"]): Split | undefined {
  const at = elements.findIndex((element) => element.kind === "mark" && element.mark === mark);
  if (at < 0) return undefined;
  const conditions = (part: readonly Element[]): Element[] =>
    part.filter((element) => !isThen(element));
  return {
    mark,
    excepts: isExcept(elements[at]),
    before: conditions(elements.slice(0, at)),
    after: conditions(elements.slice(at + 1)),
  };
}

function isExcept(element: Element | undefined): boolean {
  return element?.kind === "mark" && element.text === "except";
}

function isThen(element: Element): element is MarkElement {
  return element.kind === "mark" && (element.mark === "then" || element.mark === "perhaps-then");
}
