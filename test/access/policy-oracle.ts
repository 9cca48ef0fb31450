/**
 * The access policy read a second time, by other means than domain/access: YAML as it stands, levels from the text of
 * the contract by regular expression. What it and the gateway disagree about is a mistake in one of them.
 */
import { readFileSync } from "node:fs";

import { parse } from "yaml";

import type { Principal } from "../../domain/access/principal.ts";

interface PolicyFile {
  readonly masks: Record<string, string>;
  readonly tiers: Record<string, string[]>;
  readonly roles: Record<string, string[]>;
  readonly confined: Record<string, string[]>;
  readonly aggregates: { fields: string[]; roles: string[] };
  readonly purposes: Record<string, Record<string, string>>;
}

const root = new URL("../../", import.meta.url);
export const policyText = readFileSync(new URL("data/policy/access.yaml", root), "utf8");
const policy = parse(policyText) as PolicyFile;

export interface OracleField {
  readonly type: string;
  readonly name: string;
  readonly level: string;
  readonly returns: string;
  readonly nonNull: boolean;
}

/** Every field of every object type, from the text of the contract. */
export function contractFields(): readonly OracleField[] {
  const text = readFileSync(new URL("schema/generated/schema.graphql", root), "utf8")
    .replaceAll(/"""[\s\S]*?"""/gu, "")
    .replaceAll(/"[^"\n]*"/gu, "");
  const fields: OracleField[] = [];
  for (const [, type = "", body = ""] of text.matchAll(/^type (\w+)[^{]*\{([\s\S]*?)^\}/gmu))
    for (const [, name = "", returns = "", level = ""] of body.matchAll(
      /(\w+)(?:\([^)]*\))?:\s*([[\]\w!]+)\s*@classified\(level: (L\d)\)/gu,
    ))
      fields.push({
        type,
        name,
        level,
        returns: returns.replaceAll(/[[\]!]/gu, ""),
        nonNull: returns.endsWith("!"),
      });
  return fields;
}

export type Verdict = "show" | "mask" | "refuse";

function named(list: readonly string[], { type, name }: OracleField): boolean {
  return list.some(
    (entry) =>
      entry === `${type}.${name}` ||
      entry === `${type}.*` ||
      (entry.startsWith("*") && `${type}.${name}`.endsWith(entry.slice(1))),
  );
}

export function verdictOf(who: Principal, field: OracleField): Verdict {
  const alone = policy.confined[who.role];
  if (alone && !named(alone, field)) return "refuse";
  for (const [section, own] of [
    [policy.tiers, who.tier],
    [policy.roles, who.role],
  ] as const)
    for (const [entry, allowed] of Object.entries(section))
      if (named([entry], field) && !allowed.includes(own)) return "refuse";
  if (named(policy.aggregates.fields, field) && !policy.aggregates.roles.includes(who.role))
    return "refuse";
  const wanted = policy.purposes[field.level];
  const open =
    Number(field.level[1]) <= Number(who.clearance[1]) &&
    (!wanted || (who.purpose !== null && who.purpose in wanted));
  if (open) return "show";
  return policy.masks[`${field.type}.${field.name}`] ? "mask" : "refuse";
}

/** The named masks in plain words of this language. */
export function masked(field: OracleField, value: string | null): string | null {
  if (value === null) return null;
  const characters = [...value];
  const kind = policy.masks[`${field.type}.${field.name}`];
  if (kind === "personName")
    return (characters[0] ?? "") + "*".repeat(Math.max(characters.length - 1, 1));
  if (kind === "phone")
    return value.length >= 11
      ? `${value.slice(0, 3)}****${value.slice(-4)}`
      : "*".repeat(Math.max(value.length - 2, 1)) + value.slice(-2);
  if (kind === "email") return `${characters[0] ?? ""}***${value.slice(value.indexOf("@"))}`;
  throw new Error(`The oracle does not know the mask "${String(kind)}".`);
}
