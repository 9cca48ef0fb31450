import { describe, expect, it } from "vitest";

import { fitHeader } from "../../../intake/describe/fit-header.ts";
import { loadDescription } from "../../../intake/describe/load-description.ts";
import { looksLikeEnterprise, watchColumns } from "../../../intake/run/swapped-columns.ts";

const { description } = await loadDescription("permits");
const names = ["行政相对人名称", "统一社会信用代码", "地址", "许可编号", "许可事项", "许可机关"];
const fit = fitHeader(names, description);
const header = { line: 1, names, fit, delimiter: ",", splitter: () => expect.fail("not asked") };

type Cells = readonly [name: string, code: string, address: string, number: string, permit: string];

function swapped(cells: (i: number) => Cells, records = 12) {
  const watch = watchColumns(description, header);
  for (let i = 0; i < records; i++) {
    watch.see({ line: i + 2, cells: [...cells(i), "青岛西海岸新区市场监督管理所"], faults: [] });
  }
  return watch.swapped();
}

const company = (i: number) => `青岛虚构${i}号机械有限公司`;
const number = (i: number) => `青西审批〔2024〕${i}号`;
const place = "灵珠山街道虚构路1号";

describe("columns of names", () => {
  it.each<readonly [title: string, cells: (i: number) => Cells, other: string]>([
    ["permit numbers", (i) => [number(i), "", place, company(i), "食品经营许可"], "许可编号"],
    ["addresses", (i) => [place, "", company(i), number(i), "食品经营许可"], "地址"],
    ["kinds of permits", (i) => ["食品经营许可", "", place, number(i), company(i)], "许可事项"],
    [
      "codes",
      (i) => ["9137021100000000X", company(i), place, number(i), "许可"],
      "统一社会信用代码",
    ],
  ])("that hold %s while the names stand elsewhere are told with a line", (_, cells, other) => {
    expect(swapped(cells)).toMatchObject({
      column: "行政相对人名称",
      other,
      line: 2,
      otherValue: company(0),
    });
  });

  it.each<readonly [title: string, cells: (i: number) => Cells, records: number]>([
    ["names where they belong", (i) => [company(i), "", place, number(i), "许可"], 12],
    [
      "a shop's address in a mall",
      (i) => [company(i), "", "青岛某某购物中心", number(i), "许可"],
      12,
    ],
    [
      "people beside an office that ends like a name",
      (i) => [`王小${i}`, "", place, number(i), "许可"],
      9,
    ],
    [
      "one name in five",
      (i) => [i % 5 === 0 ? company(i) : number(i), "", company(i), number(i), "许可"],
      12,
    ],
  ])("are left alone with %s", (_, cells, records) => {
    expect(swapped(cells, records)).toBeUndefined();
  });

  it.each([
    "青岛某某有限公司",
    "青岛某某机械厂",
    "某某合伙企业（有限合伙）",
    "黄岛区某某餐饮店",
    "某某专业合作社 ",
  ])("%j reads as a name", (text) => expect(looksLikeEnterprise(text)).toBe(true));
  it.each(["青西审批〔2024〕12号", "食品经营许可", "王小二", "", "2024-01-01"])(
    "%j does not",
    (text) => expect(looksLikeEnterprise(text)).toBe(false),
  );
});
