import { readFileSync } from "node:fs";

import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { parse } from "yaml";

import { routes } from "../../../demo/city-platform/routes.ts";
import * as words from "../../../demo/city-platform/vocabulary.ts";

interface Document {
  readonly paths: Record<string, Record<string, unknown>>;
  readonly components: { readonly schemas: Record<string, { readonly enum?: readonly string[] }> };
}

const document = parse(readFileSync("docs/city-protocol.openapi.yaml", "utf8")) as Document;
const prose = readFileSync("docs/city-protocol.md", "utf8");

test("the document is an OpenAPI document", async () => {
  const validator = new Validator();
  expect(await validator.validate({ ...structuredClone(document) })).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  // The check is one: a document without its title is none.
  const untitled = { ...structuredClone(document), info: { version: "1" } };
  expect(await validator.validate(untitled)).toMatchObject({ valid: false });
});

test("the platform serves exactly the paths of the document, with their methods", () => {
  const written = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const served = routes.map(({ method, path }) => `${method} ${path}`);
  expect(written.map((line) => line.replaceAll(/\{\w+\}/gu, "{}")).sort()).toEqual(served.sort());
});

test("prose, document and platform name the same level for every path", () => {
  for (const [, call, level] of prose.matchAll(/^\| `((?:GET|POST) [^`]+)` \| (L\d) \|/gmu)) {
    const path = call?.replaceAll(/\{\w+\}/gu, "{}");
    const route = routes.find((r) => `${r.method} ${r.path}` === path);
    expect([path, route?.level]).toEqual([path, level]);
  }
});

test("every reference in the document has its target", () => {
  const text = readFileSync("docs/city-protocol.openapi.yaml", "utf8");
  const targets = [...text.matchAll(/\$ref: "#\/([^"]+)"/gu)].map(([, path]) => path ?? "");
  expect(targets.length).toBeGreaterThan(100);
  for (const target of new Set(targets)) {
    const found = target
      .split("/")
      .reduce<unknown>((node, name) => (node as Record<string, unknown>)?.[name], document);
    expect([target, found === undefined]).toEqual([target, false]);
  }
});

test.each([
  ["TitleKind", words.titleKinds],
  ["TitleLevel", words.titleLevels],
  ["TitleStatus", words.titleStatuses],
  ["Tree", words.trees],
  ["Level", words.levels],
])("the words of %s are those of the platform", (name, list) => {
  expect(document.components.schemas[name]?.enum).toEqual(list);
});
