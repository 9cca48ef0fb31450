/** Standards the enterprise took part in. */
import { date, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { creditCode, oneOf, provenance, scope, recordIndex } from "./columns.ts";

export const standards = pgTable(
  "standards",
  {
    creditCode: creditCode(),
    ...scope(),
    standardNo: text("standard_no").notNull(),
    name: text("name").notNull(),
    level: text("level").notNull(),
    /** Place among the drafters; 1 is the lead. */
    draftingRank: integer("drafting_rank"),
    publishedOn: date("published_on", { mode: "string" }),
    status: text("status").notNull(),
    ...provenance(),
  },
  (t) => [
    primaryKey({ name: "standards_pk", columns: [t.creditCode, t.standardNo] }),
    oneOf("standards_level_check", t.level, [
      "INTERNATIONAL",
      "NATIONAL",
      "INDUSTRY",
      "LOCAL",
      "GROUP",
    ]),
    recordIndex("standards", t),
  ],
);
