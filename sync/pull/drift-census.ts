/** Counts the drifts of one list, so that one strange record is told from a list of another form. */
import type { SeenDrift } from "../../store/queries/sync-drifts.ts";
import { findDrift } from "./find-drift.ts";

export class DriftCensus {
  readonly #seen = new Map<string, SeenDrift>();
  #records = 0;
  #broken = 0;

  /** @param quarantined whether the record could not be read, for its drift or for another fault. */
  count(value: unknown, quarantined: boolean): void {
    this.#records += 1;
    const drifts = findDrift(value, quarantined);
    for (const { kind, field, example } of drifts) {
      const name = `${kind} ${field}`;
      const before = this.#seen.get(name);
      this.#seen.set(name, { kind, field, example, records: (before?.records ?? 0) + 1 });
    }
    if (quarantined && drifts.some(({ kind }) => kind !== "NEW_MEMBER")) this.#broken += 1;
  }

  /** At most a hundred: a list that invents a member for every record says so with a hundred as well. */
  get seen(): readonly SeenDrift[] {
    return [...this.#seen.values()].slice(0, 100);
  }

  /** Why the list as a whole is of another form; null when single records are, which are quarantined by themselves. */
  get problem(): string | null {
    if (this.#broken <= Math.max(5, this.#records * 0.05)) return null;
    const named = this.seen
      .filter(({ kind }) => kind !== "NEW_MEMBER")
      .map(
        ({ kind, field, example, records }) => `${kind} ${field} (${records}, such as ${example})`,
      );
    return `schema drift: ${this.#broken} of ${this.#records} records are of another form: ${named.slice(0, 5).join("; ")}`;
  }
}
