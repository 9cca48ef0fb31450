import { describe, expect, test } from "vitest";

import { normaliseAddress } from "../../../domain/enterprise/address.ts";
import type { Area } from "../../../domain/enterprise/area.ts";
import {
  buildTownFinder,
  type GazetteerEntry,
} from "../../../domain/enterprise/town-of-address.ts";
import { buildZoneFinder } from "../../../domain/enterprise/zone-of-address.ts";
import { loadGazetteer } from "../../../intake/link/load-gazetteer.ts";

const area = (code: string, kind: Area["kind"], name: string, ...formerNames: string[]): Area => ({
  code,
  kind,
  name,
  formerNames,
});

const areas: readonly Area[] = [
  area("3702", "CITY", "青岛市"),
  area("370211", "DISTRICT", "青岛西海岸新区（黄岛区）", "胶南市", "黄岛区", "青岛经济技术开发区"),
  area("370211001", "TOWN", "黄岛街道"),
  area("370211004", "TOWN", "灵珠山街道", "柳花泊街道"),
  area("370211005", "TOWN", "长江路街道"),
  area("370211009", "TOWN", "珠海街道", "珠海路街道"),
  area("370211014", "TOWN", "王台街道", "王台镇"),
  area("370211103", "TOWN", "泊里镇"),
  area("370211109", "TOWN", "藏马镇", "藏南镇"),
  area("370211401", "TOWN", "灵山岛省级自然保护区", "灵山岛"),
  area("370211Z01", "ZONE", "青岛前湾综合保税区", "前湾保税港区"),
  area("370211Z02", "ZONE", "青岛经济技术开发区"),
  area("370211Z04", "ZONE", "青岛国际经济合作区（中德生态园）", "中德生态园"),
];
const gazetteer: readonly GazetteerEntry[] = [
  { kind: "VILLAGE", name: "台子沟", townCode: "370211005", confidence: 0.8 },
  { kind: "VILLAGE", name: "凤凰", townCode: "370211004", confidence: 0.8 },
  { kind: "ROAD", name: "北江路", townCode: "370211005", confidence: 0.5 },
  {
    kind: "ROAD",
    name: "长江中路",
    townCode: "370211005",
    fromNumber: 1,
    toNumber: 300,
    confidence: 0.9,
  },
  {
    kind: "ROAD",
    name: "长江中路",
    townCode: "370211001",
    fromNumber: 301,
    toNumber: 900,
    confidence: 0.9,
  },
];
const towns = buildTownFinder(areas, gazetteer);

describe("the town of an address", () => {
  test.each([
    ["山东省青岛市黄岛区泊里镇信阳村", "370211103", "TOWN_NAME"],
    ["青岛市黄岛区珠海街道办事处海王路", "370211009", "TOWN_NAME"],
    ["青岛市胶南市王台镇驻地", "370211014", "TOWN_NAME"],
    ["青岛市黄岛区藏南镇胜利街22号", "370211109", "FORMER_NAME"],
    ["山东省青岛市黄岛区柳花泊乡窝洛子村", "370211004", "FORMER_NAME"],
    ["青岛市黄岛区王台驻地", "370211014", "BARE_NAME"],
    ["青岛胶南市灵山岛城口子村", "370211401", "BARE_NAME"],
    ["青島市黃島區泊裡鎮", "370211103", "TOWN_NAME"],
    ["青岛经济技术开发区台子沟村130号", "370211005", "VILLAGE"],
    ["青岛市黄岛区北江路7栋6楼", "370211005", "ROAD"],
    ["青岛市黄岛区长江中路519号", "370211001", "ROAD"],
    ["青岛市黄岛区长江中路１９号", "370211005", "ROAD"],
    ["青岛市黄岛区凤凰社区3号", "370211004", "VILLAGE"],
  ])("%s lies in %s (%s)", (address, townCode, method) => {
    expect(towns.find(address)).toMatchObject({ townCode, method });
  });

  test.each([
    ["青岛市黄岛区太行山路397号", "a road that no list holds"],
    ["青岛市黄岛区王台路5号", "a road named like a town"],
    ["青岛市黄岛区双珠路（原珠海路街道57号）", "the former address"],
    ["青岛市黄岛区凤凰大酒店", "a village's name that is a common word"],
    ["青岛市黄岛区", "the district, which is named like a town"],
    ["", "nothing"],
  ])("%s tells no town: %s", (address) => {
    expect(towns.find(address)).toEqual({ townCode: null, reason: "NO_EVIDENCE", candidates: [] });
  });

  test("a road that crosses towns is ambiguous without a house number", () => {
    expect(towns.find("青岛市黄岛区长江中路青云大厦")).toMatchObject({ townCode: null });
  });

  test("an explicit name is surer than a village, a village surer than a road", () => {
    const sure = ["泊里镇长江中路1号", "王台驻地台子沟", "台子沟", "北江路"].map((address) => {
      const found = towns.find(address);
      return found.townCode === null ? 0 : found.confidence;
    });
    expect(sure).toEqual([0.99, 0.75, 0.8, 0.5]);
  });

  test("the gazetteer names towns of the district only", async () => {
    const rows = await loadGazetteer();
    expect(rows.length).toBeGreaterThan(300);
    expect(rows.filter(({ townCode }) => !/^370211\d{3}$/.test(townCode))).toEqual([]);
  });
});

describe("the zone of an address", () => {
  const zones = buildZoneFinder(areas, [
    { zoneCode: "370211Z04", place: "团结路", confidence: 0.8 },
    { zoneCode: "370211Z01", place: "370211103", confidence: 0.7 },
  ]);
  test.each([
    ["青岛前湾综合保税区北京路1号", null, "370211Z01", "ZONE_NAME"],
    ["山东省青岛市前湾保税港区北京路38号", null, "370211Z01", "FORMER_NAME"],
    ["青岛市黄岛区中德生态园", null, "370211Z04", "ZONE_NAME"],
    ["青岛市黄岛区团结路799号", null, "370211Z04", "BOUNDARY"],
    ["青岛经济技术开发区团结路799号", null, "370211Z04", "BOUNDARY"],
    ["青岛经济技术开发区漓江路1号", null, "370211Z02", "ZONE_NAME"],
    ["青岛市黄岛区泊里镇", "370211103", "370211Z01", "BOUNDARY"],
  ])("%s (%s) lies in %s (%s)", (address, townCode, zoneCode, method) => {
    expect(zones.find(address, townCode)).toMatchObject({ zoneCode, method });
  });

  test("a zone named like the old district is a weak finding", () => {
    expect(zones.find("青岛经济技术开发区漓江路1号", null)?.confidence).toBe(0.6);
  });

  test("most addresses lie in no zone that is known", () => {
    expect(zones.find("青岛市黄岛区太行山路397号", "370211001")).toBeNull();
  });
});

test("an address has one spelling", () => {
  expect(normaliseAddress("山东省 青岛市，黃島區長江路１５３號(A座)")).toBe(
    "山东省青岛市黄岛区长江路153号A座",
  );
});
