/** The shipped rules hold together, and a faulty file is refused with every fault named. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { readLabelRules, readScoreRules } from "../../../cultivation/portrait/read-rules.ts";
import { temporaryFolder } from "../../kit/temporary-folder.ts";

const folder = temporaryFolder();
const shipped = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../data/${path}`, import.meta.url)), "utf8");

function altered(path: string, from: string, to: string): string {
  const text = shipped(path);
  if (!text.includes(from)) throw new Error(`"${from}" is not in ${path}`);
  const file = join(folder, "rules.yaml");
  writeFileSync(file, text.replace(from, to));
  return file;
}

describe("the shipped rules", () => {
  it("weigh seven parts with 100 in all", () => {
    const { parts } = readScoreRules();
    expect(parts.map(({ id }) => id)).toEqual([
      "RD",
      "IP",
      "GROWTH",
      "TITLES",
      "FINANCE",
      "EMPLOYMENT",
      "RISK",
    ]);
    expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  it("give every part more for more", () => {
    for (const { id, points } of readScoreRules().parts) {
      const shares = points.map(([, share]) => share);
      expect(shares, id).toEqual(shares.toSorted((a, b) => a - b));
    }
  });

  it("name each label once and give each a reason", () => {
    const { labels } = readLabelRules();
    expect(labels.length).toBeGreaterThanOrEqual(20);
    expect(labels.every(({ reason }) => reason.length > 3)).toBe(true);
  });
});

describe("readScoreRules", () => {
  it.each([
    [
      "weight: 20, points: [[0, 0], [1, 0.2]",
      "weight: 21, points: [[0, 0], [1, 0.2]",
      "add up to 100",
    ],
    ["[1, 0.2], [3, 0.5]", "[3, 0.2], [1, 0.5]", "values must rise"],
    ["measure: rd_ratio", "measure: rd_ratio; drop table titles", "parts.0.measure: 无效选项"],
    ["UNICORN: 1,", "UNICORNS: 1,", " / Unrecognized key"],
  ])("refuses %s altered to %s", (from, to, fault) => {
    expect(() => readScoreRules(altered("scoring/score-1.yaml", from, to))).toThrow(fault);
  });

  it("refuses a file that is not there, and one that is no YAML", () => {
    const code = (name: string) => expect.objectContaining({ code: name });
    expect(() => readScoreRules(join(folder, "none.yaml"))).toThrow(code("FILE_UNREADABLE"));
    writeFileSync(join(folder, "torn.yaml"), "parts: [1, 2\nversion: {");
    expect(() => readScoreRules(join(folder, "torn.yaml"))).toThrow(code("RULES_INVALID"));
  });
});

describe("readLabelRules", () => {
  it.each([
    ["[growth, atLeast, 15]", "[growths, atLeast, 15]", "labels.1.all.0"],
    ["[growth, atLeast, 15]", '[growth, atLeast, "15 or true"]', "labels.1.all.0"],
    ["近两年营收平均增长{growth}%", "近两年营收平均增长{password}%", "does not exist"],
    ["label: 增长快", "label: 发展猛", "stands twice"],
  ])("refuses %s altered to %s", (from, to, fault) => {
    expect(() => readLabelRules(altered("labels/labels-1.yaml", from, to))).toThrow(fault);
  });
});
