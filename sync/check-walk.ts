/** Whether the pages of one walk join into one list (docs/city-protocol.md section 5): only then may it be believed. */
import type { TitlePage } from "./protocol/title-page.ts";

export interface WalkVerdict {
  /** Every reason why the pages are not one list; empty when they are. */
  readonly problems: readonly string[];
  /** True when absence from the list means absence at the city. */
  readonly complete: boolean;
}

/** Pure. @param keys of all items in the order they came; an item without a readable key is null. */
export function checkWalk(
  pages: readonly TitlePage[],
  keys: readonly (string | null)[],
): WalkVerdict {
  const [first] = pages;
  if (first === undefined) return { problems: ["there is no page"], complete: false };
  const problems: string[] = [];
  for (const member of ["generation", "revision", "total", "mode", "district"] as const) {
    const values = new Set(pages.map((page) => String(page[member])));
    const moves = first.mode !== "full" && (member === "revision" || member === "total");
    if (values.size > 1 && !moves)
      problems.push(`${member} moved between pages: ${[...values].join(", ")}`);
  }
  for (const [index, page] of pages.entries()) {
    if (page.count !== page.items.length) {
      problems.push(`page ${index + 1} says ${page.count} items and holds ${page.items.length}`);
    }
  }
  if (pages.at(-1)?.next !== null) problems.push("the last page says that there is another");
  const sum = pages.reduce((total, page) => total + page.items.length, 0);
  if (first.mode !== "since" && sum !== first.total) {
    problems.push(`the pages hold ${sum} items, announced were ${first.total}`);
  }
  problems.push(...keyProblems(keys, first.mode === "full"));
  return { problems, complete: problems.length === 0 && first.mode === "full" };
}

function keyProblems(keys: readonly (string | null)[], ordered: boolean): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  let previous = "";
  for (const key of keys) {
    if (key === null) continue;
    if (seen.has(key)) problems.push(`the key "${key}" comes twice`);
    else if (ordered && key < previous) problems.push(`the key "${key}" comes after "${previous}"`);
    seen.add(key);
    previous = key;
  }
  return problems.slice(0, 5);
}
