import { beforeAll, describe, expect, test } from "vitest";

import type { NameLexicon } from "../../../domain/enterprise/company-name-parts.ts";
import { readComparableName } from "../../../domain/linking/comparable-name.ts";
import { mendForm } from "../../../domain/linking/mend-form.ts";
import {
  containedShare,
  nameAffinity,
  wholeAffinity,
} from "../../../domain/linking/name-affinity.ts";
import { loadNameLexicon } from "../../../intake/link/load-name-lexicon.ts";

let lexicon: NameLexicon;
beforeAll(async () => {
  lexicon = await loadNameLexicon();
});

describe("what feeds write differently is equal", () => {
  test.each([
    ["青岛海信电器有限责任公司", "青岛海信电器有限公司"],
    ["青岛海信电器有限公司", "青岛市海信电器有限公司"],
    ["海信电器", "青岛海信电器有限公司"],
    ["海信电器(青岛)有限公司", "青岛海信电器有限公司"],
    ["中国农业银行股份枣庄三江分理处", "中国农业银行股份有限公司枣庄三江分理处"],
    ["中国国旅（山东）国际旅行社公司章丘营业部", "中国国旅(山东)国际旅行社有限公司章丘营业部"],
    ["济南优优种苗有限…", "济南优优种苗有限公司"],
    ["青岛海信电器酉限公司", "青岛海信电器有限公司"],
    ["青島海信電器有限公司", "青岛海信电器有限公司"],
  ])("%s has the text of %s", (left, right) => {
    const [a, b] = [left, right].map((name) => readComparableName(name, lexicon));
    expect(a?.text).toBe(b?.text);
  });

  test("the division at the head of a branch is in the text and out of the bare text", () => {
    const name = readComparableName("上海巨一科技发展有限公司青岛分公司", lexicon);
    expect(name).toMatchObject({
      text: "巨一科技发展青岛分公司",
      bare: "巨一科技发展分公司",
      region: "31",
      branchRegion: "3702",
    });
    expect(name.text.slice(0, name.parentLength)).toBe("巨一科技发展");
  });

  test("a name that is all form keeps something to compare", () => {
    expect(readComparableName("公司", lexicon).text).toBe("公司");
    expect(readComparableName("", lexicon).text).toBe("");
  });
});

describe("mendForm", () => {
  test.each([
    ["宇信机电科技聚限公司", "宇信机电科技有限公司"],
    ["宇信机电科技有公限司", "宇信机电科技有限公司"],
    ["宇信机电科技有限公公司", "宇信机电科技有限公司"],
    ["宇信机电科技有限责任林司", "宇信机电科技有限责任公司"],
    ["房庄小麦种植专业合货社", "房庄小麦种植专业合作社"],
    ["宇信机电科技有限公司", "宇信机电科技有限公司"],
    ["宇信机电厂", "宇信机电厂"],
    ["恒源集团公司", "恒源集团公司"],
    ["恒源无限公司", "恒源无限公司"],
  ])("%s becomes %s", (name, mended) => {
    expect(mendForm(name)).toBe(mended);
  });
});

describe("affinity", () => {
  test.each([
    ["东昌路桥程工", "东昌路桥工程", 0.8, 1],
    ["日江助剂", "舜力助剂", 0.5, 0.5],
    ["鑫海物流", "恒昌纺织", 0, 0],
  ])("%s and %s", (left, right, low, high) => {
    const [a, b] = [readComparableName(left, lexicon), readComparableName(right, lexicon)];
    expect(nameAffinity(a, b)).toBeGreaterThanOrEqual(low);
    expect(nameAffinity(a, b)).toBeLessThanOrEqual(high);
    expect(wholeAffinity(a, b)).toBeGreaterThanOrEqual(low);
  });

  test("a short text is not taken as contained", () => {
    const [a, b] = [readComparableName("商贸", lexicon), readComparableName("鑫海商贸", lexicon)];
    expect(containedShare(a, b)).toBe(0);
  });
});
