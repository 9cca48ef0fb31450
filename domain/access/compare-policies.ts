/** What a changed policy opens and closes: every class of caller and every field, decided by both. */
import type { Tier } from "../vocabulary.ts";
import { type AccessPolicy, decideField, type FieldDecision } from "./policy.ts";
import { allClasses, className, type PrincipalClass } from "./principal-class.ts";

export type Change = "opened" | "closed";

export interface PolicyDifference {
  readonly change: Change;
  readonly tier: Tier;
  readonly fields: readonly string[];
  /** Classes of callers for whom it changes, such as `TOWN/VIEWER L2`. */
  readonly classes: readonly string[];
  readonly from: string;
  readonly to: string;
}

const openness: Readonly<Record<FieldDecision["kind"], number>> = { refuse: 0, mask: 1, show: 2 };

/** One entry for all fields that change alike for the same callers, so that a section's change is one line. */
export function comparePolicies(
  before: AccessPolicy,
  after: AccessPolicy,
): readonly PolicyDifference[] {
  const fields = [...new Set([...before.levels.keys(), ...after.levels.keys()])].sort();
  const found = new Map<string, PolicyDifference & { fields: string[] }>();
  for (const field of fields) {
    for (const [outcome, classes] of changesOf(before, after, field)) {
      const [change = "opened", tier = "", from = "", to = ""] = outcome.split(" ");
      const key = `${outcome} ${classes.join()}`;
      const known = found.get(key);
      if (known) known.fields.push(field);
      else
        found.set(key, {
          change: change as Change,
          tier: tier as Tier,
          fields: [field],
          classes,
          from,
          to,
        });
    }
  }
  return [...found.values()];
}

/** What the file says beside decisions: counted groups, versions, days. */
export function compareSettings(before: AccessPolicy, after: AccessPolicy): readonly string[] {
  const [old, now] = [settingsOf(before), settingsOf(after)];
  return Object.entries(old)
    .filter(([name, value]) => now[name] !== value)
    .map(([name, value]) => `${name}: ${String(value)} → ${String(now[name])}`);
}

function settingsOf(policy: AccessPolicy): Readonly<Record<string, string | number | null>> {
  const { version, effectiveFrom, effectiveTo, smallestGroup, longestGrantDays } = policy;
  const { rows, hours, exempt } = policy.bulkExport;
  return {
    version,
    effectiveFrom,
    effectiveTo,
    smallestGroup,
    longestGrantDays,
    "bulkExport/rows": rows,
    "bulkExport/hours": hours,
    "bulkExport/exempt": exempt.join(", "),
  };
}

function changesOf(
  before: AccessPolicy,
  after: AccessPolicy,
  field: string,
): ReadonlyMap<string, string[]> {
  const outcomes = new Map<string, string[]>();
  for (const [name, old, now] of pairedClasses(before, after)) {
    const [from, to] = [describe(before, old, field), describe(after, now, field)];
    if (from.text === to.text) continue;
    const change = to.open > from.open ? "opened" : "closed";
    const key = `${change} ${old.tier} ${from.text} ${to.text}`;
    outcomes.set(key, [...(outcomes.get(key) ?? []), name]);
  }
  return outcomes;
}

/** A role whose usual clearance changes is compared as itself: its callers are the same people. */
function pairedClasses(
  before: AccessPolicy,
  after: AccessPolicy,
): readonly (readonly [string, PrincipalClass, PrincipalClass])[] {
  const purposes = new Map([...before.purposes, ...after.purposes]);
  return allClasses({ clearances: before.clearances, purposes }).map((old) => {
    const usual = old.clearance === (before.clearances.get(old.role) ?? "L1") && !old.purpose;
    const clearance = usual ? (after.clearances.get(old.role) ?? "L1") : old.clearance;
    return [className(old), old, { ...old, clearance }] as const;
  });
}

function describe(policy: AccessPolicy, who: PrincipalClass, field: string) {
  const decision = decideField(policy, who, field);
  const text = decision.kind === "mask" ? `mask:${decision.mask}` : decision.kind;
  return { text, open: openness[decision.kind] };
}
