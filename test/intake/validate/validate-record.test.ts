import { describe, expect, it } from "vitest";

import { loadDescription } from "../../../intake/describe/load-description.ts";
import { loadNameLexicon } from "../../../intake/link/load-name-lexicon.ts";
import { findingCatalogue } from "../../../intake/validate/finding-catalogue.ts";
import { validateRecord } from "../../../intake/validate/validate-record.ts";
import { codeOf, type Header, headers, rowOf } from "../kit/registry-rows.ts";

const { description } = await loadDescription("registry");
const { regions } = await loadNameLexicon();
const extra = ["登记状态", "行业代码", "法定代表人"];
const names = [...headers, ...extra];
const places = description.columns.map((column) => names.indexOf(column.headers[0]));
const shape = { description, places, width: names.length };

function check(cells: readonly (string | null)[]) {
  return validateRecord({ line: 2, cells, faults: [] }, shape, { regions, today: "2026-03-31" });
}

function checkRow(change: Partial<Record<string, string>>) {
  const row = { ...rowOf(1), 登记状态: "存续", 行业代码: "3562", 法定代表人: "某某", ...change };
  return check(names.map((name) => row[name as Header]));
}

const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code);
const wrongCheck = codeOf(1).slice(0, 17) + (codeOf(1).endsWith("7") ? "8" : "7");

describe("validateRecord", () => {
  it("gives typed values by store column", () => {
    expect(checkRow({})).toEqual({
      values: {
        name: "青岛虚构1号机械有限公司",
        credit_code: codeOf(1),
        established_on: "2011-02-11",
        type_text: "有限责任公司",
        capital_amount: "1010000",
        capital_currency: "CNY",
        business_scope: "机械设备制造；货物进出口",
        province_code: "37",
        city_code: "3702",
        address: "山东省青岛市黄岛区灵珠山街道虚构路1号",
        status: "ACTIVE",
        industry_code: "C3562",
        industry_name: null,
        legal_representative: "某某",
      },
      reasons: [],
      notes: [],
      repairs: [],
    });
  });

  it.each<readonly [column: string, cell: string, code: string]>([
    ["企业名称", "", "VALUE_MISSING"],
    ["企业名称", "N/A", "VALUE_MISSING"],
    ["企业名称", "青", "NAME_TOO_SHORT"],
    ["企业名称", "???", "NAME_NOT_TEXT"],
    ["企业名称", codeOf(1), "NAME_IS_CODE"],
    ["经营范围", '=HYPERLINK("http://x")', "CELL_FORMULA"],
    ["企业名称", "=A1&A2", "CELL_FORMULA"],
    ["企业名称", "青西审批〔2024〕12号", "NAME_IS_NUMBER"],
    ["企业名称", "鲁JY13702110012345", "NAME_IS_NUMBER"],
    ["企业名称", "ZL2020.1-12345", "NAME_IS_NUMBER"],
    ["企业名称", "青\uFFFD岛有限公司", "TEXT_DAMAGED"],
    ["企业名称", "青岛".repeat(120), "TEXT_TOO_LONG"],
    ["统一社会信用代码", "", "VALUE_MISSING"],
    ["统一社会信用代码", wrongCheck, "CODE_CHECK_CHARACTER"],
    ["统一社会信用代码", "9.13702E+17", "CODE_ROUNDED"],
    ["统一社会信用代码", "370211228012345", "CODE_OLD_NUMBER"],
    ["统一社会信用代码", "91370211MA3C", "CODE_LENGTH"],
    ["统一社会信用代码", "91370211MA3CTO1234", "CODE_CHARACTER"],
    ["统一社会信用代码", "91A70211MA3CT01234", "CODE_CHARACTER"],
    ["统一社会信用代码", "无", "CODE_NONE"],
    ["统一社会信用代码", "青岛虚构机械有限公司", "CODE_NONE"],
    ["注册日期", "2026-04-01", "DATE_FUTURE"],
    ["注册日期", "2025-02-30", "DATE_IMPOSSIBLE"],
    ["注册日期", "1900-01-01", "DATE_ABSURD"],
    ["注册日期", "有限责任公司", "DATE_UNREADABLE"],
    ["注册资金", "-5万元", "CAPITAL_NEGATIVE"],
    ["注册资金", "张三", "CAPITAL_UNREADABLE"],
    ["所在省份", "10(万美元)", "NOT_A_DIVISION"],
    ["地区", "山东", "NOT_A_DIVISION"],
    ["注册地址", "路".repeat(501), "TEXT_TOO_LONG"],
  ])("quarantines %s %j as %s", (column, cell, code) => {
    const { reasons } = checkRow({ [column]: cell });
    expect(codes(reasons)).toEqual([code]);
    expect(reasons[0]).toMatchObject({ column });
    expect(reasons[0]?.messageZh).not.toMatch(/[{}]/);
    expect(reasons[0]?.messageEn).not.toMatch(/[{}]|undefined/);
  });

  it.each<
    readonly [column: string, cell: string, code: string, values: Record<string, string | null>]
  >([
    ["注册日期", "2019-03", "DATE_INCOMPLETE", { established_on: null }],
    ["注册资金", "10()", "CAPITAL_NO_UNIT", { capital_amount: null, capital_currency: null }],
    ["注册资金", "10(万比索元)", "CAPITAL_UNKNOWN_CURRENCY", { capital_amount: null }],
    ["注册资金", "0万元", "CAPITAL_ZERO", { capital_amount: "0", capital_currency: "CNY" }],
    ["注册资金", "1000亿元", "CAPITAL_HUGE", { capital_amount: "100000000000" }],
    ["登记状态", "睡着了", "NOT_A_CHOICE", { status: null }],
    ["行业代码", "A35", "INDUSTRY_CODE_SHAPE", { industry_code: null }],
  ])("accepts %s %j with the note %s", (column, cell, code, values) => {
    const checked = checkRow({ [column]: cell });
    expect(codes(checked.notes)).toEqual([code]);
    expect(checked.reasons).toEqual([]);
    expect(checked.values).toMatchObject(values);
  });

  it.each<readonly [column: string, cell: string, code: string, values: Record<string, string>]>([
    ["统一社会信用代码", ` ${codeOf(2).toLowerCase()} `, "CODE_FOLDED", { credit_code: codeOf(2) }],
    ["统一社会信用代码", `'${codeOf(2)}`, "CODE_FOLDED", { credit_code: codeOf(2) }],
    ["统一社会信用代码", `="${codeOf(2)}"`, "CELL_UNWRAPPED", { credit_code: codeOf(2) }],
    ["经营范围", "'=制造", "CELL_UNWRAPPED", { business_scope: "=制造" }],
    ["注册日期", "43545", "DATE_SERIAL", { established_on: "2019-03-21" }],
  ])("repairs %s %j and says so: %s", (column, cell, code, values) => {
    const checked = checkRow({ [column]: cell });
    expect(codes(checked.repairs)).toEqual([code]);
    expect(checked.reasons).toEqual([]);
    expect(checked.values).toMatchObject(values);
  });

  it("accepts codes of individual businesses and codes whose check character is 0", () => {
    const zero = Array.from({ length: 200 }, (_, i) => codeOf(i, "92")).find((code) =>
      code.endsWith("0"),
    );
    expect(checkRow({ 统一社会信用代码: zero! }).reasons).toEqual([]);
  });

  it("takes an unknown value for unknown, not for zero or false", () => {
    const { values, reasons, notes } = checkRow({
      注册资金: "N/A",
      注册日期: "",
      登记状态: "N/A",
      行业代码: "",
    });
    expect([reasons, notes]).toEqual([[], []]);
    expect(values).toMatchObject({
      capital_amount: null,
      established_on: null,
      status: null,
      industry_code: null,
    });
  });

  it("collects every reason of a row", () => {
    const { reasons } = checkRow({
      企业名称: "",
      统一社会信用代码: wrongCheck,
      注册日期: "2031-01-01",
      注册资金: "-1万",
    });
    expect(codes(reasons)).toEqual([
      "VALUE_MISSING",
      "CODE_CHECK_CHARACTER",
      "DATE_FUTURE",
      "CAPITAL_NEGATIVE",
    ]);
  });

  it("shows what the check character should be", () => {
    const [reason] = checkRow({ 统一社会信用代码: wrongCheck }).reasons;
    expect(reason?.messageZh).toContain(`按前 17 位应为“${codeOf(1).slice(17)}”`);
  });

  it("catches columns that have been swapped in the file", () => {
    const swapped = checkRow({ 企业名称: codeOf(1), 统一社会信用代码: "青岛虚构1号机械有限公司" });
    expect(codes(swapped.reasons)).toEqual(["NAME_IS_CODE", "CODE_NONE"]);
  });

  it("judges a row of another width as a whole, and lets empty cells at its end pass", () => {
    const cells = names.map((name) => rowOf(1)[name as Header] ?? "");
    expect(codes(check(cells.slice(1)).reasons)).toEqual(["COLUMN_COUNT"]);
    expect(codes(check([...cells, "x"]).reasons)).toEqual(["COLUMN_COUNT"]);
    expect(check([...cells, "", " "]).reasons).toEqual([]);
  });

  it("cuts a long cell in messages and never treats it as a pattern", () => {
    const [reason] = checkRow({ 注册资金: `$&{value}${"九".repeat(300)}` }).reasons;
    expect(reason?.value).toHaveLength(201);
    expect(reason?.messageZh).toContain("$&{value}九");
  });
});

describe("findingCatalogue", () => {
  it("has words in both languages for every code", () => {
    for (const [code, { zh, en }] of Object.entries(findingCatalogue)) {
      expect(zh, code).toMatch(/\p{Script=Han}/u);
      expect(en, code).toMatch(/[a-z]/);
    }
  });
});
