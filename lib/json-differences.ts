/** Where two JSON values differ: the smallest parts, by their paths. */

export interface JsonDifference {
  readonly path: string;
  readonly first: unknown;
  readonly second: unknown;
}

/** Depth first, in the order of the first value's keys; lists are compared place by place. */
export function* jsonDifferences(
  first: unknown,
  second: unknown,
  path = "",
): Generator<JsonDifference> {
  if (isBranch(first) && isBranch(second) && Array.isArray(first) === Array.isArray(second)) {
    for (const key of new Set([...Object.keys(first), ...Object.keys(second)]))
      yield* jsonDifferences(first[key], second[key], path === "" ? key : `${path}.${key}`);
    return;
  }
  if (first !== second) yield { path, first: first ?? null, second: second ?? null };
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
