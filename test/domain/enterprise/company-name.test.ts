import { expect, test } from "vitest";

import {
  companyNameKey,
  normaliseCompanyName,
  readMentionedName,
} from "../../../domain/enterprise/company-name.ts";

test.each([
  ["青島啤酒股份有限公司", "青岛啤酒股份有限公司"],
  ["ＳＭＣ（中国）有限公司", "SMC(中国)有限公司"],
  [" 青岛 海尔　股份\u200b有限公司。", "青岛海尔股份有限公司"],
  ["青岛smc自动化〔中国〕有限公司", "青岛SMC自动化(中国)有限公司"],
  ["臨沂永興鑄造有限公司", "临沂永兴铸造有限公司"],
])("%s is written %s", (name, normal) => {
  expect(normaliseCompanyName(name)).toBe(normal);
});

test.each([
  ["青岛X（集团）有限公司", "青岛X集团有限责任公司"],
  ["SMC(中国)有限公司", "ＳＭＣ（中國）有限公司"],
])("%s and %s have one key", (left, right) => {
  expect(companyNameKey(left)).toBe(companyNameKey(right));
});

test.each([
  ["1、东营畅朗电子科技有限公司", "东营畅朗电子科技有限公司", false],
  ["申请人：中电建建筑集团有限公司", "中电建建筑集团有限公司", false],
  ["“文登市开发区化工厂”", "文登市开发区化工厂", false],
  ["★青岛海尔股份有限公司(盖章)", "青岛海尔股份有限公司", false],
  ["青岛海尔股份有限公司（本部）", "青岛海尔股份有限公司", false],
  ["青岛海尔股份有限公司等", "青岛海尔股份有限公司", false],
  ["青岛惠通精细化工…", "青岛惠通精细化工", true],
  ["东营金汤固井工程有限...", "东营金汤固井工程有限", true],
  ["青岛平等", "青岛平等", false],
  ["360数科有限公司", "360数科有限公司", false],
  ["...", "", true],
])("%s is read as %s", (text, name, truncated) => {
  expect(readMentionedName(text)).toEqual({ name, truncated });
});
