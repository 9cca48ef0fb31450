/** Policy data into its checked form: every problem is collected and told with the nearest right name. */
import { GoldseedError } from "../errors.ts";
import {
  type Classification,
  classifications,
  type Role,
  roles,
  type Tier,
  tiers,
} from "../vocabulary.ts";
import { type AccessPolicy, type MaskName, maskNames } from "./policy.ts";

/** @param levels classification of every field of the contract. @throws GoldseedError RULES_INVALID with all problems. */
export function parsePolicy(
  data: unknown,
  levels: ReadonlyMap<string, Classification>,
): AccessPolicy {
  const problems: string[] = [];
  const root = asRecord(data, "the policy", problems);
  const masks = entriesOf(root["masks"], "masks", problems).map(([field, mask]) => {
    if (!levels.has(field)) problems.push(`masks: "${field}" is not a field of the graph`);
    return [field, oneOf(mask, maskNames, `masks/${field}`, problems)] as const;
  });
  const clearances = entriesOf(root["clearances"], "clearances", problems).map(
    ([role, level]) =>
      [
        oneOf(role, roles, "clearances", problems),
        oneOf(level, classifications, `clearances/${role}`, problems),
      ] as const,
  );
  const tierRules = entriesOf(root["tiers"], "tiers", problems).map(([field, list]) => {
    if (!fieldExists(field, levels)) problems.push(`tiers: "${field}" is not a field of the graph`);
    const members = Array.isArray(list) ? list : [list];
    return [field, members.map((tier) => oneOf(tier, tiers, `tiers/${field}`, problems))] as const;
  });
  for (const role of roles)
    if (!clearances.some(([name]) => name === role))
      problems.push(`clearances: no entry for "${role}"`);
  if (problems.length > 0) {
    throw new GoldseedError(
      "RULES_INVALID",
      `The access policy has ${problems.length} problem(s):\n${problems.map((text) => `  - ${text}`).join("\n")}`,
      {
        details: { problems },
      },
    );
  }
  return {
    version: String(root["version"]),
    masks: new Map<string, MaskName>(masks),
    clearances: new Map<Role, Classification>(clearances),
    tiers: new Map<string, readonly Tier[]>(tierRules),
    levels,
  };
}

function fieldExists(coordinate: string, levels: ReadonlyMap<string, Classification>): boolean {
  if (!coordinate.endsWith(".*")) return levels.has(coordinate);
  const prefix = coordinate.slice(0, -1);
  return [...levels.keys()].some((name) => name.startsWith(prefix));
}

function asRecord(
  value: unknown,
  name: string,
  problems: string[],
): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  problems.push(`${name} is ${JSON.stringify(value)}, expected a mapping`);
  return {};
}

function entriesOf(value: unknown, name: string, problems: string[]): [string, unknown][] {
  return Object.entries(asRecord(value ?? {}, name, problems));
}

function oneOf<T extends string>(
  value: unknown,
  allowed: readonly T[],
  where: string,
  problems: string[],
): T {
  const found = allowed.find((name) => name === value);
  if (found === undefined)
    problems.push(`${where}: ${JSON.stringify(value)} is none of ${allowed.join(", ")}`);
  return (found ?? allowed[0]) as T;
}
