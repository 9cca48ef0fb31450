/** Every leaf of a tree with the JSON pointer (RFC 6901) that leads to it. */
import { type Condition, isLeaf } from "./condition.ts";

export interface LeafAt {
  readonly path: string;
  readonly leaf: Condition;
}

/** Leaves and for-each comparisons, in order. */
export function childrenByPath(condition: Condition, path = ""): readonly LeafAt[] {
  if (isLeaf(condition) || "for_each" in condition) return [{ path, leaf: condition }];
  if ("not" in condition) return childrenByPath(condition.not, `${path}/not`);
  if ("all" in condition) return parts(condition.all, `${path}/all`);
  if ("any" in condition) return parts(condition.any, `${path}/any`);
  return condition.tiers.flatMap((tier, index) => [
    ...(tier.if === "otherwise" ? [] : childrenByPath(tier.if, `${path}/tiers/${index}/if`)),
    ...(tier.then === undefined ? [] : childrenByPath(tier.then, `${path}/tiers/${index}/then`)),
  ]);
}

function parts(conditions: readonly Condition[], path: string): readonly LeafAt[] {
  return conditions.flatMap((part, index) => childrenByPath(part, `${path}/${index}`));
}
