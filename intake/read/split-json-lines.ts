/** Takes JSON lines apart: one object per line, its names in the place of a header. */
import { parseJsonExact } from "../../lib/parse-json-exact.ts";
import { finding, type Finding } from "../validate/finding.ts";
import type { SourceRecord } from "./source-record.ts";

export class JsonLinesSplitter {
  readonly #names: readonly string[];
  readonly #known: ReadonlySet<string>;
  readonly #isDescribed: (name: string) => boolean;

  /**
   * `names`: the header, in whose order cells are returned. `isDescribed`: whether a name that turns up later is a column of
   * the source; one that is not goes the way of all unknown columns.
   */
  constructor(names: readonly string[], isDescribed: (name: string) => boolean = () => false) {
    this.#names = names;
    this.#known = new Set(names);
    this.#isDescribed = isDescribed;
  }

  push(text: string, firstLine: number): SourceRecord[] {
    const lines = text.split("\n");
    if (lines.at(-1) === "") lines.pop();
    return lines.map((line, i) => this.#read(line.trim(), firstLine + i));
  }

  end(): SourceRecord[] {
    return [];
  }

  #read(text: string, line: number): SourceRecord {
    if (text === "") return { line, cells: [], faults: [] };
    const object = readObject(text);
    if (object === undefined) return { line, cells: [], text, faults: [finding("NOT_JSON")] };
    const faults: Finding[] = [];
    const cells = this.#names.map((name) => {
      const cell = cellOf(object[name]);
      if (cell !== undefined) return cell;
      faults.push(finding("CELL_NOT_PLAIN", { column: name, value: JSON.stringify(object[name]) }));
      return null;
    });
    for (const name of Object.keys(object)) {
      if (this.#known.has(name) || !this.#isDescribed(name)) continue;
      faults.push(finding("NAME_LATE", { column: name, value: cellOf(object[name]) ?? "" }));
    }
    return faults.length === 0 ? { line, cells, faults } : { line, cells, text, faults };
  }
}

/** The names of the first object, which stand for the header. Undefined when the line is no object. */
export function namesOfJsonLine(text: string): readonly string[] | undefined {
  const object = readObject(text.trim());
  return object === undefined ? undefined : Object.keys(object);
}

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value = parseJsonExact(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** A cell as text, null where there is none; undefined for objects and lists. */
function cellOf(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return storable(value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** Escapes in JSON can name what PostgreSQL does not store: NUL and halves of surrogate pairs. */
function storable(text: string): string {
  return text.replaceAll("\0", "␀").replace(/\p{Surrogate}/gu, "\uFFFD");
}
