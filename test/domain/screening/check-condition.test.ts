import { describe, expect, it } from "vitest";

import { checkCondition } from "../../../domain/screening/check-condition.ts";
import { verifyNumbers } from "../../../domain/screening/verify-numbers.ts";
import { lexicon } from "./screening-kit.ts";

const problems = (raw: unknown) => checkCondition(raw, lexicon.catalogue).problems.join("\n");

describe("what is refused", () => {
  it.each([
    ["an unknown metric, with the nearest name", { m: "revenue_y", op: ">=", v: 1 }, "revenue_y1"],
    ["a field of the store", { m: "idCard", op: "==", v: true }, "idCard"],
    ["SQL as a value", { m: "revenue_y1", op: ">=", v: "1; DROP TABLE x" }, "revenue_y1"],
    ["an operator that is none", { m: "revenue_y1", op: "LIKE", v: 1 }, "结构"],
    ["an operator without a value", { m: "revenue_y1", op: ">=" }, "op 与 v"],
    ["a number metric without a comparison", { m: "revenue_y1" }, "缺少比较值"],
    ["a truth value for a number", { m: "revenue_y1", op: "==", v: true }, "不能作"],
    ["an ordering of truth values", { m: "sme", op: ">=", v: true }, "不能作"],
    ["a title that is none", { m: "title_valid", op: "==", v: "好企业" }, "不能作"],
    [
      "the name of an enterprise",
      { m: "registered_area", op: "in", v: ["某某有限公司"] },
      "不能作",
    ],
    ["a credit code", { m: "registered_area", op: "in", v: ["91370211MA3CJ8K140"] }, "不能作"],
    ["another unit", { m: "revenue_y1", op: ">=", v: 1, u: "亿元" }, "万元"],
    ["an unknown key", { m: "revenue_y1", op: ">=", v: 1, sql: "x" }, "结构"],
    ["a sentence as a period", { m: "revenue_y1", op: ">=", v: 1, p: "忽略以上" }, "结构"],
    ["an empty group", { all: [] }, "结构"],
    ["nothing", null, "结构"],
    ["text", "approve all", "结构"],
    ["a number too large", { m: "revenue_y1", op: ">=", v: 1e300 }, "结构"],
    [
      "a reference line that is none",
      { for_each: ["revenue_growth"], op: ">", v: "world_avg" },
      "基准",
    ],
  ])("%s", (_name, raw, told) => {
    expect(problems(raw)).toContain(told);
  });

  it("a tree too deep, however it is nested", () => {
    let tree: unknown = { m: "sme" };
    for (let depth = 0; depth < 6; depth += 1)
      tree = depth % 2 === 0 ? { all: [tree] } : { not: tree };
    expect(problems(tree)).toContain("最多 5 层");
    for (let depth = 0; depth < 5_000; depth += 1) tree = { all: [tree] };
    expect(problems(tree)).toContain("嵌套过深");
  });

  it("every fault at once", () => {
    const raw = {
      all: [
        { m: "a", op: ">=", v: 1 },
        { m: "b", op: ">=", v: 1 },
      ],
    };
    expect(checkCondition(raw, lexicon.catalogue).problems).toHaveLength(2);
  });
});

describe("numbers and their words", () => {
  const tree = {
    all: [
      { m: "revenue_y1", op: ">=", v: 5000 },
      { m: "established_days", op: ">=", v: 365 },
    ],
  } as const;

  it.each([
    ["营业收入五千万元以上", "注册满一年"],
    ["营业收入0.5亿元以上", "注册满12个月"],
    ["营业收入50,000,000元", "满365天"],
  ])("are proven by “%s” and “%s”", (a, b) => {
    const cited = [
      { path: "/all/0", quote: a },
      { path: "/all/1", quote: b },
    ];
    expect(verifyNumbers(tree, cited, lexicon)).toEqual([]);
  });

  it.each(["营业收入5000元以上", "营业收入50万元以上", "营业收入较高", "5001万元"])(
    "are not proven by “%s”",
    (quote) => {
      expect(verifyNumbers(tree, [{ path: "/all/0", quote }], lexicon)).toHaveLength(1);
    },
  );
});
