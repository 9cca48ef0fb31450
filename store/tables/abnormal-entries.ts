/** Entries on the abnormal-operation and serious-violation lists. */
import { date, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { creditCode, oneOf, provenance, scope, recordIndex } from "./columns.ts";

export const abnormalEntries = pgTable(
  "abnormal_entries",
  {
    creditCode: creditCode(),
    ...scope(),
    entryNo: text("entry_no").notNull(),
    list: text("list").notNull(),
    reason: text("reason"),
    enteredOn: date("entered_on", { mode: "string" }),
    /** Null while the entry stands. */
    removedOn: date("removed_on", { mode: "string" }),
    ...provenance(),
  },
  (t) => [
    primaryKey({ name: "abnormal_entries_pk", columns: [t.creditCode, t.entryNo] }),
    oneOf("abnormal_entries_list_check", t.list, ["ABNORMAL_OPERATION", "SERIOUS_VIOLATION"]),
    recordIndex("abnormal_entries", t),
  ],
);
