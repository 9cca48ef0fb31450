/** How many records of an answer hold a sensitive field, counted where the plan says that they stand. */
import type { SensitiveField } from "../compile/plan.ts";

export function sensitiveRows(data: unknown, fields: readonly SensitiveField[]): number {
  const holders = new Map(
    fields.map(({ path }) => [path.slice(0, -1).join("."), path.slice(0, -1)] as const),
  );
  let rows = 0;
  for (const path of holders.values()) rows += objectsAt(data, path);
  return rows;
}

/** Objects at the end of a path of response keys, lists on the way walked. */
function objectsAt(value: unknown, path: readonly string[]): number {
  if (Array.isArray(value))
    return value.reduce((sum: number, item: unknown) => sum + objectsAt(item, path), 0);
  if (typeof value !== "object" || value === null) return 0;
  const [key, ...rest] = path;
  return key === undefined ? 1 : objectsAt((value as Record<string, unknown>)[key], rest);
}
