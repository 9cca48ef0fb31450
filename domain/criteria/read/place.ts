/** Where a reader stands in rule data, and the list it reports to. Readers go on after a problem, to find the rest. */
import { nearestNames } from "../../../lib/nearest-names.ts";
import type { Problem } from "../problem.ts";

export interface Place {
  readonly path: readonly (string | number)[];
  /** Shared by all places of one reading. */
  readonly problems: Problem[];
}

export function top(): Place {
  return { path: [], problems: [] };
}

export function inside(place: Place, ...steps: readonly (string | number)[]): Place {
  return { path: [...place.path, ...steps], problems: place.problems };
}

export function report(place: Place, message: string): void {
  place.problems.push({ path: place.path, message });
}

/** Reports a name that is not among the known, with what was probably meant. */
export function reportUnknown(
  place: Place,
  what: string,
  name: string,
  known: Iterable<string>,
): void {
  const near = nearestNames(name, known);
  const hint =
    near.length > 0
      ? `did you mean ${near.map((one) => `"${one}"`).join(" or ")}?`
      : "no known name is near";
  report(place, `${what} "${name}" is not known; ${hint}`);
}

/** A value as it is quoted in a message. */
export function quote(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
