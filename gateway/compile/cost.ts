/**
 * What an operation may cost at most: the rows that its lists ask for, each list as often as there are rows around it.
 * Sizes of pages are parameters, so the plan keeps the tree of its lists and each request is counted before it is bound.
 */
import { GoldseedError } from "../../domain/errors.ts";
import type { ParameterReader, Variables } from "./plan.ts";

export interface CostedList {
  /** Response keys from the root. */
  readonly path: readonly string[];
  /** Rows asked for. */
  readonly rows: (variables: Variables) => number;
}

/** Lists without an argument for their size (titles, names) are short by nature. */
export const plainListRows = 10;

/** @returns a check that throws OPERATION_TOO_LARGE for a request that asks for more rows than allowed. */
export function costCheck(lists: readonly CostedList[], maxCost: number): ParameterReader {
  // A list stands in the data behind those that hold it.
  const sorted = lists.toSorted((a, b) => a.path.length - b.path.length);
  const holders = sorted.map((list, index) =>
    sorted.slice(0, index).findLastIndex((other) => holds(other.path, list.path)),
  );
  return ({ variables }) => {
    const rows: number[] = [];
    let cost = 0;
    for (const [index, list] of sorted.entries()) {
      const around = rows[holders[index] ?? -1] ?? 1;
      rows.push(around * Math.max(0, list.rows(variables)));
      cost += rows[index] ?? 0;
    }
    if (cost > maxCost) throw tooCostly();
    return null;
  };
}

function holds(outer: readonly string[], inner: readonly string[]): boolean {
  return outer.length < inner.length && outer.every((key, index) => key === inner[index]);
}

function tooCostly(): GoldseedError {
  return new GoldseedError(
    "OPERATION_TOO_LARGE",
    "查询超出限制：代价 cost，请减少每页条数或嵌套的列表。 The operation exceeds the limit on cost; ask for smaller pages or fewer nested lists.",
    { details: { limit: "cost", class: "cost" } },
  );
}
