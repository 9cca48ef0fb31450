/** The parts of a verdict, on a small pack: what is missing, presumed, overlaid, disabled, and how far it is. */
import { describe, expect, test } from "vitest";

import type { Inputs, Value } from "../../../domain/criteria/inputs.ts";
import { judge } from "../../../domain/criteria/judge.ts";
import type { Verdict } from "../../../domain/criteria/verdict.ts";
import { decimal } from "../../../lib/decimal.ts";
import { readSample, sampleCatalogue, samplePackData } from "./sample-pack.ts";

const catalogue = sampleCatalogue();

function facts(
  values: Readonly<Record<string, number | boolean | string>>,
  titles?: string[],
): Inputs {
  const entries = Object.entries(values).map(([key, value]): [string, Value] => [
    key,
    typeof value === "number" ? decimal(value) : value,
  ]);
  return { values: new Map(entries), titles: titles && new Set(titles) };
}

function verdictOf(
  changes: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, number | boolean | string>>,
  { titles, asOf }: { titles?: string[]; asOf?: string } = {},
): Verdict {
  return judge(readSample(samplePackData(changes)), facts(values, titles), catalogue, asOf);
}

const gate = (needs: object, more: object = {}) => ({
  gates: [{ id: "g", name_zh: "门槛", needs, ...more }],
});
const clear = { accident: false };

describe("scores", () => {
  test("a missing fact leaves bounds, and a total that is decided all the same", () => {
    const verdict = verdictOf({}, { ...clear, revenue: 200, certified: true, patents: 0 });
    expect(verdict).toMatchObject({
      pass: true,
      total: "unknown",
      points: { A1: 10, A2: "unknown" },
      ranges: { A2: [3, 5] },
      category: { 甲: "unknown" },
      unknown: ["branded"],
      progress: 100,
    });
  });

  test("a category is cut at its maximum", () => {
    const verdict = verdictOf(
      { categories: [{ name: "甲", maximum: 12 }] },
      { ...clear, revenue: 200, certified: true, branded: true, patents: 0 },
    );
    expect(verdict).toMatchObject({ points: { A1: 10, A2: 5 }, category: { 甲: 12 }, total: 12 });
  });

  test("a total given from outside stands in the place of the sum", () => {
    const verdict = verdictOf(
      { total_input: "given" },
      { ...clear, revenue: 0, given: 11, patents: 0 },
    );
    expect(verdict).toMatchObject({ total: 11, pass: true, unknown: [] });
  });

  test("one item and one category can be asked for", () => {
    const values = { ...clear, revenue: 100, certified: false, branded: false, patents: 0 };
    expect(verdictOf(gate({ score: "A1", at_least: 5 }), values).pass).toBe(true);
    expect(verdictOf(gate({ score: "A2", more_than: 0 }), values).pass).toBe(false);
    expect(verdictOf(gate({ score: "甲", at_least: 5 }), values).pass).toBe(true);
    expect(verdictOf(gate({ category_minimums: "all" }), { ...values, revenue: 99 }).pass).toBe(
      false,
    );
  });
});

describe("what is not known", () => {
  const needs = {
    all: [
      { input: "revenue", at_least: 100 },
      { input: "certified", is: true },
    ],
  };

  test("is named, unless another fact decides without it", () => {
    const open = verdictOf(gate(needs), { ...clear, revenue: 100, patents: 0 });
    expect(open).toMatchObject({
      pass: "unknown",
      failed: [],
      unknown: expect.arrayContaining(["certified"]) as string[],
    });
    expect(verdictOf(gate(needs), { ...clear, revenue: 99, patents: 0 })).toMatchObject({
      pass: false,
      failed: ["g"],
    });
  });

  test("keeps an exclusion open, which keeps the verdict open", () => {
    const verdict = verdictOf(gate({ input: "revenue", at_least: 1 }), { revenue: 5, patents: 0 });
    expect(verdict).toMatchObject({ pass: "unknown", excluded_by: [], progress: 99 });
    expect(verdict.unknown).toContain("accident");
  });

  test("counts as met where the office checks it, and is listed", () => {
    const presumed = gate({ input: "certified", is: true }, { presumed: true });
    expect(verdictOf(presumed, { ...clear, patents: 0 })).toMatchObject({
      pass: true,
      presumed: ["certified"],
    });
    expect(verdictOf(presumed, { ...clear, certified: false, patents: 0 })).toMatchObject({
      pass: false,
      presumed: [],
    });
  });

  test("about titles is not the same as holding none", () => {
    const asked = gate({ title: "bronze" });
    expect(verdictOf(asked, clear).pass).toBe("unknown");
    expect(verdictOf(asked, clear, { titles: [] }).pass).toBe(false);
    expect(verdictOf(asked, clear, { titles: ["bronze"] }).pass).toBe(true);
  });
});

describe("notices", () => {
  const changes = {
    ...gate({ input: "revenue", at_least: 100 }),
    overlays: [
      {
        id: "n",
        name_zh: "通知",
        document: "某函",
        confidence: "text_seen",
        period: { from: "2025-01-01", to: "2025-12-31" },
        gates: [
          { id: "g", name_zh: "改高", needs: { input: "revenue", at_least: 500 } },
          { id: "h", name_zh: "新增", needs: { input: "certified", is: true } },
        ],
        exclusions: [{ id: "X9", name_zh: "上市", input: "listed", look_back: "申报时" }],
      },
    ],
  };
  const values = { ...clear, revenue: 200, certified: false, listed: true, patents: 0 };

  test.each([
    [undefined, true, [], []],
    ["2024-12-31", true, [], []],
    ["2025-01-01", false, ["g", "h"], ["X9"]],
    ["2025-12-31", false, ["g", "h"], ["X9"]],
    ["2026-01-01", true, [], []],
  ])("on %s the verdict is %s", (asOf, pass, failed, excluded) => {
    const verdict = verdictOf(changes, values, asOf === undefined ? {} : { asOf });
    expect(verdict).toMatchObject({ pass, failed, excluded_by: excluded });
  });
});

test("a disabled pack judges nothing", () => {
  expect(verdictOf({ status: "disabled", gates: [] }, { ...clear, revenue: 500 })).toMatchObject({
    pass: "unknown",
    progress: 0,
    total: null,
    waysToPass: [],
  });
});

describe("progress", () => {
  const two = (first: object, second: object) => ({
    gates: [
      { id: "a", name_zh: "一", needs: first },
      { id: "b", name_zh: "二", needs: second },
    ],
  });
  const revenue = { input: "revenue", at_least: 100 };

  test.each([
    ["a quarter of one figure", { revenue: 0, debt: 200 }, 12],
    ["half of one figure", { revenue: 50, debt: 50 }, 75],
    ["a hair short", { revenue: 99.9999, debt: 50 }, 99],
    ["too high a ratio", { revenue: 100, debt: 80 }, 81],
    ["all met", { revenue: 100, debt: 50 }, 100],
    ["one not known", { debt: 50 }, 50],
  ])("%s", (_what, values, progress) => {
    const verdict = verdictOf(two(revenue, { input: "debt", at_most: 50 }), {
      ...clear,
      ...values,
      patents: 0,
    });
    expect(verdict.progress).toBe(progress);
  });

  test("of a rank counts places, and none is nothing", () => {
    const asked = gate({ input: "rank", at_least: 1, at_most: 3 });
    const at = (rank: number) => verdictOf(asked, { ...clear, rank, patents: 0 }).progress;
    expect([0, 1, 3, 4, 30].map(at)).toEqual([0, 100, 100, 75, 10]);
  });

  test("is nothing for one who is barred or may not apply, however good the figures", () => {
    const apply = {
      gates: [
        { id: "a", name_zh: "一", role: "eligibility", needs: { input: "listed", is: false } },
        { id: "b", name_zh: "二", needs: revenue },
      ],
    };
    expect(verdictOf(apply, { ...clear, listed: true, revenue: 500, patents: 0 }).progress).toBe(0);
    expect(
      verdictOf(apply, { accident: true, listed: false, revenue: 500, patents: 0 }).progress,
    ).toBe(0);
    expect(verdictOf(apply, { ...clear, revenue: 500, patents: 0 }).progress).toBe(99);
    expect(verdictOf(apply, { ...clear, listed: false, revenue: 500, patents: 0 }).progress).toBe(
      100,
    );
  });
});
