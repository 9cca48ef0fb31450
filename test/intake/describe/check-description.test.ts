import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";
import { parse } from "yaml";

import { checkDescription } from "../../../intake/describe/check-description.ts";
import { listDescriptions, loadDescription } from "../../../intake/describe/load-description.ts";
import { fileFolder } from "../kit/registry-rows.ts";

const shipped = readFileSync(
  new URL("../../../data/sources/registry.yaml", import.meta.url),
  "utf8",
);

interface Draft {
  [key: string]: unknown;
  columns: Record<string, unknown>[];
}

function problemsOf(change: (draft: Draft) => void): readonly string[] {
  const draft = parse(shipped) as Draft;
  change(draft);
  const checked = checkDescription(draft);
  return checked.ok ? [] : checked.problems;
}

const first = (draft: Draft) => draft.columns[0]!;

describe("checkDescription", () => {
  it("accepts every description that ships, each under its own name", async () => {
    const ids = await listDescriptions();
    expect(ids).toContain("registry");
    for (const id of ids) expect((await loadDescription(id)).description.id).toBe(id);
  });

  it.each<readonly [title: string, change: (draft: Draft) => void, problem: RegExp]>([
    ["an unknown key", (draft) => (draft["colour"] = "red"), /colour/],
    ["no department", (draft) => delete draft["department"], /department/],
    ["no legal basis", (draft) => (draft["basis"] = []), /basis/],
    [
      "a day that does not exist",
      (draft) => (draft["effective"] = { from: "2025-02-30", to: null }),
      /effective.from: expected a date/,
    ],
    ["an unknown target", (draft) => (draft["target"] = "PLANETS"), /target/],
    ["an unknown type", (draft) => (first(draft)["type"] = "colour"), /columns.0.type/],
    ["an unknown code", (draft) => (first(draft)["tolerate"] = ["BAD"]), /finding catalogue/],
    [
      "an unknown store column",
      (draft) => (first(draft)["into"] = ["nam"]),
      /columns.name: ENTERPRISES has no column "nam"/,
    ],
    [
      "too few store columns",
      (draft) => (draft.columns[4]!["into"] = ["capital_amount"]),
      /type capital fills 2/,
    ],
    [
      "one store column filled twice",
      (draft) => (draft.columns[3]!["into"] = ["name"]),
      /"name" is filled twice/,
    ],
    [
      "a header of two columns",
      (draft) => (draft.columns[3]!["headers"] = ["企业名称"]),
      /"企业名称" belongs to two/,
    ],
    [
      "a field that stands twice",
      (draft) => (draft.columns[3]!["field"] = "name"),
      /"name" stands twice/,
    ],
    ["a key that is no column", (draft) => (draft["key"] = ["code"]), /no column "code"/],
    [
      "a key that may be empty",
      (draft) => (draft["key"] = ["address"]),
      /"address" must have value: required/,
    ],
    [
      "choices on text",
      (draft) => (first(draft)["choices"] = { A: ["甲"] }),
      /choices belong to type choice/,
    ],
    [
      "a division without digits",
      (draft) => delete draft.columns[6]!["digits"],
      /digits belong to type division/,
    ],
  ])("refuses %s", (_, change, problem) => {
    expect(problemsOf(change).join("\n")).toMatch(problem);
  });

  it("tells every fault at once", () => {
    const problems = problemsOf((draft) => {
      draft["key"] = ["code"];
      first(draft)["into"] = ["nam"];
    });
    expect(problems).toHaveLength(2);
  });
});

describe("loadDescription", () => {
  const folder = fileFolder();

  it("answers an unknown source with the nearest name", async () => {
    await expect(loadDescription("regestry")).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringContaining('Did you mean "registry"?') as string,
    });
  });

  it("refuses a file whose id is not its name, and one that is no YAML", async () => {
    folder.write("other.yaml", shipped);
    await expect(loadDescription("other", folder.path)).rejects.toThrow(
      /expected the file's name "other"/,
    );
    folder.write("broken.yaml", "a: [");
    await expect(loadDescription("broken", folder.path)).rejects.toMatchObject({
      code: "RULES_INVALID",
    });
  });

  it("refuses a file that would grow in memory through aliases", async () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}]`,
    );
    folder.write("laughs.yaml", `l0: &l0 x\n${levels.join("\n")}\n`);
    await expect(loadDescription("laughs", folder.path)).rejects.toMatchObject({
      code: "RULES_INVALID",
    });
  });
});
