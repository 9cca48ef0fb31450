/**
 * Decides the edges bare words leave open: "above X" and "below X" include X (Civil Code art. 1259), unless the same
 * text gives X to the other side with "and above" or "(inclusive)".
 */
import type { Draft, DraftLeaf, DraftRow } from "./draft.ts";

/** The draft with every yielding edge made strict. */
export function settleEdges(draft: Draft): Draft {
  const claimed = new Set<string>();
  for (const leaf of leavesOf(draft)) if (leaf.edge === "explicit") claimed.add(claim(leaf));
  return claimed.size === 0 ? draft : mapLeaves(draft, (leaf) => yielded(leaf, claimed));
}

const claim = ({ leaf }: DraftLeaf): string => `${leaf.m} ${leaf.op} ${String(leaf.v)}`;

const opposite: Readonly<Record<string, string>> = { ">=": "<=", "<=": ">=" };

function yielded(draft: DraftLeaf, claimed: ReadonlySet<string>): DraftLeaf {
  const { leaf, edge } = draft;
  const other = opposite[leaf.op ?? ""];
  if (
    edge !== "plain" ||
    other === undefined ||
    !claimed.has(`${leaf.m} ${other} ${String(leaf.v)}`)
  )
    return draft;
  return { ...draft, leaf: { ...leaf, op: leaf.op === ">=" ? ">" : "<" } };
}

/** Every leaf of a draft, in order. */
export function leavesOf(draft: Draft): readonly DraftLeaf[] {
  if (draft.kind === "leaf") return [draft];
  if (draft.kind === "not") return leavesOf(draft.part);
  if (draft.kind === "for_each") return [];
  if (draft.kind !== "tiers") return draft.parts.flatMap(leavesOf);
  return draft.rows.flatMap((row) => [
    ...(row.when === "otherwise" ? [] : leavesOf(row.when)),
    ...(row.then === undefined ? [] : leavesOf(row.then)),
  ]);
}

/** The draft with every leaf replaced. */
export function mapLeaves(draft: Draft, change: (leaf: DraftLeaf) => DraftLeaf): Draft {
  if (draft.kind === "leaf") return change(draft);
  if (draft.kind === "for_each") return draft;
  if (draft.kind === "not") return { ...draft, part: mapLeaves(draft.part, change) };
  if (draft.kind !== "tiers")
    return { ...draft, parts: draft.parts.map((part) => mapLeaves(part, change)) };
  const row = ({ label, when, then }: DraftRow): DraftRow => ({
    ...(label === undefined ? {} : { label }),
    when: when === "otherwise" ? when : mapLeaves(when, change),
    ...(then === undefined ? {} : { then: mapLeaves(then, change) }),
  });
  return { ...draft, rows: draft.rows.map(row) };
}
