/** Size-class texts letter their measures (X staff, Y revenue, Z assets); the tree uses the letters too. */
import type { Draft, DraftLeaf } from "./draft.ts";
import type { Lexicon } from "./lexicon.ts";
import { mapLeaves } from "./settle-edges.ts";

/** The draft with lettered measures when it is a table of size classes. */
export function lettersForSizes(draft: Draft, lexicon: Lexicon): Draft {
  const classes = draft.kind === "tiers" && draft.rows.some((row) => row.label !== undefined);
  return classes ? mapLeaves(draft, (leaf) => lettered(leaf, lexicon)) : draft;
}

function lettered(draft: DraftLeaf, { sizeLetters }: Lexicon): DraftLeaf {
  const m = sizeLetters.get(draft.leaf.m);
  return m === undefined ? draft : { ...draft, leaf: { ...draft.leaf, m } };
}
