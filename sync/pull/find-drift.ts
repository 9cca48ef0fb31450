/**
 * Where a record is no longer of the form that was agreed: a member that is new or missing, a value that no list has, a
 * value of another type. Records alone tell it; what it means for the stream is decided over all of them.
 */
import { titleSchema } from "../protocol/title-page.ts";

type DriftKind = "NEW_MEMBER" | "MISSING_MEMBER" | "NEW_VALUE" | "OTHER_TYPE";

interface Drift {
  readonly kind: DriftKind;
  readonly field: string;
  readonly example: string;
}

/** Of closed word lists; a wrong date or code is a fault of its record and no drift. */
const wordFields = new Set(["kind", "level", "status"]);
const members = new Set(Object.keys(titleSchema.shape));

/** Pure. @param broken whether the record could not be read: only then is it looked at closely. */
export function findDrift(value: unknown, broken: boolean): readonly Drift[] {
  if (typeof value !== "object" || value === null) return [];
  const record = value as Readonly<Record<string, unknown>>;
  const added = Object.keys(record)
    .filter((field) => !members.has(field))
    .map((field) => drift("NEW_MEMBER", field, record[field]));
  const parsed = broken ? titleSchema.safeParse(value) : { success: true as const };
  if (parsed.success) return added;
  const told = parsed.error.issues.flatMap((issue) => {
    const field = String(issue.path[0] ?? "");
    if (!(field in record) || record[field] === undefined)
      return [drift("MISSING_MEMBER", field, null)];
    const given = record[field];
    if (wordFields.has(field) && typeof given === "string")
      return [drift("NEW_VALUE", field, given)];
    return issue.code === "invalid_type" ? [drift("OTHER_TYPE", field, given)] : [];
  });
  return [...added, ...told];
}

/** The field's name may be of any length too: it comes from outside. */
function drift(kind: DriftKind, field: string, example: unknown): Drift {
  const told = JSON.stringify(example ?? null).replaceAll("\\u0000", "?");
  return { kind, field: field.slice(0, 60).replaceAll("\0", "?"), example: told.slice(0, 120) };
}
