/** What the city knows against what the district holds before the first exchange. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { cityLines, cityTitles } from "../../../demo/district/city-titles.ts";
import { titleSheet } from "../../../demo/district/facts/titles.ts";
import type { Plan } from "../../../demo/district/plan.ts";
import { subjectsOf } from "../../../demo/district/subject.ts";
import { writeCitySeed } from "../../../demo/district/write-city-seed.ts";
import { readAreaFile } from "../../../store/read-area-file.ts";
import { temporaryFolder } from "../../kit/temporary-folder.ts";

const folder = temporaryFolder();
const plan: Plan = { scale: "small", seed: 5, asOf: "2026-11-23" };
const townNames = new Map(readAreaFile().map(({ code, name }) => [code, name]));

/** Rows of the district's table, in the words of the city. */
const district = [...subjectsOf(plan, townNames)].flatMap((subject) =>
  titleSheet.rows(subject).map(({ cells }) => {
    const [kind, batch, level, validFrom, validTo, status, certificateNo] = cells;
    const { creditCode } = subject.identity;
    return { creditCode, kind, batch, level, validFrom, validTo, status, certificateNo };
  }),
);
const city = [...cityTitles(plan)];

describe("cityTitles", () => {
  it("names the same titles as the district holds", () => {
    const keys = (list: readonly { creditCode: string; kind: unknown; batch: unknown }[]) =>
      list
        .map(({ creditCode, kind, batch }) => `${creditCode}|${String(kind)}|${String(batch)}`)
        .sort();
    expect(keys(city)).toEqual(keys(district));
  });

  it("differs in six of them: three numbers, three validities, all of valid titles", () => {
    const changed = city.flatMap((theirs) => {
      const ours = district.find(
        ({ creditCode, kind, batch }) =>
          creditCode === theirs.creditCode && kind === theirs.kind && batch === theirs.batch,
      );
      if (ours?.certificateNo === null) return ["number"];
      return ours?.validTo === theirs.validTo ? [] : ["validity"];
    });
    expect(changed.sort()).toEqual([
      "number",
      "number",
      "number",
      "validity",
      "validity",
      "validity",
    ]);
  });

  it("counts valid titles as the district does, so that the figures hold before and after the exchange", () => {
    const counts = (list: readonly { kind: unknown; status: unknown }[]) =>
      list
        .filter(({ status }) => status === "VALID")
        .map(({ kind }) => String(kind))
        .sort();
    expect(counts(city)).toEqual(counts(district));
  });
});

describe("writeCitySeed", () => {
  it("writes every title, and the recommended enterprises that hold none, with their filing", async () => {
    const path = join(folder, "seed.jsonl");
    const count = await writeCitySeed(plan, path);
    const lines = readFileSync(path, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(count);
    expect(lines).toEqual(JSON.parse(JSON.stringify([...cityLines(plan)])));
    expect(lines.filter((line) => "kind" in line)).toHaveLength(city.length);
    expect(lines.some((line) => !("kind" in line))).toBe(true);
    expect(
      lines.every((line) => typeof (line["filing"] as { status: string }).status === "string"),
    ).toBe(true);
  });
});
