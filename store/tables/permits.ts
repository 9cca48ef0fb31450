/** Administrative permits. */
import { date, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { creditCode, provenance, scope, recordIndex } from "./columns.ts";

export const permits = pgTable(
  "permits",
  {
    creditCode: creditCode(),
    ...scope(),
    permitNo: text("permit_no").notNull(),
    name: text("name").notNull(),
    authority: text("authority"),
    grantedOn: date("granted_on", { mode: "string" }),
    validFrom: date("valid_from", { mode: "string" }),
    validTo: date("valid_to", { mode: "string" }),
    status: text("status").notNull(),
    ...provenance(),
  },
  (t) => [
    primaryKey({ name: "permits_pk", columns: [t.creditCode, t.permitNo] }),
    recordIndex("permits", t),
  ],
);
