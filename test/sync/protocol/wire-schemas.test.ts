import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

import { sha256Hex } from "../../../sync/protocol/canonical-record.ts";
import { wireSchemas } from "../../../sync/protocol/wire-schemas.ts";

interface Schema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

const document = parse(readFileSync("docs/city-protocol.openapi.yaml", "utf8")) as {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const jsonSchemas = Object.fromEntries(
  Object.entries(wireSchemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { unrepresentable: "any" }) as Schema,
  ]),
);

test("the wire has not changed: who changes it raises the protocol's version and this hash knowingly", () => {
  expect(sha256Hex(JSON.stringify(jsonSchemas))).toMatchInlineSnapshot(
    `"fb5ea2fc7d2c36f285c62e477e2c4b026e6c44d2a3ee2284307f0fa11ac98d90"`,
  );
});

describe("members are those of the published document", () => {
  // A part of Records there, a form of its own here.
  const nested = new Set(["CityRecord"]);
  test.each(Object.entries(jsonSchemas).filter(([name]) => !nested.has(name)))(
    "%s",
    (name, schema) => {
      const written = document.components.schemas[name];
      expect([name, written === undefined]).toEqual([name, false]);
      expect(Object.keys(schema.properties ?? {}).sort()).toEqual(
        Object.keys(written?.properties ?? {}).sort(),
      );
      expect([...(schema.required ?? [])].sort()).toEqual([...(written?.required ?? [])].sort());
    },
  );
});
