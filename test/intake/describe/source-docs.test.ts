import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { listDescriptions, loadDescription } from "../../../intake/describe/load-description.ts";
import { findingCatalogue } from "../../../intake/validate/finding-catalogue.ts";

const pageOf = (id: string) =>
  readFileSync(new URL(`../../../docs/sources/${id}.md`, import.meta.url), "utf8");

const ids = await listDescriptions();

describe("docs/sources", () => {
  it.each(ids)("explains %s as it is described", async (id) => {
    const { description } = await loadDescription(id);
    const page = pageOf(id);
    expect(page).toContain(description.names.zh);
    expect(page).toContain(description.department);
    for (const { number } of description.basis) expect(page).toContain(number);
    for (const { headers, column, value } of description.columns) {
      const required = [column, value].map((word) => (word === "required" ? "是" : "否"));
      expect(page).toContain(`| ${headers.join("、")} | ${required.join(" | ")} |`);
    }
    for (const { tolerate } of description.columns) {
      const noted = /^只作提示.*$/m.exec(page)?.[0] ?? "";
      for (const code of tolerate) expect(noted).toContain(`\`${code}\``);
    }
  });

  it("explains every finding that the registry can give", () => {
    const page = pageOf("registry");
    for (const code of Object.keys(findingCatalogue)) expect(page).toContain(`\`${code}\``);
  });
});
