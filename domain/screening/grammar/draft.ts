/** A condition on its way from text to tree: it still knows the characters it came from and how firmly it was worded. */
import type { Benefit, Leaf } from "../condition.ts";

/** Offsets into the plain text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How the wording fixed the edge of a bound: "and above" and "(inclusive)" are explicit, bare "above" yields to them. */
export type Edge = "explicit" | "plain";

export interface DraftLeaf {
  readonly kind: "leaf";
  readonly leaf: Leaf;
  readonly spans: readonly Span[];
  readonly edge?: Edge;
  /** No word said which side of the number is meant: a relaxation keeps the side of what it relaxes. */
  readonly bare?: boolean;
  readonly soft?: boolean;
}

export interface DraftGroup {
  readonly kind: "all" | "any";
  readonly parts: readonly Draft[];
  readonly soft?: boolean;
  readonly benefit?: Benefit;
}

export interface DraftNot {
  readonly kind: "not";
  readonly part: Draft;
  readonly soft?: boolean;
}

export interface DraftRow {
  readonly label?: string;
  readonly when: Draft | "otherwise";
  readonly then?: Draft;
}

export interface DraftTiers {
  readonly kind: "tiers";
  readonly rows: readonly DraftRow[];
  readonly soft?: boolean;
}

export interface DraftForEach {
  readonly kind: "for_each";
  readonly metrics: readonly string[];
  readonly years?: number;
  readonly op: ">=" | ">" | "<=" | "<" | "==" | "!=";
  readonly value: string;
  readonly unit?: string;
  readonly spans: readonly Span[];
  readonly soft?: boolean;
}

export type Draft = DraftLeaf | DraftGroup | DraftNot | DraftTiers | DraftForEach;

/** Stands where a condition was said that could not be read, so that the joints around it keep their sides. */
export const hole: DraftLeaf = { kind: "leaf", leaf: { m: "" }, spans: [] };

/** The draft without its holes; undefined when nothing is left. */
export function withoutHoles(draft: Draft, denied = false): Draft | undefined {
  if (draft.kind === "leaf") return draft.leaf.m === "" ? undefined : draft;
  if (draft.kind === "for_each") return draft;
  if (draft.kind === "not") {
    const part = withoutHoles(draft.part, !denied);
    return part && { ...draft, part };
  }
  if (draft.kind !== "tiers") return groupWithoutHoles(draft, denied);
  const rows = draft.rows.flatMap((row) => rowWithoutHoles(row) ?? []);
  return rows.length === 0 ? undefined : { ...draft, rows };
}

function groupWithoutHoles(group: DraftGroup, denied: boolean): Draft | undefined {
  const parts = group.parts.flatMap((part) => withoutHoles(part, denied) ?? []);
  // "not both A and (unread)": without the second, A alone would be denied.
  if (denied && group.kind === "all" && parts.length < group.parts.length) return undefined;
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && group.benefit === undefined)
    return group.soft === true ? { ...only, soft: true } : only;
  return parts.length === 0 ? undefined : { ...group, parts };
}

/** A band whose description or requirement could not be read says nothing. */
function rowWithoutHoles({ label, when, then }: DraftRow): DraftRow | undefined {
  const whole = when === "otherwise" ? when : withoutHoles(when);
  const required = then === undefined ? undefined : withoutHoles(then);
  if (whole === undefined || (then !== undefined && required === undefined)) return undefined;
  return {
    ...(label === undefined ? {} : { label }),
    when: whole,
    ...(required === undefined ? {} : { then: required }),
  };
}

/** `all` of the parts, or the only one. */
export function allOf(parts: readonly Draft[]): Draft | undefined {
  return parts.length < 2 ? parts[0] : { kind: "all", parts };
}

/** `any` of the parts, or the only one. */
export function anyOf(parts: readonly Draft[]): Draft | undefined {
  return parts.length < 2 ? parts[0] : { kind: "any", parts };
}

/** More parts than this have too many combinations to spell out. */
const mostChoices = 6;

/** At least `count` of the parts: every combination of so many; undefined when they are too many to spell out. */
export function someOf(count: number, parts: readonly Draft[]): Draft | undefined {
  if (parts.length > mostChoices || count > parts.length) return undefined;
  return anyOf(combinations(count, parts).flatMap((chosen) => allOf(chosen) ?? []));
}

function combinations(count: number, parts: readonly Draft[]): readonly (readonly Draft[])[] {
  if (count === 0) return [[]];
  return parts.flatMap((part, index) =>
    combinations(count - 1, parts.slice(index + 1)).map((rest) => [part, ...rest]),
  );
}

/** The negation; of an alternative, that none of it holds. */
export function noneOf(draft: Draft): Draft {
  if (draft.kind === "not") return draft.part;
  if (draft.kind === "leaf" && typeof draft.leaf.v === "boolean")
    return { ...draft, leaf: { ...draft.leaf, op: "==", v: !draft.leaf.v } };
  if (draft.kind === "any") return { kind: "all", parts: draft.parts.map(noneOf) };
  return { kind: "not", part: draft };
}
