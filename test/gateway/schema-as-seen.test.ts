/** The contract as a caller is told of it: what its policy opens and nothing else, and still a whole schema. */
import { isInputObjectType, isObjectType, validateSchema } from "graphql";
import { expect, test } from "vitest";

import { decideField } from "../../domain/access/policy.ts";
import { allClasses, className } from "../../domain/access/principal-class.ts";
import { loadPolicy } from "../../gateway/load-policy.ts";
import { loadSchema } from "../../gateway/load-schema.ts";
import { schemaAsSeen } from "../../gateway/schema-as-seen.ts";
import { shapes } from "../../resolvers/shapes.ts";

const schema = loadSchema();
const policy = loadPolicy(schema);
const seenBy = (who: Parameters<typeof decideField>[1]) =>
  schemaAsSeen({ schema, shapes, decide: (field) => decideField(policy, who, field) });

const classes = allClasses(policy).filter(
  ({ purpose }) => purpose === null || purpose === "EMERGENCY",
);

test("every class is told of fields that it may use, and of all types that they lead to", () => {
  for (const who of classes) {
    const seen = seenBy(who);
    expect([className(who), validateSchema(seen)]).toEqual([className(who), []]);
    for (const type of Object.values(seen.getTypeMap())) {
      if (type.name.startsWith("__") || !isObjectType(type)) continue;
      for (const field of Object.keys(type.getFields()))
        expect([
          type.name,
          field,
          decideField(policy, who, `${type.name}.${field}`).kind,
        ]).not.toEqual([type.name, field, "refuse"]);
    }
  }
});

test("a class of the lowest clearance has a whole schema, in which what lacks its id is no node", () => {
  const lowest = new Map(classes.map((who) => [`${who.tier} ${who.role}`, who]));
  for (const [name, who] of lowest) {
    const seen = seenBy({ ...who, clearance: "L1", purpose: null });
    expect([name, validateSchema(seen)]).toEqual([name, []]);
  }
});

test.each([
  ["DISTRICT", "OFFICER", true],
  ["TOWN", "OFFICER", false],
] as const)("%s/%s is told of imports: %s", (tier, role, told) => {
  const seen = seenBy({ tier, role, clearance: "L3", purpose: null });
  expect(seen.getQueryType()?.getFields()["importRuns"] !== undefined).toBe(told);
  expect(seen.getType("ImportRun") !== undefined).toBe(told);
  expect(seen.getType("ImportRunConnection") !== undefined).toBe(told);
});

test("an auditor is told of no enterprise; a field above the clearance is gone, a masked one stays", () => {
  const auditor = seenBy({ tier: "DISTRICT", role: "AUDITOR", clearance: "L2", purpose: null });
  expect(auditor.getType("Enterprise")).toBeUndefined();
  const low = seenBy({ tier: "TOWN", role: "VIEWER", clearance: "L2", purpose: null });
  const fieldsOf = (name: string) => {
    const type = low.getType(name);
    return isObjectType(type) ? Object.keys(type.getFields()) : [];
  };
  expect(fieldsOf("AnnualFinancial")).not.toContain("revenue");
  expect(fieldsOf("Enterprise")).toContain("contactPhone");
});

test("a filter over a field that is not shown is not told of", () => {
  const lowest = seenBy({ tier: "TOWN", role: "VIEWER", clearance: "L1", purpose: null });
  const filter = lowest.getType("EnterpriseFilter");
  const names = isInputObjectType(filter) ? Object.keys(filter.getFields()) : [];
  expect(names).toContain("nameContains");
  expect(names).not.toContain("scoreMin");
});
