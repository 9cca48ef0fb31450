/** Rows that could not be taken in, for the district. */
import type { QuarantinedRow, QuarantineReason } from "../../schema/generated/types.ts";
import { importRuns, quarantinedRows } from "../../store/tables/imports.ts";
import { column, join, member, orderKey, shapeOf } from "../shape-language.ts";

export const quarantinedRowShape = shapeOf<QuarantinedRow>()(
  "QuarantinedRow",
  {
    table: quarantinedRows,
    key: [orderKey(quarantinedRows.importRunId), orderKey(quarantinedRows.line)],
  },
  {
    id: { kind: "global-id", type: "QuarantinedRow" },
    source: column(quarantinedRows.sourceId),
    line: column(quarantinedRows.line),
    raw: column(quarantinedRows.raw),
    reasons: {
      kind: "json-list",
      type: "QuarantineReason",
      column: quarantinedRows.reasons.name,
      record: { column: "text", value: "text", code: "text", messageZh: "text", messageEn: "text" },
    },
    quarantinedAt: column(quarantinedRows.quarantinedAt),
    resolvedAt: column(quarantinedRows.resolvedAt),
    resolution: column(quarantinedRows.resolution),
    importRun: {
      kind: "one",
      type: "ImportRun",
      join: join([quarantinedRows.importRunId, importRuns.id]),
    },
  },
);

export const quarantineReasonShape = shapeOf<QuarantineReason>()(
  "QuarantineReason",
  { table: null },
  {
    column: member("column"),
    value: member("value"),
    code: member("code"),
    messageZh: member("messageZh"),
    messageEn: member("messageEn"),
  },
);
