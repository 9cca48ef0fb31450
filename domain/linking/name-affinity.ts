/** How much of two names is the same, in order: tells a spoiled name from another name when a number leads to it. */
import type { ComparableName } from "./comparable-name.ts";

/** 0 to 1: the longer of the common subsequences, of the texts and of the whole names, as a share of the longer one. */
export function nameAffinity(mention: ComparableName, name: ComparableName): number {
  if (mention.text === name.text) return 1;
  return Math.max(share(mention.text, name.text), share(mention.bare, name.bare));
}

/** Share of the shorter text that the longer one holds, in order; 0 for texts too short to tell. */
export function containedShare(mention: ComparableName, name: ComparableName): number {
  const shorter = Math.min(mention.text.length, name.text.length);
  return shorter < 4 ? 0 : commonLength(mention.text, name.text) / shorter;
}

/** The same over the whole names, divisions included, forms left out. */
export function wholeAffinity(mention: ComparableName, name: ComparableName): number {
  return share(withoutForm(mention.whole), withoutForm(name.whole));
}

const withoutForm = (whole: string): string =>
  whole.replace(/股份有限公司|有限责任公司|有限公司|专业合作社|公司$/g, "");

function share(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 0 : commonLength(a, b) / longer;
}

/** Length of the longest common subsequence; names are short, so the square of their length is nothing. */
function commonLength(a: string, b: string): number {
  let before = new Uint8Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const row = new Uint8Array(b.length + 1);
    for (let j = 0; j < b.length; j++) {
      row[j + 1] =
        a.charCodeAt(i) === b.charCodeAt(j)
          ? (before[j] ?? 0) + 1
          : Math.max(before[j + 1] ?? 0, row[j] ?? 0);
    }
    before = row;
  }
  return before[b.length] ?? 0;
}
