/** Parses a clause without bands: commas part conditions, then ", or", then ", and", then what stands without a comma. */
import { allOf, anyOf, type Draft } from "./draft.ts";
import type { Element, Join, Part } from "./element.ts";
import { leavesOf } from "./settle-edges.ts";

/** Conditions of the comma groups, all of which must hold. */
export function parseGroups(elements: readonly Element[]): readonly Draft[] {
  return split(elements, (join) => join.strength >= 2 && join.word === undefined).flatMap((group) =>
    parseOr(group),
  );
}

/** Applicant conditions before an alternative govern every branch of it. */
function parseOr(elements: readonly Element[]): readonly Draft[] {
  const branches = split(elements, (join) => join.strength >= 2 && join.word === "or");
  const head = branches.length > 1 ? standingHead(elements, branches.slice(1)) : undefined;
  const drafts = branches.flatMap((branch) => parseAnd(branch) ?? []);
  if (head === undefined) return branches.length > 1 ? wrap(elements, anyOf(drafts)) : drafts;
  const rest = parseOr(elements.slice(head.length));
  return [...head.flatMap((element) => (element.kind === "part" ? [element.draft] : [])), ...rest];
}

/** Not where another branch says the same of itself: "up to 5 years old and ..., or 5 to 9 years old and ...". */
function standingHead(
  elements: readonly Element[],
  others: readonly (readonly Element[])[],
): readonly Element[] | undefined {
  const [first, join] = elements;
  const own = first?.kind === "part" ? leavesOf(first.draft)[0]?.leaf.m : undefined;
  const again = others
    .flat()
    .some((one) => one.kind === "part" && leavesOf(one.draft).some(({ leaf }) => leaf.m === own));
  const stands = first?.kind === "part" && first.standing && !again;
  return stands && join?.kind === "join" && join.strength < 2 && join.word !== "or"
    ? elements.slice(0, 2)
    : undefined;
}

/** A softening word makes the whole group a matter for a person. */
function wrap(elements: readonly Element[], draft: Draft | undefined): readonly Draft[] {
  if (draft === undefined) return [];
  const soft = elements.some((element) => element.kind === "mark" && element.mark === "soft");
  return [soft ? { ...draft, soft: true } : draft];
}

function parseAnd(elements: readonly Element[]): Draft | undefined {
  const branches = split(elements, (join) => join.strength >= 2 && join.word === "and");
  // "not below 50 million, in principle not above 500, and growing by 15%": only the limit after the word is soft.
  return allOf(branches.flatMap((branch) => wrap(branch, parseTight(branch))));
}

/** Enumeration commas take the word of their enumeration; "and" binds tighter than "or". */
function parseTight(elements: readonly Element[]): Draft | undefined {
  const parts = elements
    .filter((element): element is Part => element.kind === "part")
    .map((part) => part.draft);
  const joins = elements.filter((element): element is Join => element.kind === "join");
  const choice =
    joins.some((join) => join.word === "or") &&
    joins.every((join) => join.word === "or" || (join.strength === 1 && join.word === undefined));
  if (choice) return anyOf(parts);
  const runs = split(elements, (join) => join.strength === 1 && join.word === undefined);
  return allOf(runs.flatMap((run) => parseRun(run) ?? []));
}

function parseRun(elements: readonly Element[]): Draft | undefined {
  const branches = split(elements, (join) => join.word === "or");
  return anyOf(
    branches.flatMap(
      (branch) => allOf(branch.flatMap((one) => (one.kind === "part" ? [one.draft] : []))) ?? [],
    ),
  );
}

function split(
  elements: readonly Element[],
  at: (join: Join) => boolean,
): readonly (readonly Element[])[] {
  const out: Element[][] = [[]];
  for (const element of elements) {
    if (element.kind === "join" && at(element)) out.push([]);
    else out.at(-1)?.push(element);
  }
  return out.filter((group) => group.length > 0);
}
