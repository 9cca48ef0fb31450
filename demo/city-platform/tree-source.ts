/** What each tree holds: the records of one district that are not deleted and not withdrawn. */
import { Refusal } from "./refusal.ts";
import { trees, type Tree } from "./vocabulary.ts";

/** From-clause with its condition; $1 is the district. */
export const liveRecords: Readonly<Record<Tree, string>> = {
  titles: "city.title where district = $1 and not deleted",
  recommendations: "city.recommendation where district = $1 and not withdrawn",
};

export function treeOf(text: string): Tree {
  const tree = trees.find((name) => name === text);
  if (tree === undefined) throw new Refusal("NOT_FOUND", `there is no tree "${text}"`);
  return tree;
}
