/** Sources, with the imports that the district sees of them. */
import type { Source } from "../../schema/generated/types.ts";
import { importRuns, sources } from "../../store/tables/imports.ts";
import { column, join, orderKey, shapeOf } from "../shape-language.ts";

export const sourceShape = shapeOf<Source>()(
  "Source",
  { table: sources, key: [orderKey(sources.id)] },
  {
    id: { kind: "global-id", type: "Source" },
    code: column(sources.id),
    nameZh: column(sources.nameZh),
    nameEn: column(sources.nameEn),
    department: column(sources.department),
    cadence: column(sources.cadence),
    classification: column(sources.classification),
    description: column(sources.description),
    importRuns: {
      kind: "many",
      type: "ImportRun",
      join: join([sources.id, importRuns.sourceId]),
      order: [orderKey(importRuns.id, { descending: true })],
    },
  },
);
