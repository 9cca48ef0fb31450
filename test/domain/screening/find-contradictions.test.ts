import { describe, expect, it } from "vitest";

import type { Condition } from "../../../domain/screening/condition.ts";
import { findContradictions } from "../../../domain/screening/find-contradictions.ts";
import { clauseCases, composed, lexicon, read } from "./screening-kit.ts";

const find = (condition: Condition) => findContradictions(condition, lexicon.catalogue);
const least = (v: number): Condition => ({ m: "revenue_y1", op: ">=", v });
const below = (v: number): Condition => ({ m: "revenue_y1", op: "<", v });
const profit: Condition = { m: "net_profit_y1", op: ">=", v: 100 };
const valid = (op: "in" | "not in", ...v: string[]): Condition => ({ m: "title_valid", op, v });
const titles = lexicon.catalogue.metrics.get("title_valid")?.values ?? [];
const [one = "", two = ""] = titles;

describe("nothing can meet", () => {
  it.each<[string, Condition]>([
    ["above ten million and below five", { all: [least(1_000), below(500)] }],
    [
      "an edge that both sides leave out",
      {
        all: [
          { ...least(500), op: ">" },
          { ...below(500), op: "<=" },
        ],
      },
    ],
    [
      "a tenth of a percent",
      {
        all: [
          { m: "debt_ratio", op: ">", v: 70.3 },
          { m: "debt_ratio", op: "<=", v: 70.2 },
        ],
      },
    ],
    [
      "a value and another",
      {
        all: [
          { m: "revenue_y1", op: "==", v: 1 },
          { m: "revenue_y1", op: "==", v: 2 },
        ],
      },
    ],
    [
      "a value and not that value",
      {
        all: [
          { m: "revenue_y1", op: "==", v: 1 },
          { m: "revenue_y1", op: "!=", v: 1 },
        ],
      },
    ],
    ["yes and no", { all: [{ m: "sme" }, { not: { m: "sme" } }] }],
    [
      "the denial of a choice that holds",
      { all: [least(1_000), { not: { any: [profit, least(500)] } }] },
    ],
    ["a title and not that title", { all: [valid("in", one), valid("not in", one, two)] }],
    [
      "no alternative that fits what is asked besides",
      { all: [least(1_000), { any: [below(500), { all: [profit, below(900)] }] }] },
    ],
  ])("%s", (_name, condition) => {
    const { impossible, said } = find(condition);
    expect(impossible).toBe(true);
    expect(said.join()).toMatch(/^“.+”与“.+”不能同时成立/);
  });
});

describe("an alternative or a band that nothing can meet is said, and the rest stands", () => {
  it.each<[string, Condition]>([
    ["an alternative", { any: [profit, { all: [least(1_000), below(500)] }] }],
    [
      "a band",
      {
        tiers: [
          { if: least(1_000), then: below(500) },
          { if: "otherwise", then: profit },
        ],
      },
    ],
  ])("%s", (_name, condition) => {
    const { impossible, said } = find(condition);
    expect(impossible).toBe(false);
    expect(said).toHaveLength(1);
  });
});

describe("is no contradiction", () => {
  it.each<[string, Condition]>([
    ["a range", { all: [least(500), below(1_000)] }],
    ["one point", { all: [least(500), { m: "revenue_y1", op: "<=", v: 500 }] }],
    ["a choice", { any: [least(1_000), below(500)] }],
    ["another year", { all: [least(1_000), { m: "revenue_y2", op: "<", v: 500 }] }],
    ["another period of one metric", { all: [least(1_000), { ...below(500), p: "2019年度" }] }],
    ["what is wished for in principle", { all: [least(1_000), { ...below(500), soft: true }] }],
    [
      "what a person answers",
      {
        all: [{ m: "good_standing", manual: true }, { not: { m: "good_standing", manual: true } }],
      },
    ],
    ["two titles", { all: [valid("in", one), valid("in", two)] }],
    [
      "bands",
      {
        tiers: [
          { if: least(1_000), then: profit },
          { if: below(1_000), then: least(1) },
        ],
      },
    ],
  ])("%s", (_name, condition) => {
    expect(find(condition)).toEqual({ impossible: false, said: [] });
  });
});

it("no clause of the collections contradicts itself", () => {
  const cases = ["collected", ...composed].flatMap((name) => clauseCases(name));
  const wrong = cases.flatMap(({ id, tree }) =>
    tree !== null && find(tree).said.length > 0 ? [`${id}: ${find(tree).said.join()}`] : [],
  );
  expect(wrong).toEqual([]);
});

it("is found in a clause as it is written", () => {
  const tree = read("上年度营业收入1000万元以上且低于500万元");
  expect(tree && find(tree).said).toEqual([
    "“上年度营业收入总额低于500万元”与“上年度营业收入总额不低于1000万元”不能同时成立",
  ]);
});
