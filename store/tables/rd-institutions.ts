/** Recognised R&D institutions of the enterprise. */
import { date, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { titleLevels } from "../../domain/vocabulary.ts";
import { creditCode, oneOf, provenance, scope, recordIndex } from "./columns.ts";

export const rdInstitutions = pgTable(
  "rd_institutions",
  {
    creditCode: creditCode(),
    ...scope(),
    institutionNo: text("institution_no").notNull(),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    level: text("level").notNull(),
    recognisedOn: date("recognised_on", { mode: "string" }),
    validTo: date("valid_to", { mode: "string" }),
    ...provenance(),
  },
  (t) => [
    primaryKey({ name: "rd_institutions_pk", columns: [t.creditCode, t.institutionNo] }),
    oneOf("rd_institutions_level_check", t.level, titleLevels),
    recordIndex("rd_institutions", t),
  ],
);
