/** Three-way merge of one title by field ownership: what the city last told (base), what we hold, what it tells now. */
import type { TitleContent } from "./protocol/canonical-record.ts";

export type Owner = "CITY" | "DISTRICT" | "REGISTRY";

/** The fields of a title that are merged. */
export const mergedFields = [
  "level",
  "validFrom",
  "validTo",
  "status",
  "certificateNo",
] as const satisfies readonly (keyof TitleContent)[];
export type MergedField = (typeof mergedFields)[number];

export type OwnershipOfTitles = Readonly<Record<MergedField, Owner>>;

/** A field that one side changed although the other owns it. */
export interface Violation {
  readonly field: MergedField;
  readonly kind: "LOCAL_EDIT" | "FOREIGN_WRITE";
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
}

export interface Merged {
  readonly title: TitleContent;
  /** True when what we hold must be written anew. */
  readonly changed: boolean;
  readonly violations: readonly Violation[];
}

/** Pure. `base` is null when the city never told of this title, `ours` when we do not hold it. */
export function mergeTitle(
  base: TitleContent | null,
  ours: TitleContent | null,
  theirs: TitleContent,
  owners: OwnershipOfTitles,
): Merged {
  if (ours === null) return { title: theirs, changed: true, violations: [] };
  const title: Record<MergedField, string | null> = { ...pick(ours) };
  const violations: Violation[] = [];
  for (const field of mergedFields) {
    const values = { base: base?.[field] ?? null, ours: ours[field], theirs: theirs[field] };
    if (owners[field] === "CITY") {
      title[field] = values.theirs;
      const edited = base !== null && values.ours !== values.base && values.ours !== values.theirs;
      if (edited) violations.push({ field, kind: "LOCAL_EDIT", ...values });
    } else if (base !== null && values.theirs !== values.base && values.theirs !== values.ours) {
      violations.push({ field, kind: "FOREIGN_WRITE", ...values });
    }
  }
  const changed = mergedFields.some((field) => title[field] !== ours[field]);
  return { title: { ...ours, ...title } as TitleContent, changed, violations };
}

function pick(title: TitleContent): Record<MergedField, string | null> {
  const { level, validFrom, validTo, status, certificateNo } = title;
  return { level, validFrom, validTo, status, certificateNo };
}
