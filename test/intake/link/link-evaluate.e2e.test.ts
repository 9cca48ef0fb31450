import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import { makeRegistry } from "../../kit/registry-names.ts";

const folder = mkdtempSync(join(tmpdir(), "goldseed-link-e2e-"));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, ["cli/goldseed.mjs", "link", ...args], { encoding: "utf8" });

test("link evaluate runs with Node alone, figures on stdout, decisions in the file", () => {
  const register = makeRegistry(300, 6);
  const rows = register.map(({ id, names, creditCode, city, address }) =>
    [id, names[0]!.name, creditCode, city, address].join(","),
  );
  writeFileSync(join(folder, "r.csv"), `regid,name,uscc,city,address\n${rows.join("\n")}\n`);
  const mentions = register.map(({ names }, i) => `Q${i},${names[0]!.name},,`);
  writeFileSync(join(folder, "m.csv"), `qid,name,code,address\n${mentions.join("\n")}\n`);
  const out = join(folder, "out.csv");
  const given = ["--registry", join(folder, "r.csv"), "--mentions", join(folder, "m.csv")];
  const { status, stdout, stderr } = run("evaluate", ...given, "--out", out, "--json");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    entities: 300,
    mentions: 300,
    decisions: { auto: 300 },
  });
  const lines = readFileSync(out, "utf8").trim().split("\n").slice(1);
  expect(lines.map((line) => line.split(",").slice(0, 3).join())).toEqual(
    register.map(({ id }, i) => `Q${i},auto,${id}`),
  );
});

test.each([
  [["evaluate"], 2, "--registry"],
  [["evaluate", "--registry", "none.csv", "--mentions", "m", "--out", "o"], 4, "none.csv"],
])("link %j ends with %d and says why", (args, code, words) => {
  const { status, stderr, stdout } = run(...args);
  expect(status).toBe(code);
  expect(stderr).toContain(words);
  expect(stdout).toBe("");
});
