/** Parses one clause (up to a semicolon) into its comma groups, band rows, or a change to the condition before it. */
import { allOf, anyOf, type Draft, type DraftRow, noneOf, someOf } from "./draft.ts";
import type { Element, MarkElement } from "./element.ts";
import { parseGroups } from "./parse-groups.ts";
import { type Change, relaxed } from "./relax.ts";
import { leavesOf } from "./settle-edges.ts";

export interface Clause {
  /** Conditions of the comma groups, all of which must hold. */
  readonly groups: readonly Draft[];
  /** Conditions said before the first band of the clause. */
  readonly preface: readonly Draft[];
  readonly rows: readonly DraftRow[];
  /** An exemption or relaxation of what was required before. */
  readonly change: Change | undefined;
  /** Another way in beside all that stands before. */
  readonly another?: boolean;
}

/** Parses a clause. */
export function parseClause(elements: readonly Element[]): Clause {
  if (hasMark(elements, "also"))
    return alsoAdmitted(elements.filter((element) => !isThen(element)));
  if (hasMark(elements, "refuse")) return plain(refused(elements));
  if (hasMark(elements, "exempt") || hasMark(elements, "relax") || hasMark(elements, "relax_soft"))
    return changed(elements);
  if (hasMark(elements, "then") || hasMark(elements, "otherwise")) return banded(elements);
  return plain(oneOf(elements));
}

/** "at least 50 this year, renewals at least 50 last year also": the last group is another way in. */
function alsoAdmitted(elements: readonly Element[]): Clause {
  const groups = oneOf(elements);
  const last = groups.at(-1);
  const before = allOf(groups.slice(0, -1));
  if (!hasMark(elements, "also") || last === undefined || before === undefined)
    return { ...plain(groups), another: true };
  const renewals =
    groups.length === 2 && leavesOf(last).some(({ leaf }) => leaf.m === "is_renewal");
  return renewals
    ? plain([{ kind: "any", parts: [before, last] }])
    : { ...plain(groups), another: true };
}

const plain = (groups: readonly (Draft | undefined)[]): Clause => ({
  groups: groups.filter((draft) => draft !== undefined),
  preface: [],
  rows: [],
  change: undefined,
});

function hasMark(elements: readonly Element[], mark: MarkElement["mark"]): boolean {
  return elements.some((element) => element.kind === "mark" && element.mark === mark);
}

/** "those who ... are not admitted": none of it may hold; figures asked for before a comma still must. */
function refused(elements: readonly Element[]): readonly Draft[] {
  const first = elements.findIndex(isRefusal);
  const rest = elements.slice(first + 1);
  if (rest.some(isRefusal)) return [...refused(elements.slice(0, first + 1)), ...refused(rest)];
  const kept = elements
    .filter((element) => element.kind !== "mark" || element.mark === "one_of")
    .map(asChoice);
  const groups = oneOf(kept);
  return groups.map((group, index) => {
    const asked =
      index < groups.length - 1 && leavesOf(group).every(({ leaf }) => typeof leaf.v === "number");
    return asked ? group : noneOf(group);
  });
}

/** In what is refused, an enumeration is a choice: any of it refuses. */
function asChoice(element: Element): Element {
  const listed = element.kind === "join" && element.strength === 1 && element.word === undefined;
  return listed ? { ...element, word: "or" } : element;
}

function isRefusal(element: Element): boolean {
  return element.kind === "mark" && element.mark === "refuse";
}

/** "A, B, C: one of them" makes the groups of the clause alternatives. */
function oneOf(elements: readonly Element[]): readonly Draft[] {
  const at = elements.findIndex(
    (element) => element.kind === "mark" && ["one_of", "some_of"].includes(element.mark),
  );
  const mark = elements[at];
  if (mark === undefined || mark.kind !== "mark") return parseGroups(elements);
  const before = elements.slice(0, at);
  const groups = splitCommas(before);
  const last = groups.at(-1) ?? [];
  const near = last.filter((element) => element.kind === "part").length > 1;
  const chosen = near ? last : before;
  const kept = near ? groups.slice(0, -1).flat() : [];
  const parts = chosen.flatMap((element) => (element.kind === "part" ? [element.draft] : []));
  const choice = mark.mark === "some_of" ? someOf(Number(mark.text), parts) : anyOf(parts);
  return [
    ...parseGroups(kept),
    ...(choice ? [choice] : []),
    ...parseGroups(elements.slice(at + 1)),
  ];
}

/** Groups of elements between commas, the commas themselves left out. */
function splitCommas(elements: readonly Element[]): readonly (readonly Element[])[] {
  const out: Element[][] = [[]];
  for (const element of elements) {
    if (element.kind === "join" && element.strength >= 2) out.push([]);
    else out.at(-1)?.push(element);
  }
  return out.filter((group) => group.length > 0);
}

/** "enterprises with A, ...; with B, ...": each such group opens a row that the following groups fill. */
function banded(elements: readonly Element[]): Clause {
  const preface: Element[] = [];
  const rows: { when: Draft | "otherwise"; then: Element[] }[] = [];
  for (const group of splitKeepingCommas(elements)) {
    const { band, rest } = splitBand(group);
    const when = band && bandOf(band);
    if (when !== undefined) rows.push({ when, then: [...rest] });
    else (rows.at(-1)?.then ?? preface).push(...group);
  }
  if (rows.length === 0) return plain(parseGroups(preface));
  const filled = rows.map(({ when, then }) => ({ when, then: allOf(parseGroups(then)) }));
  if (filled.every(({ then }) => then === undefined))
    return plain(oneOf(elements.filter((element) => !isThen(element))));
  if (filled.some(({ then }) => then === undefined)) return unfilled(preface, filled);
  return {
    groups: [],
    preface: parseGroups(preface),
    rows: filled.map(({ when, then }) => (then === undefined ? { when } : { when, then })),
    change: undefined,
  };
}

function isThen(element: Element): boolean {
  return element.kind === "mark" && element.mark === "then";
}

interface Filled {
  readonly when: Draft | "otherwise";
  readonly then: Draft | undefined;
}

/** A description without a requirement after it is itself the requirement. */
function unfilled(preface: readonly Element[], rows: readonly Filled[]): Clause {
  const drafts = rows.flatMap(({ when, then }) => [
    ...(when === "otherwise" ? [] : [when]),
    ...(then ? [then] : []),
  ]);
  return plain([...parseGroups(preface), ...drafts]);
}

interface BandSplit {
  readonly band: readonly Element[] | undefined;
  readonly rest: readonly Element[];
}

/** "... enterprises, not below 3%": the description, and the requirement when it follows without a comma. */
function splitBand(group: readonly Element[]): BandSplit {
  const at = group.findIndex(
    (element) => element.kind === "mark" && ["then", "otherwise"].includes(element.mark),
  );
  if (at < 0) return { band: undefined, rest: group };
  return { band: group.slice(0, at + 1), rest: group.slice(at + 1) };
}

function bandOf(group: readonly Element[]): Draft | "otherwise" | undefined {
  if (hasMark(group, "otherwise")) return "otherwise";
  const parts = group.filter((element) => element.kind === "part");
  if (parts.every((part) => part.standing)) return undefined;
  return allOf(
    parseGroups(group.filter((element) => element.kind !== "mark" || element.mark === "soft")),
  );
}

function splitKeepingCommas(elements: readonly Element[]): readonly (readonly Element[])[] {
  const out: Element[][] = [[]];
  for (const element of elements) {
    const last = out.at(-1);
    last?.push(element);
    if (element.kind === "join" && element.strength >= 2 && element.word === undefined)
      out.push([]);
  }
  return out.filter((group) => group.length > 0);
}

/** "renewals need not meet it", "may be relaxed to ...": changes what stands before, in this clause or the last. */
function changed(elements: readonly Element[]): Clause {
  const at = elements.findIndex(
    (element) =>
      element.kind === "mark" && ["exempt", "relax", "relax_soft"].includes(element.mark),
  );
  const mark = elements[at];
  const told = elements.slice(0, at).filter((element) => element.kind !== "mark");
  const said = parseGroups(told);
  const conditions = told.filter((element) => element.kind === "part");
  const { own, others } = othersAfter(elements.slice(at + 1));
  const to = allOf(parseGroups(own));
  const kind =
    mark?.kind === "mark" && mark.mark === "relax_soft"
      ? "soft"
      : to === undefined
        ? "exempt"
        : "relax";
  if (conditions.length > 1 && said.length === 1 && !told.some(isWord))
    return exemptedTarget(conditions.map((element) => element.draft));
  const when = said.at(-1);
  if (when === undefined) return plain([]);
  const change: Change = { kind, when, to };
  if (others !== undefined) return plain([...said.slice(0, -1), relaxed(others, change)]);
  return { groups: said.slice(0, -1), preface: [], rows: [], change };
}

interface After {
  readonly own: readonly Element[];
  /** What is asked of everyone else, said in the same breath. */
  readonly others: Draft | undefined;
}

/** "... need not; the others not below 5%", "... not below 2 years, the others not below 3". */
function othersAfter(elements: readonly Element[]): After {
  const at = elements.findIndex(isOthers);
  if (at < 0) return { own: elements, others: undefined };
  const rest = elements.slice(at + 1).filter((element) => element.kind !== "mark");
  return { own: elements.slice(0, at), others: allOf(parseGroups(rest)) };
}

function isOthers(element: Element): boolean {
  if (element.kind === "mark") return element.mark === "otherwise";
  const draft = element.kind === "part" ? element.draft : undefined;
  return draft?.kind === "leaf" && draft.leaf.m === "is_renewal" && draft.leaf.v === false;
}

function isWord(element: Element): boolean {
  return element.kind === "join" && element.word !== undefined;
}

/** "for renewals, the condition ... is not examined": the first is who, the rest is what. */
function exemptedTarget(drafts: readonly Draft[]): Clause {
  const [when, ...what] = drafts;
  const target = allOf(what);
  return plain(when && target ? [{ kind: "any", parts: [when, target] }] : []);
}
