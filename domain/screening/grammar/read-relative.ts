/** Reads a distance from a reference line: "10 percentage points and more above the city's average". */
import type { Comparison } from "../condition.ts";
import type { LimitRead } from "./limit.ts";
import type { Token } from "./word.ts";

/** The bound whose reference line stands at `at`; without a comparison word it is a floor. */
export function readRelative(
  tokens: readonly Token[],
  at: number,
  op: Comparison | undefined,
): LimitRead | undefined {
  const line = tokens[at]?.meaning;
  if (line?.is !== "relative") return undefined;
  const plus = tokens[at + 1]?.meaning;
  const distance =
    plus?.is === "quantity" && (plus.dimension === "point" || plus.dimension === "percent");
  if (!distance)
    return {
      limit: { kind: "relative", line: line.line, op: op ?? ">=", plus: undefined },
      denominators: [],
      next: at + 1,
      bare: op === undefined,
    };
  const after = tokens[at + 2]?.meaning;
  const atLeast = after?.is === "after" && after.up;
  return {
    limit: { kind: "relative", line: line.line, op: atLeast ? ">=" : (op ?? ">="), plus },
    denominators: [],
    next: at + (after?.is === "after" ? 3 : 2),
    bare: false,
  };
}
