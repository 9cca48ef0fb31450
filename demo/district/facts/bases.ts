/** Innovation and entrepreneurship bases, each run by one enterprise. */
import { fillText, type Sheet } from "../sheet.ts";
import { districtWords } from "../words.ts";

export const baseSheet: Sheet = {
  table: "bases",
  columns: ["base_no", "name", "level", "kind", "recognised_on", "valid_to", "residents"],
  source: null,
  rows: ({ identity, scale }) => {
    if (identity.cohortId !== "COMPANY" || identity.rank >= scale.bases) return [];
    const random = identity.stream("base");
    const { lists, texts } = districtWords();
    const level =
      identity.rank % 10 === 0 ? "NATIONAL" : identity.rank % 3 === 0 ? "PROVINCIAL" : "MUNICIPAL";
    const year = random.int(2018, 2024);
    const theme = lists["bases"]?.[identity.rank % (lists["bases"]?.length ?? 1)] ?? "";
    return [
      {
        cells: [
          `DEMO-JD-${String(identity.rank + 1).padStart(2, "0")}`,
          fillText(texts["baseName"], { core: identity.core + theme }),
          level,
          lists["baseKinds"]?.[identity.rank % (lists["baseKinds"]?.length ?? 1)] ?? "INCUBATOR",
          `${year}-06-30`,
          null,
          random.int(18, 140),
        ],
      },
    ];
  },
};
