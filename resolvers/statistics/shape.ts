/** The statistics grid: one row an area, figures from the rollups. */
import { libraryKinds, titleKinds } from "../../domain/vocabulary.ts";
import type { AreaStatistics } from "../../schema/generated/types.ts";
import { areas } from "../../store/tables/areas.ts";
import { orderKey, shapeOf } from "../shape-language.ts";

export const areaStatisticsShape = shapeOf<AreaStatistics>()(
  "AreaStatistics",
  { table: areas, key: [orderKey(areas.code)] },
  {
    area: { kind: "same-row", type: "Area" },
    enterprises: { kind: "measure", measure: "ENTERPRISES", format: "integer" },
    inLibrary: { kind: "measure", measure: "IN_LIBRARY", format: "integer" },
    libraries: { kind: "measure-list", measure: "LIBRARY", members: libraryKinds },
    titles: { kind: "measure-list", measure: "TITLES", members: titleKinds },
    bases: { kind: "measure", measure: "BASES", format: "integer" },
    labelCompletion: { kind: "measure", measure: "LABEL_COMPLETION", format: "text" },
    computedAt: { kind: "measure", measure: "ENTERPRISES", format: "instant" },
  },
);
