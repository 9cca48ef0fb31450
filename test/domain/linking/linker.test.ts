import { beforeAll, describe, expect, test } from "vitest";

import type { LinkModel } from "../../../domain/linking/link-model.ts";
import type { LinkOutcome } from "../../../domain/linking/link-outcome.ts";
import { buildLinkRegistry, type LinkRegistry } from "../../../domain/linking/link-registry.ts";
import { linkMention } from "../../../domain/linking/linker.ts";
import type { RegistryEntry } from "../../../domain/linking/registry-entry.ts";
import { loadLinkModel } from "../../../intake/link/load-link-model.ts";
import { makeRegistry } from "../../kit/registry-names.ts";

const entry = (
  id: string,
  creditCode: string,
  name: string,
  more: Partial<RegistryEntry> = {},
): RegistryEntry => ({
  id,
  creditCode,
  registrationNumber: "",
  address: "",
  city: "青岛",
  ...more,
  names: [{ name, former: false }, ...(more.names ?? [])],
});

const known: readonly RegistryEntry[] = [
  entry("lion", "913702121636609359", "青岛红狮洗涤机械有限公司", {
    address: "青岛市崂山区中韩街道办事处刘家下庄村",
  }),
  entry("kaideng", "91370211MA3CFWWL69", "青岛凯登瑞智能装备有限公司", {
    address: "青岛市黄岛区漓江西路1667号17栋3单元401",
  }),
  entry("first", "91370282724003418A", "青岛即墨修正堂大药房有限公司第一分店"),
  entry("second", "91370203790812176N", "青岛即墨修正堂大药房有限公司第二分店"),
  entry("parent", "913702117940235372", "青岛泰日岚机械制造有限公司"),
  entry("renamed", "91370200713735859Y", "青岛兴亚海事服务有限公司", {
    names: [
      {
        name: "青岛远帆蔚船务有限公司",
        former: true,
        validFrom: "2001-01-01",
        validTo: "2015-05-01",
      },
    ],
  }),
  entry("old", "9137020026463156X5", "胶南市云雀纺织器材厂", {
    registrationNumber: "370284228012344",
  }),
  entry("bank", "91370200264705493A", "中国农业银行股份有限公司青岛灵山卫支行"),
  entry("group", "913702052645815331", "青岛蓝鲸湾集团有限公司"),
];

let registry: LinkRegistry;
let model: LinkModel;
beforeAll(async () => {
  model = await loadLinkModel();
  registry = buildLinkRegistry([...known, ...makeRegistry(2000, 9)], model.lexicon);
});

const link = (name: string, code = "", address = "", place = "", date?: string): LinkOutcome =>
  linkMention(
    { name, code, address, place, ...(date === undefined ? {} : { date }) },
    registry,
    model,
  );

describe("links", () => {
  test.each([
    ["青岛红狮洗涤机械有限公司", "913702121636609359", "lion", "CREDIT_CODE"],
    ["青島紅獅洗滌機械有限公司", "９１３７０２１２１６３６６０９３５９", "lion", "CREDIT_CODE"],
    ["青岛红狮洗涤机械有限公司", "9137021216366O9359", "lion", "REPAIRED_CODE"],
    ["青岛红狮洗涤机械有限公司", "913702121636690359", "lion", "REPAIRED_CODE"],
    ["青岛红狮洗涤机械有限公司", "91370212163660935", "lion", "REPAIRED_CODE"],
    ["青岛红狮洗涤机械公司", "370212163660935", "lion", "TAX_NUMBER"],
    ["红狮洗涤机械", "16366093-5", "lion", "ORGANISATION_CODE"],
    ["胶南市云雀纺织器材厂", "370284228012344", "old", "REGISTRATION_NUMBER"],
    ["青岛红狮洗涤机械有限公司", "", "lion", "NAME"],
    [" 青岛 红狮洗涤机械有限责任公司（盖章）", "N/A", "lion", "NAME"],
    ["青岛远帆蔚船务有限公司", "", "renamed", "FORMER_NAME"],
    ["中国农业银行股份青岛灵山卫支行", "", "bank", "SCORED"],
    ["青岛凯登锐智能装备有限公司", "", "kaideng", "SCORED"],
    ["青岛凯登瑞智能装各有限公司", "", "kaideng", "SCORED"],
  ])("%s %s to %s by %s", (name, code, id, method) => {
    const outcome = link(name, code, "", "青岛市");
    expect(outcome).toMatchObject({ decision: "LINK", method, reasons: [] });
    expect(outcome.candidates[0]?.id).toBe(id);
    expect(outcome.confidence).toBeGreaterThan(0.5);
  });
});

describe("waits for an officer", () => {
  test.each([
    [
      "青岛凯登瑞智能装备有限公司",
      "913702121636609359",
      "NUMBER_ELSEWHERE",
      "the number of another enterprise",
    ],
    [
      "青岛红狮洗涤机械有限公司",
      "91370211MA3CFWWL77",
      "NUMBER_UNREGISTERED",
      "a valid number nobody here bears",
    ],
    ["青岛泰日岚机械制造有限公司黄岛分公司", "", "BRANCH", "a branch that is not registered"],
    ["青岛泰日岚机械制造有限公司黄岛分公司", "913702117940235372", "BRANCH", "its parent's number"],
    ["青岛泰日岚机械制造有限公司招待所", "", "SUFFIX", "something after the name"],
  ])("%s %s: %s (%s)", (name, code, reason) => {
    const outcome = link(name, code);
    expect(outcome.decision).toBe("REVIEW");
    expect(outcome.reasons).toContain(reason);
    expect(outcome.candidates.length).toBeGreaterThan(0);
    expect(outcome.candidates.length).toBeLessThanOrEqual(5);
  });

  test("a number that agrees with a name that does not", () => {
    const outcome = link("济南鹏图广告有限公司", "913702121636609359");
    expect(outcome).toMatchObject({ decision: "REVIEW", method: "CREDIT_CODE" });
    expect(outcome.reasons).toContain("NAME_DISAGREES");
  });

  test("a numeral that differs is never linked, at the same address neither", () => {
    for (const address of ["", "青岛市即墨区鹤山路326号"]) {
      expect(link("青岛即墨修正堂大药房有限公司第三分店", "", address).decision).not.toBe("LINK");
    }
  });

  test("a group and a company without the word", () => {
    expect(link("青岛蓝鲸湾有限公司").decision).not.toBe("LINK");
  });
});

describe("finds none", () => {
  test.each([
    ["河南红狮洗涤机械有限公司", "", "", "郑州市", "the same name in another province"],
    [
      "红狮洗涤机械有限公司",
      "",
      "长沙市岳麓区麓山南路1号",
      "",
      "no division, an address in another city",
    ],
    ["鹏图广告", "", "", "", "a name that nobody bears"],
    ["", "", "", "", "nothing at all"],
    ["有限公司", "N/A", "", "", "a form without a name"],
    ["...", "", "", "", "a cut-off nothing"],
  ])("%s %s %s %s (%s)", (name, code, address, place) => {
    expect(link(name, code, address, place)).toMatchObject({ decision: "NONE", candidates: [] });
  });
});

test("every registered name finds its own enterprise, with and without its number", () => {
  for (const { id, creditCode, names } of [...known, ...makeRegistry(2000, 9)].slice(0, 300)) {
    const { name } = names[0]!;
    expect(link(name, creditCode)).toMatchObject({ decision: "LINK", candidates: [{ id }] });
    expect(link(name).candidates[0]?.id).toBe(id);
  }
});

test("an address decides between namesakes without a division", () => {
  const address = "漓江西路1667号17栋";
  const scoreOf = (outcome: LinkOutcome): number => outcome.candidates[0]?.score ?? 0;
  const [bare, placed] = [link("凯登瑞智能装备"), link("凯登瑞智能装备", "", address, "青岛市")];
  expect(scoreOf(placed)).toBeGreaterThan(scoreOf(bare));
  expect(placed.candidates[0]?.id).toBe("kaideng");
});

test("a name given up long before the record's day counts less", () => {
  const inTime = link("青岛远帆蔚船务有限公司", "", "", "", "2014-03-01");
  const tooLate = link("青岛远帆蔚船务有限公司", "", "", "", "2024-03-01");
  expect(inTime.explanation).toContainEqual(expect.stringContaining("曾用名称"));
  expect(tooLate.explanation.join()).toContain("记录日期晚于更名");
});

test("the explanation says what was compared and adds up to the score", () => {
  const { explanation, candidates } = link("青岛凯登锐智能装备有限公司");
  expect(explanation.join()).toContain("同音");
  expect(explanation.join()).toContain("凯登锐智能装备 / 凯登瑞智能装备");
  const bits = explanation.map(
    (line) => Number(/[+−]([\d.]+)$/.exec(line)?.[1]) * (line.includes("−") ? -1 : 1),
  );
  const sum = bits.reduce((a, b) => a + b, 0);
  expect(Math.abs(sum - (candidates[0]?.score ?? 0))).toBeLessThan(0.6);
});
