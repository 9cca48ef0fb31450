/** What an exemption or a relaxation does to a condition. */
import type { Draft } from "./draft.ts";

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
  return { kind: "any", parts: [target, { kind: "all", parts: [when, to] }] };
}

function sided(to: Draft, target: Draft): Draft {
  const op = target.kind === "leaf" ? target.leaf.op : undefined;
  if (to.kind !== "leaf" || to.bare !== true || op === undefined) return to;
  return { ...to, leaf: { ...to.leaf, op } };
}

function sameMetric(a: Draft, b: Draft): boolean {
  return a.kind === "leaf" && b.kind === "leaf" && a.leaf.m === b.leaf.m;
}
