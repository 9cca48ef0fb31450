import { describe, expect, it } from "vitest";

import { buildZoneFinder } from "../../../domain/enterprise/zone-of-address.ts";
import { loadZonePlaces } from "../../../intake/enterprises/load-zone-places.ts";
import { readAreaFile } from "../../../store/read-area-file.ts";
import { fileFolder } from "../kit/registry-rows.ts";

const areas = readAreaFile();
const folder = fileFolder();
const header = "zone_code,kind,place,confidence,source";
const load = (...lines: string[]) =>
  loadZonePlaces(areas, folder.write("places.csv", [header, ...lines].join("\n")));

describe("the places of zones that ship", () => {
  it.each<readonly [address: string, zone: string | null, evidence: string | null]>([
    ["山东省青岛市保税港区莫斯科路37号仓储工程202室（A）", "370211Z01", "保税港区"],
    ["青岛保税区美晶大厦二区701室", "370211Z01", "青岛保税区"],
    ["山东省青岛市保税区十四号区汉城路6号黄海大厦1706室", "370211Z01", "青岛市保税区"],
    ["青岛市黄岛区汉城路1号", "370211Z01", "汉城路"],
    ["青岛市黄岛区长江中路519号", null, null],
  ])("place %s in %s by %s", async (address, zone, evidence) => {
    const found = buildZoneFinder(areas, await loadZonePlaces(areas)).find(address, null);
    expect(found === null ? [null, null] : [found.zoneCode, found.evidence]).toEqual([
      zone,
      evidence,
    ]);
    if (found !== null) expect(found.confidence).toBeGreaterThanOrEqual(0.7);
  });
});

describe("a list of places", () => {
  it("holds whole towns, and the longest place wins", async () => {
    const places = await load(
      "370211Z03,TOWN,370211103,0.9,测试",
      "370211Z09,ROAD,滨海路,0.8,测试",
      "370211Z07,ROAD,滨海路北段,0.8,测试",
    );
    const { find } = buildZoneFinder(areas, places);
    expect(find("青岛市黄岛区某处", "370211103")).toMatchObject({
      zoneCode: "370211Z03",
      method: "BOUNDARY",
    });
    expect(find("青岛市黄岛区滨海路北段1号", null)?.zoneCode).toBe("370211Z07");
    expect(find("青岛市黄岛区滨海路1号", null)?.zoneCode).toBe("370211Z09");
  });

  it("with faults is refused whole, with every fault and its line", async () => {
    const refused = load(
      "370211103,ROAD,甲路,0.8,测试",
      "370211Z01,STREET,乙路,0.8,测试",
      "370211Z01,TOWN,370211999,0.8,测试",
      "370211Z01,ROAD,丙,2,",
      "370211Z01,ROAD,丁路,0.8,测试",
      "370211Z02,ROAD,丁路,0.8,测试",
    );
    await expect(refused).rejects.toMatchObject({ code: "CONFIG_INVALID" });
    const { details } = (await refused.catch((error: unknown) => error)) as {
      details: { faults: string[] };
    };
    expect(details.faults.map((fault) => /line (\d+): (.{0,14})/.exec(fault)?.slice(1, 3))).toEqual(
      [
        ["2", "“370211103”不是功"],
        ["3", "kind “STREET”,"],
        ["4", "“370211999”不是镇"],
        ["5", "place “丙”太短 is"],
        ["5", "confidence “2”"],
        ["5", "缺少 source is m"],
        ["7", "“丁路”重复 stands "],
      ],
    );
  });
});
