/** Administrative penalties. */
import { date, numeric, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { creditCode, oneOf, provenance, scope, recordIndex } from "./columns.ts";

export const penalties = pgTable(
  "penalties",
  {
    creditCode: creditCode(),
    ...scope(),
    documentNo: text("document_no").notNull(),
    kind: text("kind").notNull(),
    severity: text("severity").notNull(),
    reason: text("reason"),
    /** Fine, yuan. */
    amount: numeric("amount"),
    decidedOn: date("decided_on", { mode: "string" }),
    authority: text("authority"),
    ...provenance(),
  },
  (t) => [
    primaryKey({ name: "penalties_pk", columns: [t.creditCode, t.documentNo] }),
    oneOf("penalties_severity_check", t.severity, ["MINOR", "ORDINARY", "SERIOUS"]),
    recordIndex("penalties", t),
  ],
);
