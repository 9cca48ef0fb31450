import { describe, expect, it } from "vitest";

import { buildLocator } from "../../../intake/enterprises/locate-address.ts";
import { loadNameLexicon } from "../../../intake/link/load-name-lexicon.ts";
import { readAreaFile } from "../../../store/read-area-file.ts";

const { regions } = await loadNameLexicon();
const locate = buildLocator({
  areas: readAreaFile(),
  gazetteer: [
    { kind: "ROAD", name: "虚构路", townCode: "370211010", confidence: 0.5 },
    { kind: "VILLAGE", name: "虚构村", townCode: "370211103", confidence: 0.8 },
  ],
  boundary: [],
  regions,
  fromConfidence: 0.7,
});

describe("buildLocator", () => {
  it.each<readonly [address: string, townCode: string | null, method: string | null]>([
    ["山东省青岛市黄岛区隐珠街道办事处海滨路1号", "370211010", "TOWN_NAME"],
    ["青岛市胶南市柳花泊街道办事处驻地", "370211004", "FORMER_NAME"],
    ["青岛市黄岛区灵珠山街道柳花泊路1号", "370211004", "TOWN_NAME"],
    ["泊里镇驻地", "370211103", "TOWN_NAME"],
    ["青岛市黄岛区虚构村", "370211103", "VILLAGE"],
    ["青岛市黄岛区虚构路5号", null, null],
    ["青岛市黄岛区", null, null],
    ["青岛市市南区香港中路6号", null, "OUTSIDE"],
    ["青岛市城阳区泊里镇街", null, "OUTSIDE"],
    ["山东省济南市历下区", null, "OUTSIDE"],
    ["北京市朝阳区", null, "OUTSIDE"],
  ])("places %s in %s by %s", (address, townCode, townMethod) => {
    expect(locate(address)).toMatchObject({ townCode, townMethod });
  });

  it("leaves a town that is not sure enough to an officer, with the finding as a hint", () => {
    expect(locate("青岛市黄岛区虚构路5号")).toMatchObject({
      townConfidence: null,
      hints: [{ townCode: "370211010", confidence: 0.5, evidence: "虚构路" }],
    });
  });

  it("finds the zone that an address names, beside the town", () => {
    expect(locate("青岛市黄岛区泊里镇董家口经济区港润大道")).toMatchObject({
      townCode: "370211103",
      zoneCode: "370211Z03",
    });
  });

  it("knows nothing of an enterprise without an address", () => {
    expect(locate(null)).toMatchObject({ townCode: null, zoneCode: null, townMethod: null });
  });
});
