import { beforeAll, expect, test } from "vitest";

import {
  type NameLexicon,
  parseCompanyName,
} from "../../../domain/enterprise/company-name-parts.ts";
import { enterpriseKindOf } from "../../../domain/enterprise/enterprise-kind.ts";
import { legalFormOfName, legalFormOfType } from "../../../domain/enterprise/legal-form.ts";
import { relateRegions } from "../../../domain/enterprise/region-index.ts";
import { loadNameLexicon } from "../../../intake/link/load-name-lexicon.ts";

let lexicon: NameLexicon;
beforeAll(async () => {
  lexicon = await loadNameLexicon();
});

test.each([
  ["青岛红狮洗涤机械有限公司", "3702", "青岛", "红狮", "洗涤机械", "LIMITED", ""],
  [
    "山东省青岛市黄岛区鑫海商贸有限责任公司",
    "370211",
    "山东省青岛市黄岛区",
    "鑫海",
    "商贸",
    "LIMITED",
    "",
  ],
  ["胶南市五丰机械厂", "370211", "胶南市", "五丰机械厂", "", "NONE", ""],
  ["中托资本控股(临沂)有限公司", "3713", "(临沂)", "中托资本控股", "", "LIMITED", ""],
  ["上海巨一科技发展有限公司青岛分公司", "31", "上海", "巨一", "科技发展", "LIMITED", "青岛分公司"],
  [
    "中国农业银行股份有限公司临沭河滨支行",
    "",
    "",
    "中国",
    "农业银行",
    "JOINT_STOCK",
    "临沭河滨支行",
  ],
  ["济南市中区金鼎商贸有限公司", "3701", "济南市", "中区金鼎", "商贸", "LIMITED", ""],
  [
    "烟台经济技术开发区海源食品有限公司",
    "370676",
    "烟台经济技术开发区",
    "海源",
    "食品",
    "LIMITED",
    "",
  ],
  ["淄博高新区鲁中化工有限公司", "3703z", "淄博高新区", "鲁中", "化工", "LIMITED", ""],
  ["高密市彩印厂", "370785", "高密市", "彩印厂", "", "NONE", ""],
  ["乐陵市玉秀薯类种植专业合作社", "371481", "乐陵市", "玉秀薯类", "种植", "COOPERATIVE", ""],
  ["海尔集团公司", "", "", "海尔", "集团", "PLAIN", ""],
  ["青岛三星机械有限公司(原胶南机械厂)", "3702", "青岛", "三星", "机械", "LIMITED", ""],
  ["公司", "", "", "", "", "PLAIN", ""],
  ["", "", "", "", "", "NONE", ""],
])("%s is taken apart", (name, ...expected) => {
  const { region, regionText, core, industry, form, branch } = parseCompanyName(name, lexicon);
  expect([region, regionText, core, industry, form, branch]).toEqual(expected);
});

test("parts put together again give the whole name but for brackets", () => {
  const name = "上海巨一科技发展有限公司青岛分公司";
  const parts = parseCompanyName(name, lexicon);
  expect(parts.regionText + parts.stem + parts.formText + parts.branch).toBe(name);
});

test.each([
  ["3702", "3702", "SAME"],
  ["37", "370211", "NESTED"],
  ["3702z", "370203", "NESTED"],
  ["3702", "3706", "CONFLICT"],
  ["370211", "370203", "CONFLICT"],
  ["", "3702", "ABSENT"],
])("%s and %s are %s", (left, right, relation) => {
  expect(relateRegions(left, right)).toBe(relation);
});

test.each([
  ["有限责任公司", "LIMITED_COMPANY"],
  ["有限责任公司（自然人独资）", "LIMITED_COMPANY"],
  ["股份有限公司 国有企业", "JOINT_STOCK_COMPANY"],
  ["股份合作制", "JOINT_STOCK_COOPERATIVE"],
  ["个体户", "INDIVIDUAL_BUSINESS"],
  ["个人独资企业", "SOLE_PROPRIETORSHIP"],
  ["集体分支机构(非法人)", "COLLECTIVE"],
  ["国有企业", "STATE_OWNED"],
  ["普通合伙", "PARTNERSHIP"],
  ["外国(地区)企业常驻代表机构", "REPRESENTATIVE_OFFICE"],
  ["N/A", undefined],
  ["分公司", undefined],
])("the type %s is %s", (type, form) => {
  expect(legalFormOfType(type)).toBe(form);
});

test.each([
  ["青岛海尔股份有限公司", "JOINT_STOCK_COMPANY"],
  ["青岛红狮洗涤机械有限公司", "LIMITED_COMPANY"],
  ["高密市彩印厂", undefined],
  ["上海巨一科技发展有限公司青岛分公司", undefined],
])("the name %s tells %s", (name, form) => {
  expect(legalFormOfName(parseCompanyName(name, lexicon))).toBe(form);
});

test.each([
  ["91370303MA3P7QEQ6Y", "", "淄博仁恒医药咨询有限公司", "COMPANY"],
  ["91371329868812679A", "", "中国农业银行股份有限公司临沭河滨支行", "BRANCH"],
  ["91370781MA3CUQNE9D", "集体分支机构(非法人)", "青州市供销社第三村级服务站", "BRANCH"],
  ["92370282MA3E8D477X", "", "即墨市吉盈箱包加工厂", "INDIVIDUAL_BUSINESS"],
  ["93371481494210170C", "", "乐陵市玉秀薯类种植专业合作社", "COOPERATIVE"],
  ["11370200004268222X", "", "青岛市某局", "OTHER"],
])("%s %s %s is %s", (creditCode, type, name, kind) => {
  expect(enterpriseKindOf({ creditCode, type, name: parseCompanyName(name, lexicon) })).toBe(kind);
});
