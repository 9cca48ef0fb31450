/** What an exemption or a relaxation does to a condition. */
import { anyOf, type Draft, type DraftRow } from "./draft.ts";

export interface Change {
  readonly kind: "exempt" | "relax" | "soft";
  /** Who is exempt or favoured. */
  readonly when: Draft;
  /** What is asked of them instead. */
  readonly to: Draft | undefined;
}

/** The condition with the change worked in. */
export function relaxed(target: Draft, { kind, when, to }: Change): Draft {
  if (kind === "exempt" || to === undefined)
    return { kind: "any", parts: [kind === "soft" ? { ...when, soft: true } : when, target] };
  if (kind === "soft") return { kind: "any", parts: [target, { ...when, soft: true }] };
  if (sameMetric(target, to))
    return {
      kind: "tiers",
      rows: [
        { when, then: sided(to, target) },
        { when: "otherwise", then: target },
      ],
    };
  return { kind: "any", parts: [target, { kind: "all", parts: [when, withoutPart(to, target)] }] };
}

/** "60 this year; renewals 60 in either year": what the condition itself already allows is not said again. */
function withoutPart(draft: Draft, part: Draft): Draft {
  if (draft.kind !== "any") return draft;
  const rest = draft.parts.filter((one) => !sameTest(one, part));
  return anyOf(rest) ?? draft;
}

function sameTest(a: Draft, b: Draft): boolean {
  return (
    sameMetric(a, b) &&
    a.kind === "leaf" &&
    b.kind === "leaf" &&
    a.leaf.v === b.leaf.v &&
    a.leaf.op === b.leaf.op
  );
}

function sided(to: Draft, target: Draft): Draft {
  const op = target.kind === "leaf" ? target.leaf.op : undefined;
  if (to.kind !== "leaf" || to.bare !== true || op === undefined) return to;
  return { ...to, leaf: { ...to.leaf, op } };
}

function sameMetric(a: Draft, b: Draft): boolean {
  return a.kind === "leaf" && b.kind === "leaf" && a.leaf.m === b.leaf.m;
}

/**
 * Works a change into what was required before: a relaxation into the condition of the same measure, an exemption into
 * the last one. Returns the band of its own a relaxation makes when nothing before asks for that measure.
 */
export function applyChange(out: Draft[], change: Change): DraftRow | undefined {
  const { to, when } = change;
  const at = to === undefined ? out.length - 1 : out.findLastIndex((draft) => asksFor(draft, to));
  const target = out[at];
  if (target !== undefined) {
    out[at] = to === undefined ? relaxed(target, change) : relaxedWithin(target, change, to);
    return undefined;
  }
  if (to !== undefined && change.kind === "relax") return { when, then: to };
  if (change.kind === "soft") out.push({ ...when, soft: true });
  return undefined;
}

/** True when the draft asks for the measure of `to`, or for one of its alternatives. */
export function asksFor(draft: Draft, to: Draft | undefined): boolean {
  if (to === undefined) return false;
  if (to.kind === "any") return to.parts.some((part) => asksFor(draft, part));
  return (
    sameMetric(draft, to) || (draft.kind === "all" && draft.parts.some((part) => asksFor(part, to)))
  );
}

function relaxedWithin(target: Draft, change: Change, to: Draft): Draft {
  if (target.kind !== "all") return relaxed(target, change);
  return {
    ...target,
    parts: target.parts.map((part) => (asksFor(part, to) ? relaxedWithin(part, change, to) : part)),
  };
}
