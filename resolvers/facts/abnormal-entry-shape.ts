/** Entries on the abnormal and violation lists. */
import type { AbnormalEntry } from "../../schema/generated/types.ts";
import { abnormalEntries } from "../../store/tables/abnormal-entries.ts";
import { column, shapeOf } from "../shape-language.ts";

export const abnormalEntryShape = shapeOf<AbnormalEntry>()(
  "AbnormalEntry",
  { table: abnormalEntries },
  {
    enteredOn: column(abnormalEntries.enteredOn),
    entryNo: column(abnormalEntries.entryNo),
    list: column(abnormalEntries.list),
    provenance: { kind: "same-row", type: "Provenance" },
    reason: column(abnormalEntries.reason),
    removedOn: column(abnormalEntries.removedOn),
  },
);
