/** Imports, for the district. */
import type { ImportRun } from "../../schema/generated/types.ts";
import { importRuns } from "../../store/tables/imports.ts";
import { column, orderKey, shapeOf } from "../shape-language.ts";
import { reportRecord } from "./report-shape.ts";

export const importRunShape = shapeOf<ImportRun>()(
  "ImportRun",
  { table: importRuns, key: [orderKey(importRuns.id)] },
  {
    id: { kind: "global-id", type: "ImportRun" },
    source: column(importRuns.sourceId),
    state: column(importRuns.state),
    fileName: column(importRuns.fileName),
    encoding: column(importRuns.encoding),
    startedBy: column(importRuns.startedBy),
    startedAt: column(importRuns.startedAt),
    finishedAt: column(importRuns.finishedAt),
    fileBytes: column(importRuns.fileBytes),
    stagedLines: column(importRuns.stagedLines),
    mergedLine: column(importRuns.mergedLine),
    report: {
      kind: "json-object",
      type: "ImportReport",
      column: importRuns.report.name,
      record: reportRecord,
    },
    failure: column(importRuns.failure),
  },
);
