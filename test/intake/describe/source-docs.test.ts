import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { listDescriptions, loadDescription } from "../../../intake/describe/load-description.ts";
import { findingsPage, sourcePage } from "../../../tools/source-page.ts";

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

  it.each(ids.filter((id) => id !== "registry"))("has the page of %s as it is made", async (id) => {
    const { description } = await loadDescription(id);
    expect(pageOf(id)).toBe(sourcePage(description));
    expect(description.purpose).not.toBeNull();
  });

  it("explains every finding", () => {
    expect(pageOf("findings")).toBe(findingsPage());
  });
});
