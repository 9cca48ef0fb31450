/** The figures of an import: kept as one JSON object with its run, told field by field. */
import type {
  HeldReason,
  ImportCount,
  ImportedFile,
  ImportReport,
  ImportTimes,
  RelinkedRecords,
  SettledRows,
} from "../../schema/generated/types.ts";
import { member, shapeOf } from "../shape-language.ts";

const counts = (column: string) => ({ kind: "json-counts", type: "ImportCount", column }) as const;

/** Members of the object, for the shape of the run. */
export const reportRecord = {
  dryRun: "boolean",
  way: "text",
  sameFileAsRun: "text",
  releasedBy: "text",
  columnsAccepted: "text",
  read: "integer",
  blank: "integer",
  quarantined: "integer",
  repeated: "integer",
  accepted: "integer",
  created: "integer",
  updated: "integer",
  unchanged: "integer",
  superseded: "integer",
  toReview: "integer",
  unlinked: "integer",
  withdrawn: "integer",
  ended: "integer",
  renamed: "integer",
  moved: "integer",
  inZone: "integer",
  repaired: "integer",
  reasons: "jsonb",
  notes: "jsonb",
  repairs: "jsonb",
  linked: "jsonb",
  towns: "jsonb",
  held: "jsonb",
  relinked: "jsonb",
  settled: "jsonb",
  times: "jsonb",
  file: "jsonb",
} as const;

export const importReportShape = shapeOf<ImportReport>()(
  "ImportReport",
  { table: null },
  {
    dryRun: member("dryRun"),
    way: member("way"),
    sameFileAsRun: member("sameFileAsRun"),
    releasedBy: member("releasedBy"),
    columnsAccepted: member("columnsAccepted"),
    read: member("read"),
    blank: member("blank"),
    quarantined: member("quarantined"),
    repeated: member("repeated"),
    accepted: member("accepted"),
    created: member("created"),
    updated: member("updated"),
    unchanged: member("unchanged"),
    superseded: member("superseded"),
    toReview: member("toReview"),
    unlinked: member("unlinked"),
    withdrawn: member("withdrawn"),
    ended: member("ended"),
    renamed: member("renamed"),
    moved: member("moved"),
    inZone: member("inZone"),
    repaired: member("repaired"),
    reasons: counts("reasons"),
    notes: counts("notes"),
    repairs: counts("repairs"),
    linked: counts("linked"),
    towns: counts("towns"),
    held: {
      kind: "json-list",
      type: "HeldReason",
      column: "held",
      record: { code: "text", messageZh: "text", messageEn: "text" },
    },
    relinked: {
      kind: "json-object",
      type: "RelinkedRecords",
      column: "relinked",
      record: { tried: "integer", settled: "integer" },
    },
    settled: {
      kind: "json-object",
      type: "SettledRows",
      column: "settled",
      record: { mended: "integer", superseded: "integer", repeated: "integer" },
    },
    times: {
      kind: "json-object",
      type: "ImportTimes",
      column: "times",
      record: { stagingMs: "integer", checkingMs: "integer", mergingMs: "integer" },
    },
    file: {
      kind: "json-object",
      type: "ImportedFile",
      column: "file",
      record: {
        lines: "integer",
        sheet: "text",
        delimiter: "text",
        headerLine: "integer",
        unknownColumns: "jsonb",
        absentColumns: "jsonb",
      },
    },
  },
);

export const importCountShape = shapeOf<ImportCount>()(
  "ImportCount",
  { table: null },
  { name: member("name"), count: member("count", "number") },
);

export const heldReasonShape = shapeOf<HeldReason>()(
  "HeldReason",
  { table: null },
  { code: member("code"), messageZh: member("messageZh"), messageEn: member("messageEn") },
);

export const relinkedRecordsShape = shapeOf<RelinkedRecords>()(
  "RelinkedRecords",
  { table: null },
  { tried: member("tried"), settled: member("settled") },
);

export const settledRowsShape = shapeOf<SettledRows>()(
  "SettledRows",
  { table: null },
  { mended: member("mended"), superseded: member("superseded"), repeated: member("repeated") },
);

export const importTimesShape = shapeOf<ImportTimes>()(
  "ImportTimes",
  { table: null },
  {
    stagingMs: member("stagingMs"),
    checkingMs: member("checkingMs"),
    mergingMs: member("mergingMs"),
  },
);

export const importedFileShape = shapeOf<ImportedFile>()(
  "ImportedFile",
  { table: null },
  {
    lines: member("lines"),
    sheet: member("sheet"),
    delimiter: member("delimiter"),
    headerLine: member("headerLine"),
    unknownColumns: member("unknownColumns", "json"),
    absentColumns: member("absentColumns", "json"),
  },
);
