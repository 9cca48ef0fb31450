/** What holds for every part of the contract: descriptions, classification, shapes, and the domain's own word lists. */
import {
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { describe, expect, test } from "vitest";

import * as vocabulary from "../../domain/vocabulary.ts";
import { loadPolicy } from "../../gateway/load-policy.ts";
import { loadSchema, readClassifications } from "../../gateway/load-schema.ts";
import { computedFields } from "../../resolvers/computed.ts";
import { subscriptions } from "../../resolvers/subscriptions.ts";
import { mutations } from "../../resolvers/mutations.ts";
import { valueTypes } from "../../resolvers/value-types.ts";
import { shapes } from "../../resolvers/shapes.ts";

const schema = loadSchema();
const types: readonly GraphQLNamedType[] = Object.values(schema.getTypeMap()).filter(
  ({ name }) =>
    !name.startsWith("__") && !["String", "Int", "Float", "Boolean", "ID"].includes(name),
);
const objects = types.filter(isObjectType);
const described = types.flatMap((type) => [
  [type.name, type.description] as const,
  ...(isObjectType(type) || isInputObjectType(type)
    ? Object.values(type.getFields()).map(
        (field) => [`${type.name}.${field.name}`, field.description] as const,
      )
    : []),
  ...(isObjectType(type)
    ? Object.values(type.getFields()).flatMap((field) =>
        field.args.map(
          (argument) =>
            [`${type.name}.${field.name}(${argument.name})`, argument.description] as const,
        ),
      )
    : []),
  ...(isEnumType(type)
    ? type.getValues().map((value) => [`${type.name}.${value.name}`, value.description] as const)
    : []),
]);

test("everything is described in Chinese first and English second", () => {
  expect(described.length).toBeGreaterThan(300);
  const wrong = described.filter(
    ([, text]) => !text || !/^[^A-Za-z]*[\u4E00-\u9FFF].*[\s\S]*[A-Za-z]{2}/u.test(text),
  );
  expect(wrong.map(([name]) => name)).toEqual([]);
});

test("every field carries a classification", () => {
  const levels = readClassifications(schema);
  const missing = objects
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
    .filter((name) => !levels.has(name));
  expect(missing).toEqual([]);
});

test("fields that may be refused are nullable", () => {
  const policy = loadPolicy(schema);
  // A refused mutation is told in its payload, which is never null.
  const read = objects.filter((type) => type !== schema.getMutationType());
  const wrong = read.flatMap((type) =>
    Object.values(type.getFields())
      .filter(
        (field) =>
          (policy.levels.get(`${type.name}.${field.name}`) ?? "L1") >= "L3" ||
          policy.tiers.has(`${type.name}.${field.name}`),
      )
      .filter((field) => isNonNullType(field.type))
      .map((field) => `${type.name}.${field.name}`),
  );
  expect(wrong).toEqual([]);
});

describe("shapes", () => {
  const derived =
    /Connection$|Edge$|^PageInfo$|^(LibraryCount|TitleCount|CityRecord|CityTitle|Mutation|Subscription)$/u;
  test("every object type has one, or is made by the compiler, a remote loader or an engine", () => {
    const missing = objects
      .map(({ name }) => name)
      .filter((name) => !derived.test(name) && !shapes.has(name) && !valueTypes.has(name));
    expect(missing).toEqual([]);
  });

  test.each([...shapes.values()].map((shape) => [shape.type, shape] as const))(
    "%s meets each of its fields and no other",
    (name, shape) => {
      const type = schema.getType(name);
      expect(isObjectType(type) && Object.keys(type.getFields()).sort()).toEqual(
        Object.keys(shape.fields).sort(),
      );
    },
  );

  test("every filter input has a meaning for each of its fields", () => {
    for (const shape of shapes.values()) {
      for (const [name, field] of Object.entries(shape.fields)) {
        if (field.kind !== "connection") continue;
        const type = schema.getType(shape.type);
        const argument = isObjectType(type)
          ? type.getFields()[name]?.args.find((each) => each.name === "filter")
          : undefined;
        const input = argument ? getNullableType(argument.type) : undefined;
        expect(isInputObjectType(input) ? Object.keys(input.getFields()).sort() : []).toEqual(
          Object.keys(field.filters).sort(),
        );
      }
    }
  });
});

describe("writes", () => {
  const mutationType = schema.getMutationType();
  const fields = Object.values(mutationType?.getFields() ?? {});

  test("every mutation has a handler and every handler a mutation", () => {
    expect(Object.keys(mutations).sort()).toEqual(fields.map(({ name }) => name).sort());
  });

  test("every subscription has a handler and every handler a subscription", () => {
    const roots = Object.keys(schema.getSubscriptionType()?.getFields() ?? {});
    expect(Object.keys(subscriptions).sort()).toEqual(roots.sort());
  });

  test("every mutation takes one input and gives ok, error and fields that may be null", () => {
    const wrong = fields.filter(({ args, type }) => {
      const payload = getNamedType(type);
      const others = isObjectType(payload)
        ? Object.values(payload.getFields()).filter(({ name }) => name !== "ok")
        : [];
      const input = args.length === 1 && args[0]?.name === "input" && isNonNullType(args[0].type);
      return !input || !isNonNullType(type) || others.some((field) => isNonNullType(field.type));
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test("every mutation names its tiers and roles in the policy", () => {
    const policy = loadPolicy(schema);
    const silent = fields
      .map(({ name }) => `Mutation.${name}`)
      .filter((name) => !policy.roles.has(name));
    expect(silent).toEqual([]);
  });

  test("every computed field has a handler and every handler a field", () => {
    const computed = [...shapes.values()].flatMap((shape) =>
      Object.entries(shape.fields)
        .filter(([, field]) => field.kind === "computed")
        .map(([name]) => `${shape.type}.${name}`),
    );
    expect(Object.keys(computedFields).sort()).toEqual(computed.sort());
  });
});

test.each([
  ["Tier", vocabulary.tiers],
  ["Role", vocabulary.roles],
  ["Classification", vocabulary.classifications],
  ["EnterpriseKind", vocabulary.enterpriseKinds],
  ["EnterpriseStatus", vocabulary.enterpriseStatuses],
  ["SizeClass", vocabulary.sizeClasses],
  ["LibraryKind", vocabulary.libraryKinds],
  ["TitleKind", vocabulary.titleKinds],
  ["TitleLevel", vocabulary.titleLevels],
  ["TitleStatus", vocabulary.titleStatuses],
  ["IpKind", vocabulary.ipKinds],
  ["IpStatus", vocabulary.ipStatuses],
  ["IpAcquisition", vocabulary.ipAcquisitions],
  ["LinkMethod", vocabulary.linkMethods],
  ["ImportState", vocabulary.importStates],
  ["SyncDirection", vocabulary.syncDirections],
])("the enum %s is the domain's word list", (name, words) => {
  const type = schema.getType(name);
  expect(isEnumType(type) ? type.getValues().map((value) => value.name) : []).toEqual(
    words.toSorted(),
  );
});
