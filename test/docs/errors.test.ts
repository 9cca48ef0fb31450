/** docs/errors.md and the catalogue are one set, told alike. */
import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { errorCatalogue } from "../../domain/errors.ts";
import { errorsPage } from "../../tools/errors-page.ts";

test("the page of errors is the catalogue", () => {
  expect(readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8")).toBe(
    errorsPage(errorCatalogue),
  );
});
