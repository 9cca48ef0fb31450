/** The limits of an operation stand where the lists of attacks put them, and what is our own fits in well. */
import { getIntrospectionQuery } from "graphql";
import { expect, test } from "vitest";

import { documents as benchDocuments } from "../../../bench/read/operations.ts";
import { consoleDocuments } from "../../../gateway/auth/console-documents.ts";
import { DocumentCache } from "../../../gateway/execute/document-cache.ts";
import { defaultOperationLimits } from "../../../gateway/limits/measure-operation.ts";
import { loadSchema } from "../../../gateway/load-schema.ts";
import { testCode } from "../../kit/seed.ts";

const schema = loadSchema();
const open = (limits = defaultOperationLimits) => new DocumentCache(schema, limits);
const times = (count: number, each: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => each(i)).join(" ");

test.each<readonly [what: string, most: number, document: (count: number) => string]>([
  [
    "length",
    1_000,
    (count) =>
      `{ enterprises(filter: { creditCodes: [${times(count - 16, () => `"${testCode(1)}"`)}] }) { totalCount } }`,
  ],
  [
    "depth",
    10,
    (count) => `{ areas { ${"parent { ".repeat(count - 2)} code ${"}".repeat(count - 2)} } }`,
  ],
  ["aliases", 30, (count) => `{ viewer { ${times(count, (i) => `a${i}: tier`)} } }`],
  ["root fields", 10, (count) => `{ ${times(count, () => "__typename")} }`],
  ["selections", 300, (count) => `{ viewer { ${times(count - 1, () => "tier")} } }`],
  ["directives", 5, (count) => `{ viewer { ${times(count, () => "tier @include(if: true)")} } }`],
])("%s: %d are taken and one more is not", (_what, most, document) => {
  expect(open().prepare(document(most))).toHaveProperty("operations");
  expect(() => open().prepare(document(most + 1))).toThrow(/exceeds the limit/u);
});

test("what is our own needs less than half of each limit, a question about the schema aside", () => {
  const half = {
    maxTokens: 500,
    maxDepth: 6,
    maxSelections: 150,
    maxAliases: 15,
    maxRootFields: 5,
    maxDirectives: 2,
  };
  const own = [...consoleDocuments(), ...Object.values(benchDocuments.graph)];
  const questions = own.filter((text) => text.includes("__schema"));
  expect(questions.length).toBeGreaterThan(0);
  for (const text of own)
    expect([
      text,
      open(questions.includes(text) ? defaultOperationLimits : half).prepare(text),
    ]).toEqual([text, expect.objectContaining({ text })]);
  const whole = getIntrospectionQuery({
    schemaDescription: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    inputValueDeprecation: true,
  });
  expect(open().prepare(whole)).toHaveProperty("operations");
});
