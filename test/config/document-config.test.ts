/** The page of settings says what the table says. */
import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { documentConfig } from "../../config/document-config.ts";
import { options } from "../../config/options.ts";

const page = readFileSync(new URL("../../docs/configuration.md", import.meta.url), "utf8");

test("docs/configuration.md is what tools/write-configuration-docs.ts writes", () => {
  expect(page).toBe(documentConfig());
});

test("every setting has its row", () => {
  for (const [name, { env }] of Object.entries(options))
    expect(page).toMatch(new RegExp(`^\\| \`${name}\`.*\`${env}\``, "m"));
});
