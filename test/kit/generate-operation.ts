/** Random valid operations over the whole schema, from one seed: selections, aliases, fragments, directives, variables. */
import {
  getNamedType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
} from "graphql";

import { shapes } from "../../resolvers/shapes.ts";

export interface Sampler {
  readonly creditCode: () => string;
  readonly area: (kind: "TOWN" | "ZONE") => string;
  readonly name: () => string;
}

export interface GeneratedOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Mulberry32: small, seeded, good enough to wander through a schema. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Met by another system or an engine: no naive reading of the store answers it. */
function isAnsweredElsewhere(type: string, field: string): boolean {
  const kind = shapes.get(type)?.fields[field]?.kind;
  return kind === "remote" || kind === "computed" || isForAuditors(type, field);
}

/** Closed to the callers of generated operations, and its own reads are written into it: it has tests of its own. */
function isForAuditors(type: string, field: string): boolean {
  return type === "Query" && field === "auditEntries";
}

export function generateOperation(
  schema: GraphQLSchema,
  random: () => number,
  sampler: Sampler,
): GeneratedOperation {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (share: number) => random() < share;
  const definitions: string[] = [];
  const fragments: string[] = [];
  const variables: Record<string, unknown> = {};
  let aliases = 0;
  let selections = 0;

  const body = selectionOf(schema.getQueryType() as GraphQLObjectType, 0);
  const header =
    definitions.length > 0 ? `query Generated(${definitions.join(", ")})` : "query Generated";
  return { query: `${header} ${body}\n${fragments.join("\n")}`, variables };

  function selectionOf(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (isInterfaceType(named))
      return `{ __typename id ... on Enterprise { name score } ... on Area { code } }`;
    const object = named as GraphQLObjectType;
    const candidates = Object.values(object.getFields()).filter(
      (field) =>
        !isAnsweredElsewhere(object.name, field.name) &&
        (depth < 5 || !isCompositeType(getNamedType(field.type))),
    );
    const wanted = depth === 0 ? 1 + Math.floor(random() * 2) : 1 + Math.floor(random() * 5);
    const parts: string[] = [];
    for (let i = 0; i < wanted && candidates.length > 0 && selections < 120; i++) {
      const chosen = pick(candidates);
      selections += 1;
      parts.push(fieldText(object, chosen.name, depth));
    }
    if (parts.length === 0 || chance(0.1)) parts.push("__typename");
    return `{ ${wrap(object, parts)} }`;
  }

  /** Some parts go through a fragment or a directive, whose meaning must be the same as standing by themselves. */
  function wrap(type: GraphQLObjectType, parts: readonly string[]): string {
    if (fragments.length < 3 && chance(0.08)) {
      const name = `F${fragments.length}`;
      fragments.push("");
      fragments[Number(name.slice(1))] = `fragment ${name} on ${type.name} { ${parts.join(" ")} }`;
      return `...${name} __typename`;
    }
    if (chance(0.05))
      return `__typename ... on ${type.name} @include(if: ${booleanText()}) { ${parts.join(" ")} }`;
    return parts.join(" ");
  }

  function booleanText(): string {
    const value = chance(0.6);
    return chance(0.5) ? String(value) : variable("Boolean!", value);
  }

  function variable(type: string, value: unknown): string {
    const name = `v${definitions.length}`;
    definitions.push(`$${name}: ${type}`);
    if (value !== undefined) variables[name] = value;
    return `$${name}`;
  }

  function fieldText(type: GraphQLObjectType, name: string, depth: number): string {
    const field = type.getFields()[name];
    if (!field) throw new Error(`${type.name} has no ${name}`);
    const backward = field.args.some((argument) => argument.name === "last") && chance(0.25);
    const skipped = new Set(["after", "before", backward ? "first" : "last"]);
    const given = field.args
      .filter((argument) => !skipped.has(argument.name))
      .filter(
        (argument) =>
          isNonNullType(argument.type) ||
          argument.name === "first" ||
          argument.name === "last" ||
          chance(0.45),
      )
      .map((argument) => `${argument.name}: ${argumentText(argument.type, argument.name)}`);
    // Always an alias: one name with two sets of arguments would not merge.
    const alias = given.length > 0 || chance(0.1) ? `a${aliases++}: ` : "";
    const key = alias && aliases > 28 ? "" : alias;
    const args = given.length > 0 ? `(${given.join(", ")})` : "";
    const directive = chance(0.04) ? ` @skip(if: ${booleanText()})` : "";
    const inner = isCompositeType(getNamedType(field.type))
      ? ` ${selectionOf(field.type, depth + 1)}`
      : "";
    return `${key}${name}${args}${directive}${inner}`;
  }

  function argumentText(type: GraphQLInputType, name: string): string {
    const value = valueOf(type, name, 0);
    if (chance(0.5)) return variable(String(type), value === undefined ? null : value);
    return literalText(type, value);
  }

  function valueOf(type: GraphQLInputType, name: string, depth: number): unknown {
    const inner = getNullableType(type);
    if (!isNonNullType(type) && chance(0.05)) return null;
    if (isListType(inner))
      return Array.from({ length: Math.floor(random() * 3) }, () =>
        valueOf(inner.ofType, name, depth + 1),
      );
    if (isEnumType(inner)) return pick(inner.getValues()).name;
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields()).filter(
        (field) =>
          isNonNullType(field.type) ||
          (depth < 2 && chance(0.14)) ||
          (depth >= 2 && chance(0.08) && !/^(and|or|not)$/u.test(field.name)),
      );
      return Object.fromEntries(
        fields.map((field) => [field.name, valueOf(field.type, field.name, depth + 1) ?? null]),
      );
    }
    if (name === "year") return 2018 + Math.floor(random() * 8);
    if (name === "pack" || name === "packId")
      return pick(["srdi_sme_2026", "innovative_sme_2022", "sme_size_2011_300", "eaglet_qd_2022"]);
    if (name === "asOf") return pick(["2024-01-01", "2024-06-01", "2024-12-31", "2025-01-15"]);
    if (inner.name === "Int") return Math.floor(random() * 6);
    if (inner.name === "Boolean") return chance(0.5);
    if (inner.name === "CreditCode") return sampler.creditCode();
    if (inner.name === "AreaCode") return sampler.area(name === "zone" ? "ZONE" : "TOWN");
    if (inner.name === "Date")
      return `20${10 + Math.floor(random() * 14)}-0${1 + Math.floor(random() * 9)}-15`;
    if (inner.name === "DateTime")
      return `202${3 + Math.floor(random() * 3)}-0${1 + Math.floor(random() * 9)}-15T08:00:00Z`;
    if (inner.name === "Decimal") return (random() * 100).toFixed(2);
    if (inner.name === "ID")
      return Buffer.from(
        chance(0.7) ? `Enterprise:${sampler.creditCode()}` : `Area:${sampler.area("TOWN")}`,
      ).toString("base64url");
    return name === "industryPrefix" ? pick(["C", "C3", "I65", "F51", "M"]) : sampler.name();
  }

  function literalText(type: GraphQLInputType, value: unknown): string {
    if (value === null || value === undefined) return "null";
    const inner = getNullableType(type);
    if (isListType(inner))
      return `[${(value as unknown[]).map((each) => literalText(inner.ofType, each)).join(", ")}]`;
    if (isEnumType(inner)) return String(value);
    if (isInputObjectType(inner)) {
      const fields = inner.getFields();
      return `{ ${Object.entries(value)
        .map(([key, each]) => `${key}: ${literalText(fields[key]!.type, each)}`)
        .join(", ")} }`;
    }
    return JSON.stringify(value);
  }
}
