/** Small checks of request bodies; problems are collected so that a caller sees all of them at once. */
import { Refusal } from "./refusal.ts";

export interface Problem {
  readonly path: string;
  readonly message: string;
}

export type Members = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function malformed(problems: readonly Problem[]): Refusal {
  const first = problems[0];
  return new Refusal("MALFORMED", `${first?.path ?? ""}: ${first?.message ?? "malformed"}`, {
    details: { problems },
  });
}

/** The value as an object with exactly these members, or a refusal that names what is missing or unknown. */
export function membersOf(value: unknown, path: string, names: readonly string[]): Members {
  if (!isMembers(value)) throw malformed([{ path, message: "expected an object" }]);
  const problems: Problem[] = [];
  for (const name of names) {
    if (!(name in value)) problems.push({ path: `${path}.${name}`, message: "is missing" });
  }
  for (const name of Object.keys(value)) {
    if (!names.includes(name)) problems.push({ path: `${path}.${name}`, message: "is not known" });
  }
  if (problems.length > 0) throw malformed(problems);
  return value;
}

export function textOf(value: unknown, path: string, pattern?: RegExp): string {
  if (typeof value !== "string") throw malformed([{ path, message: "expected a string" }]);
  if (pattern !== undefined && !pattern.test(value)) {
    throw malformed([
      { path, message: `"${value.slice(0, 80)}" does not match ${pattern.source}` },
    ]);
  }
  return value;
}

export function integerOf(
  value: unknown,
  path: string,
  range: readonly [min: number, max: number],
): number {
  if (
    typeof value === "number" &&
    Number.isSafeInteger(value) &&
    value >= range[0] &&
    value <= range[1]
  )
    return value;
  throw malformed([{ path, message: `expected an integer from ${range[0]} to ${range[1]}` }]);
}

export function listOf(value: unknown, path: string, maxItems: number): readonly unknown[] {
  if (!Array.isArray(value)) throw malformed([{ path, message: "expected a list" }]);
  if (value.length === 0 || value.length > maxItems) {
    throw malformed([{ path, message: `expected 1 to ${maxItems} items, got ${value.length}` }]);
  }
  return value;
}

/** A calendar date that exists, as YYYY-MM-DD. */
export function isDate(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
