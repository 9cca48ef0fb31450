/** Parses the clauses of a text (parted by semicolons and full stops): conditions, bands, exemptions, refusals. */
import { bandRows } from "./band-rows.ts";
import { allOf, anyOf, type Draft, type DraftLeaf, type DraftRow, noneOf } from "./draft.ts";
import type { Element, Join } from "./element.ts";
import { type Clause, parseClause } from "./parse-clause.ts";
import { leavesOf } from "./settle-edges.ts";
import { applyChange, asksFor, type Change } from "./relax.ts";

interface Joined {
  readonly clause: Clause;
  readonly join: Join | undefined;
}

/** The draft of all clauses; undefined when none holds a condition. */
export function parseClauses(elements: readonly Element[]): Draft | undefined {
  const joined = splitClauses(withBands(elements)).map(({ elements: own, join }) => ({
    clause: parseClause(own),
    join,
  }));
  const bands = bandRows(joined.map(({ clause }) => clause));
  if (bands !== undefined) return bands;
  const out: Draft[] = [];
  let rows: DraftRow[] = [];
  let waiting: Change | undefined;
  for (const one of joined) {
    if (one.clause.rows.length > 0) out.push(...one.clause.preface);
    rows.push(...one.clause.rows);
    if (one.clause.rows.length > 0) continue;
    addTiers(out, rows);
    rows = [];
    const awaited = waiting && answered(waiting, one.clause);
    if (awaited === undefined) combine(out, one, alternates(joined));
    else out.push(awaited);
    const { change } = one.clause;
    waiting = change !== undefined && awaits(joined, one, change) ? change : undefined;
    if (change === undefined || waiting !== undefined) continue;
    const row = applyChange(out, change) ?? exemptRow(out, change);
    if (row !== undefined) rows.push(row);
  }
  addTiers(out, rows);
  return alternates(joined) ? anyOf(out) : allOf(out);
}

/** "may be 5 million for those of the trade; at least 10 million": the rule stands after what is changed of it. */
function awaits(joined: readonly Joined[], one: Joined, change: Change): boolean {
  const next = joined[joined.indexOf(one) + 1];
  return next !== undefined && answered(change, next.clause) !== undefined;
}

/** The next clause with the change worked in; undefined when it is no rule for the change. */
function answered(change: Change, { groups, rows }: Clause): Draft | undefined {
  if (rows.length > 0) return undefined;
  if (change.to === undefined) return exemptedByNext(change, groups);
  const out = [...groups];
  if (change.kind !== "relax" || !out.some((draft) => asksFor(draft, change.to))) return undefined;
  applyChange(out, change);
  return allOf(out);
}

/** "younger than 3 years need not; 3 years and older at least 10 million": younger, or at least so much. */
function exemptedByNext({ kind, when }: Change, groups: readonly Draft[]): Draft | undefined {
  const rest = groups.filter((draft) => !isOpposite(when, draft));
  const asked = allOf(rest);
  if (kind !== "exempt" || rest.length === groups.length || asked === undefined) return undefined;
  return { kind: "any", parts: [when, asked] };
}

/** "below 3 years" and "3 years and above". */
function isOpposite(a: Draft, b: Draft): boolean {
  if (a.kind !== "leaf" || b.kind !== "leaf" || typeof a.leaf.v !== "number") return false;
  const [side, other] = [a.leaf.op?.charAt(0), b.leaf.op?.charAt(0)];
  const apart = (side === "<" && other === ">") || (side === ">" && other === "<");
  return a.leaf.m === b.leaf.m && a.leaf.v === b.leaf.v && apart;
}

/** An exemption with nothing before it waits for what the others must meet. */
function exemptRow(out: readonly Draft[], { kind, when }: Change): DraftRow | undefined {
  return kind === "exempt" && out.length === 0 ? { when } : undefined;
}

/** Descriptions of whom a requirement is for are bands only when there are several. */
function withBands(elements: readonly Element[]): readonly Element[] {
  const perhaps = elements.filter(
    (element) => element.kind === "mark" && element.mark === "perhaps-then",
  );
  if (perhaps.length === 0) return elements;
  const several =
    perhaps.length > 1 ||
    elements.some((element) => element.kind === "mark" && element.mark === "otherwise");
  return elements.flatMap((element): readonly Element[] => {
    if (element.kind === "part" && element.aim === true && !several) return [];
    if (element.kind !== "mark" || element.mark !== "perhaps-then") return [element];
    return several || isLater(elements, element) ? [{ ...element, mark: "then" }] : [];
  });
}

/** "at least 50 million; software firms at least 20 million": after a requirement for all, one kind is a band. */
function isLater(elements: readonly Element[], mark: Element): boolean {
  const before = elements.slice(0, elements.indexOf(mark));
  const at = before.findLastIndex((element) => element.kind === "join" && element.strength >= 3);
  return before.slice(0, Math.max(0, at)).some((element) => element.kind === "part");
}

/** One band described without a number says who may apply, not what applies to whom; renewals stay a band. */
function addTiers(out: Draft[], given: readonly DraftRow[]): void {
  const rows = given.flatMap(spread);
  const [first, second] = rows;
  if (first === undefined) return;
  const { when, then } = first;
  if (when !== "otherwise" && then === undefined) {
    // "those with A need not; the others must B": A or B.
    if (second?.then !== undefined) out.push({ kind: "any", parts: [when, second.then] });
  } else if (when === "otherwise" && then !== undefined && bandOfKind(out, then) !== undefined)
    out.push({ kind: "tiers", rows: [...(bandOfKind(out.splice(-1), then) ?? []), first] });
  else if (rows.length > 1 || when === "otherwise" || then === undefined)
    out.push({ kind: "tiers", rows });
  else if (isExempting(when) && !out.some((draft) => asksFor(draft, then)))
    out.push({ kind: "any", parts: [noneOf(when), then] });
  else if (excludesLast(out, when))
    out.push({ kind: "any", parts: [...out.splice(-1), { kind: "all", parts: [when, then] }] });
  else if (leavesOf(when).every(isKind) && !out.some((draft) => asksFor(draft, then)))
    out.push(when, then);
  else if (out.some((draft) => asksFor(draft, then)))
    applyChange(out, { kind: "relax", when, to: then });
  else out.push({ kind: "tiers", rows });
}

/** "below 50, 50 to 200, above 200: respectively 5, 4, 3 %": as many bands as figures. */
function spread(row: DraftRow): readonly DraftRow[] {
  const { when, then } = row;
  if (when === "otherwise" || when.kind !== "all" || then?.kind !== "all") return [row];
  const of = new Set(leavesOf(when).map(({ leaf }) => leaf.m));
  const asked = new Set(leavesOf(then).map(({ leaf }) => leaf.m));
  const fits = when.parts.length === then.parts.length && when.parts.length > 2;
  if (!fits || of.size !== 1 || asked.size !== 1) return [row];
  return when.parts.flatMap((part, index) => {
    const figure = then.parts[index];
    return figure === undefined ? [] : [{ when: part, then: figure }];
  });
}

/** "all but renewals", "new applicants": who is not meant need not meet it. */
function isExempting(when: Draft): boolean {
  const denied = when.kind === "not" && when.part.kind === "leaf" ? when.part.leaf.m : undefined;
  return denied === "title_valid" || denied === "is_renewal" || isNewApplicant(when);
}

/** "80 million and above; those below it shall ...": the second is for whoever does not meet the first. */
function excludesLast(out: readonly Draft[], when: Draft): boolean {
  const last = out.at(-1);
  if (last?.kind !== "leaf" || when.kind !== "leaf" || typeof last.leaf.v !== "number")
    return false;
  const { m, op, v } = when.leaf;
  const over = last.leaf.op === ">=" || last.leaf.op === ">";
  return last.leaf.m === m && last.leaf.v === v && over && (op === "<" || op === "<=");
}

/** "holders of A, at least 3%; others at least 5%": what stands before is the band of those named. */
function bandOfKind(out: readonly Draft[], then: Draft): readonly DraftRow[] | undefined {
  const last = out.at(-1);
  if (last?.kind !== "all") return undefined;
  const when = allOf(last.parts.filter(isKindOf));
  const asked = allOf(last.parts.filter((part) => !isKindOf(part)));
  if (when === undefined || asked === undefined || !asksFor(asked, then)) return undefined;
  return [{ when, then: asked }];
}

function isKindOf(draft: Draft): boolean {
  return leavesOf(draft).length > 0 && leavesOf(draft).every(isKind);
}

function isKind({ leaf }: DraftLeaf): boolean {
  return typeof leaf.v !== "number" && leaf.m !== "is_renewal";
}

function combine(out: Draft[], { clause, join }: Joined, alternating: boolean): void {
  const last = out.at(-1);
  const draft = allOf(clause.groups);
  if (draft === undefined || (last !== undefined && isNewApplicant(draft))) return;
  if (clause.another === true && last !== undefined)
    out.push({ kind: "any", parts: [allOf(out.splice(0)) ?? last, draft] });
  else if (join?.word === "or" && last !== undefined && !alternating)
    out[out.length - 1] = { kind: "any", parts: [last, draft] };
  else out.push(draft);
}

/** "new applicants must still meet it" adds nothing to "renewals need not". */
function isNewApplicant(draft: Draft): boolean {
  return draft.kind === "leaf" && draft.leaf.m === "is_renewal" && draft.leaf.v === false;
}

/** "A; B; or C" is one choice of three; with full stops between, "or" binds only its neighbours. */
function alternates(joined: readonly Joined[]): boolean {
  const joins = joined.slice(1).map(({ join }) => join);
  return (
    joins.length > 1 && joins.at(-1)?.word === "or" && joins.every((join) => join?.strength === 3)
  );
}

interface ClauseElements {
  readonly elements: readonly Element[];
  readonly join: Join | undefined;
}

function splitClauses(elements: readonly Element[]): ClauseElements[] {
  const out: { elements: Element[]; join: Join | undefined }[] = [
    { elements: [], join: undefined },
  ];
  for (const element of elements) {
    if (element.kind === "join" && element.strength >= 3) out.push({ elements: [], join: element });
    else out.at(-1)?.elements.push(element);
  }
  return out.filter((clause) => clause.elements.some((element) => element.kind !== "join"));
}
