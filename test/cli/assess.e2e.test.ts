/** `goldseed assess` over a small demonstration, in real processes. */
import { rmSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { goldseed } from "../kit/goldseed-process.ts";
import { enterableFolder } from "../kit/enterable-folder.ts";

const folder = enterableFolder("assess");
const env = { GOLDSEED_DATA_DIR: join(folder, "data") };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("goldseed assess", () => {
  beforeAll(async () => {
    const filled = await goldseed(["demo", "fill", "--scale", "small", "--json"], env);
    expect([filled.code, filled.stderr]).toEqual([0, expect.anything()]);
  });

  test("judges everybody once, and says so the second time", async () => {
    const first = await goldseed(["assess", "run", "--json"], env);
    expect(first.code).toBe(0);
    const report = JSON.parse(first.stdout) as Record<string, number>;
    expect(report["enterprises"]).toBeGreaterThan(100);
    expect(report["changed"]).toBeGreaterThan(report["enterprises"] ?? 0);
    const again = await goldseed(["assess", "run", "--json"], env);
    expect(JSON.parse(again.stdout)).toMatchObject({ changed: 0, ended: 0, verifications: 0 });
  });

  test("tells where enterprises stand", async () => {
    const { code, stdout } = await goldseed(["assess", "status", "--json"], env);
    const { packs, outcomes } = JSON.parse(stdout) as {
      packs: { pack: string; passing: number }[];
      outcomes: unknown[];
    };
    expect(code).toBe(0);
    expect(packs.find(({ pack }) => pack === "srdi_sme_2026")?.passing).toBeGreaterThan(0);
    expect(outcomes.length).toBeGreaterThan(3);
  });

  test.each([
    ["a day that is none", ["--as-of", "2026-02-30"], 2, /is no day/u],
    ["a day to come", ["--as-of", "2062-01-01"], 2, /must lie between the last judgement/u],
    ["a pack that is not there", ["--pack", "srdi_sme_2027"], 4, /Did you mean .*srdi_sme_2026/u],
  ])("refuses %s", async (_name, flags, code, words) => {
    const ended = await goldseed(["assess", "run", ...flags], env);
    expect([ended.code, ended.stderr]).toEqual([code, expect.stringMatching(words)]);
  });
});
