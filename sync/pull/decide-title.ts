/** What becomes of one title from the city, given what we hold and what it told before. */
import type { NewConflict } from "../../store/queries/sync-conflicts.ts";
import type { ItemFate } from "../../store/queries/sync-inbound.ts";
import type { ShadowRow } from "../../store/queries/sync-shadow.ts";
import type { HeldTitle, TitleShadow } from "../../store/queries/sync-titles.ts";
import { mergeTitle, type OwnershipOfTitles, type Violation } from "../merge-title.ts";
import type { TitleContent } from "../protocol/canonical-record.ts";
import type { WireTitle } from "../protocol/title-page.ts";

export interface TitleCase {
  readonly key: string;
  readonly digest: string;
  readonly theirs: WireTitle;
  readonly ours: HeldTitle | null;
  readonly shadow: ShadowRow | null;
  /** Whether our registry has the enterprise. */
  readonly known: boolean;
}

export interface TitleDecision {
  readonly fate: ItemFate;
  /** To be written into our titles; null leaves them. */
  readonly write: TitleContent | null;
  readonly remove: boolean;
  /** What the city is now known to hold; null leaves it. */
  readonly shadow: TitleShadow | null;
  readonly conflicts: readonly NewConflict[];
}

/** Pure. */
export function decideTitle(given: TitleCase, owners: OwnershipOfTitles): TitleDecision {
  const { key, theirs, ours, shadow, known } = given;
  if (shadow !== null && BigInt(shadow.version) > BigInt(theirs.version)) {
    return decision(key, "unchanged", { reason: "an older version than the one held" });
  }
  if (theirs.deleted) {
    const here = ours?.origin === "CITY" || shadow !== null;
    return decision(key, here ? "applied" : "unchanged", { remove: here });
  }
  const told = shadowOf(given);
  if (!known) {
    const question = openQuestion(given, "UNMATCHED", "our registry has no such enterprise");
    return decision(key, "quarantined", { shadow: told, conflicts: [question] });
  }
  if (ours?.origin === "DISTRICT") {
    const question = openQuestion(given, "OWNER_CLASH", "a grant of the district has this key");
    return decision(key, "quarantined", { shadow: told, conflicts: [question] });
  }
  const base = shadow?.record == null ? null : (shadow.record as unknown as TitleContent);
  const merged = mergeTitle(base, ours, theirs, owners);
  return decision(key, merged.changed ? "applied" : "unchanged", {
    write: merged.changed ? merged.title : null,
    shadow: told,
    conflicts: merged.violations.map((violation) => settledViolation(key, violation)),
  });
}

interface DecisionParts extends Partial<Omit<TitleDecision, "fate">> {
  readonly reason?: string;
}

function decision(
  key: string,
  outcome: ItemFate["outcome"],
  { reason, ...parts }: DecisionParts,
): TitleDecision {
  const why = reason ?? parts.conflicts?.[0]?.reason ?? null;
  const fate = { key, outcome, reason: why };
  return { write: null, remove: false, shadow: null, conflicts: [], ...parts, fate };
}

function shadowOf({ key, theirs, digest }: TitleCase): TitleShadow {
  return { key, record: theirs, digest, version: theirs.version };
}

function openQuestion(
  { key, theirs, ours }: TitleCase,
  kind: "UNMATCHED" | "OWNER_CLASH",
  reason: string,
): NewConflict {
  return { key, kind, field: null, base: null, ours, theirs, reason, decision: null };
}

function settledViolation(key: string, violation: Violation): NewConflict {
  const { field, kind, base, ours, theirs } = violation;
  const local = kind === "LOCAL_EDIT";
  const reason = local ? "the city owns this field" : "the district owns this field";
  const decision = local ? "CITY_RESTORED" : "OURS_KEPT";
  return { key, kind, field, base, ours, theirs, reason, decision };
}
