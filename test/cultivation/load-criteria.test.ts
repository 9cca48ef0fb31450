/** The shipped criteria are sound; a file laid over them is judged together with them, problems with file and line. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { loadCriteria, loadSoundCriteria } from "../../cultivation/load-criteria.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "criteria-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const shipped = (name: string): Promise<string> =>
  readFile(new URL(`../../data/criteria/${name}.yaml`, import.meta.url), "utf8");

async function laidOver(text: string): Promise<string> {
  const path = join(folder, "draft.yaml");
  await writeFile(path, text);
  return path;
}

test("what ships has no problem and every pack of the district", async () => {
  const { criteria, problems } = await loadCriteria();
  expect(problems).toEqual([]);
  expect(criteria.packs.size).toBe(13);
  expect(criteria.catalogue.indicators.size).toBeGreaterThan(120);
});

describe("a file laid over what ships", () => {
  test("takes the place of the pack with its id", async () => {
    const path = await laidOver(
      (await shipped("srdi-sme-2026")).replace("at_least: 1500", "at_least: 1600"),
    );
    const { criteria, overlaid, problems } = await loadCriteria({ overlaid: [path] });
    expect(problems).toEqual([]);
    expect(criteria.packs.size).toBe(13);
    expect(criteria.packs.get("srdi_sme_2026")).toBe(overlaid[0]);
  });

  test("is told of its problems with file and line", async () => {
    const text = (await shipped("srdi-sme-2026")).replace("input: revenue_y1", "input: revenu_y1");
    const line = text.split("\n").findIndex((one) => one.includes("revenu_y1")) + 1;
    const { problems } = await loadCriteria({ overlaid: [await laidOver(text)] });
    expect(problems).toEqual([
      {
        file: "draft.yaml",
        line,
        path: "gates[4].needs.any[0].input",
        message: 'indicator "revenu_y1" is not known; did you mean "revenue_y1"?',
        messageZh: "没有指标“revenu_y1”；是否指“revenue_y1”？",
      },
    ]);
  });

  test("is told when it governs the same days as a version that ships", async () => {
    const text = (await shipped("srdi-sme-2026")).replace("id: srdi_sme_2026", "id: srdi_sme_2027");
    const { problems } = await loadCriteria({ overlaid: [await laidOver(text)] });
    expect(problems.map((one) => one.path)).toEqual(["in_force.new", "in_force.renewal"]);
    expect(problems[0]?.message).toContain(
      '"srdi_sme_2027" and "srdi_sme_2026" both govern new applications',
    );
  });

  test("is told of broken YAML and of a key written twice", async () => {
    const { problems } = await loadCriteria({
      overlaid: [await laidOver("kind: rules\nid: a\nid: b\n")],
    });
    expect(problems[0]).toMatchObject({ file: "draft.yaml", line: 3, path: "(syntax)" });
  });

  test("of a title that would wait for itself is refused", async () => {
    const text = (await shipped("innovative-sme-2022")).replace(
      "gates:",
      "gates:\n  - { id: circle, name_zh: 环, needs: { title: little_giant } }",
    );
    const { problems } = await loadCriteria({ overlaid: [await laidOver(text)] });
    expect(problems.map((one) => one.message).join()).toContain("titles wait for one another");
  });
});

test("criteria with a problem are not handed out: the error lists all of them", async () => {
  const path = await laidOver("kind: rules\nid: draft\ntitle: gazele\n");
  await expect(loadSoundCriteria({ overlaid: [path] })).rejects.toMatchObject({
    code: "RULES_INVALID",
    message: expect.stringContaining(
      'title "gazele" is not known; did you mean "gazelle"?',
    ) as string,
  });
});

test("a file that is not there is told by its name, and keeps nobody from the faults of the others", async () => {
  const none = join(folder, "none.yaml");
  const faulty = await laidOver("kind: rules\nid: draft\ntitle: gazele\n");
  const { problems } = await loadCriteria({ overlaid: [none, faulty] });
  expect(problems[0]).toMatchObject({ file: "none.yaml", line: null, path: "(file)" });
  expect(problems[0]?.message).toBe(`"${none}" cannot be read (ENOENT); check the path`);
  expect(problems.filter(({ file }) => file === "none.yaml")).toHaveLength(1);
  expect(problems.map(({ message }) => message).join()).toContain('did you mean "gazelle"?');
  await expect(loadSoundCriteria({ overlaid: [none] })).rejects.toMatchObject({
    code: "RULES_INVALID",
  });
});

test("an alias without its anchor is a fault of its file like any other", async () => {
  const { problems } = await loadCriteria({
    overlaid: [await laidOver("kind: rules\nid: *nowhere\n")],
  });
  expect(problems).toEqual([expect.objectContaining({ file: "draft.yaml", path: "(syntax)" })]);
});
