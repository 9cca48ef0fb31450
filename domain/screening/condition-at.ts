/** The condition a JSON pointer leads to inside a tree. */
import type { Condition } from "./condition.ts";

/** Undefined when the pointer leads nowhere. */
export function conditionAt(tree: Condition, path: string): Condition | undefined {
  let at: unknown = tree;
  for (const step of path.split("/").slice(1)) {
    if (at === null || typeof at !== "object" || !Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  return at !== null && typeof at === "object" ? (at as Condition) : undefined;
}
