/** Areas: reference data that every tier may read. */
import type { Area } from "../../schema/generated/types.ts";
import { areas } from "../../store/tables/areas.ts";
import { column, join, orderKey, shapeOf } from "../shape-language.ts";

export const areaShape = shapeOf<Area>()(
  "Area",
  { table: areas, key: [orderKey(areas.code)] },
  {
    id: { kind: "global-id", type: "Area" },
    code: column(areas.code),
    name: column(areas.name),
    kind: column(areas.kind),
    parent: { kind: "one", type: "Area", join: join([areas.parentCode, areas.code]) },
    formerNames: column(areas.formerNames),
  },
);
