/** A changed policy says in full what it opens and closes; the same policy says nothing. */
import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { comparePolicies, compareSettings } from "../../../domain/access/compare-policies.ts";
import { explainDecision } from "../../../domain/access/explain-decision.ts";
import { differencesText } from "../../../cli/policy-text.ts";
import { checkPolicy } from "../../../gateway/check-policy.ts";
import { policyFile } from "../../../gateway/load-policy.ts";
import { loadSchema } from "../../../gateway/load-schema.ts";
import { shapes } from "../../../resolvers/shapes.ts";

const schema = loadSchema();
const text = readFileSync(policyFile, "utf8");
const policyOf = (changed: string) => {
  const { policy, problems } = checkPolicy(changed, schema, shapes);
  if (!policy) throw new Error(problems.join("\n"));
  return policy;
};
const policy = policyOf(text);
const compare = (from: string | RegExp, to: string) => {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return comparePolicies(policy, policyOf(changed)).map(
    ({ change, tier, fields, classes, from: old, to: now }) => ({
      change,
      tier,
      fields: fields.length < 4 ? fields : fields.length,
      classes: classes.length,
      outcome: `${old} to ${now}`,
    }),
  );
};

test("the same policy twice has no difference", () => {
  expect(comparePolicies(policy, policyOf(text))).toEqual([]);
  expect(compareSettings(policy, policy)).toEqual([]);
});

test("a limit that changes is told by its name", () => {
  const changed = policyOf(
    text
      .replace("  rows: 5000", "  rows: 9000")
      .replace("exempt: [MACHINE, AUDITOR]", "exempt: [MACHINE]")
      .replace("longestGrantDays: 90", "longestGrantDays: 30"),
  );
  expect(comparePolicies(policy, changed)).toEqual([]);
  expect(compareSettings(policy, changed)).toEqual([
    "longestGrantDays: 90 → 30",
    "bulkExport/rows: 5000 → 9000",
    "bulkExport/exempt: MACHINE, AUDITOR → MACHINE",
  ]);
});

test("a field opened to towns is told for towns alone", () => {
  const found = compare("Query.importRuns: [DISTRICT]", "Query.importRuns: [DISTRICT, TOWN]");
  expect(found).toEqual([
    {
      change: "opened",
      tier: "TOWN",
      fields: ["Query.importRuns"],
      classes: 18,
      outcome: "refuse to show",
    },
  ]);
});

test("a mask taken away closes for every tier", () => {
  const found = compare("  Enterprise.contactEmail: email\n", "");
  expect(found.map(({ change, tier, outcome }) => `${change} ${tier} ${outcome}`)).toEqual(
    ["CITY", "DISTRICT", "ZONE", "TOWN"].map((tier) => `closed ${tier} mask:email to refuse`),
  );
});

test("a lower clearance of a role closes what it had, and the words count areas", () => {
  const changed = policyOf(text.replace("SPECIALIST: L3", "SPECIALIST: L2"));
  const differences = comparePolicies(policy, changed);
  expect(new Set(differences.map(({ change }) => change))).toEqual(new Set(["closed"]));
  const words = differencesText(differences, [], (tier) => (tier === "TOWN" ? 23 : 1));
  expect(words).toMatch(
    /- \d+ 个字段对 23 镇街不再可见（show → refuse） \/ \d+ field\(s\) closed to 23 towns/u,
  );
  expect(words).toContain("TOWN/SPECIALIST L3");
});

test("every problem of a policy is told at once, with the nearest names", () => {
  const broken = text
    .replace("contactPhone: phone", "contactFone: fone")
    .replace("Query.syncRuns: [CITY, DISTRICT]", "Query.syncRun: [CITI]")
    .replace("smallestGroup: 5", "smallestGroup: 2")
    .replace("  rows: 5000", "  rows: 0")
    .replace("exempt: [MACHINE, AUDITOR]", "exempt: [ROBOT]");
  const { policy: none, problems } = checkPolicy(broken, schema, shapes);
  expect(none).toBeNull();
  expect(problems.join("\n")).toMatch(
    /contactFone.*contactPhone[\s\S]*"fone" is none[\s\S]*"phone"[\s\S]*Query\.syncRun"[\s\S]*"Query\.syncRuns"[\s\S]*"CITI"[\s\S]*smallestGroup is 2[\s\S]*bulkExport\/rows is 0[\s\S]*bulkExport\/exempt: "ROBOT"/u,
  );
});

test("a mask on what is no column is a problem", () => {
  const broken = text.replace("masks:\n", "masks:\n  AnnualFinancial.revenue: moneyRange\n");
  expect(checkPolicy(broken, schema, shapes).problems).toEqual([]);
  const relation = new Map(shapes);
  const shape = shapes.get("AnnualFinancial")!;
  const many = { kind: "many", type: "AnnualFinancial", join: [], order: [] } as const;
  relation.set("AnnualFinancial", { ...shape, fields: { ...shape.fields, revenue: many } });
  expect(checkPolicy(broken, schema, relation).problems).toEqual([
    'masks：“AnnualFinancial.revenue”不是库中的一列，无从脱敏 / masks: "AnnualFinancial.revenue" is not a column, so that nothing can mask it',
  ]);
});

test.each([
  ["Enterprise.name", "show", "classified/L1"],
  ["Enterprise.contactPhone", "mask", "masks/Enterprise.contactPhone"],
  ["AnnualFinancial.revenue", "refuse", "clearance/L3"],
  ["Query.importRuns", "refuse", "tiers/Query.importRuns"],
  ["Query.nothing", "refuse", "unclassified/Query.nothing"],
])("%s is explained to a viewer of a town: %s by %s", (field, decision, rule) => {
  const who = { tier: "TOWN", role: "VIEWER", clearance: "L2", purpose: null } as const;
  const explained = explainDecision(policy, who, field);
  expect(explained).toMatchObject({ decision, rule, policyVersion: policy.version });
  expect(explained.zh).toMatch(/[\u4E00-\u9FFF]/u);
  expect(explained.en).not.toBe(rule);
});

test.each([
  ["L2", null, /^L4 is above the clearance L2: masked as phone$/u],
  ["L4", null, /^L4 needs a purpose: SERVICE_VISIT, .*; none was named: masked as phone$/u],
  ["L4", "CURIOSITY", /^L4 needs a purpose: .*; "CURIOSITY" was named: masked as phone$/u],
] as const)("a mask says what it would take: at %s with purpose %s", (clearance, purpose, en) => {
  const who = { tier: "DISTRICT", role: "OFFICER", clearance, purpose } as const;
  const explained = explainDecision(policy, who, "Enterprise.contactPhone");
  expect(explained).toMatchObject({ decision: "mask", rule: "masks/Enterprise.contactPhone" });
  expect(explained.en).toMatch(en);
});
