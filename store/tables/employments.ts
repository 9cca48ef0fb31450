/** Yearly employment and social insurance. Head counts are yearly means of monthly means, as the rules ask. */
import { integer, pgTable, primaryKey } from "drizzle-orm/pg-core";

import { creditCode, provenance, scope, recordIndex } from "./columns.ts";

export const employments = pgTable(
  "employments",
  {
    creditCode: creditCode(),
    ...scope(),
    year: integer("year").notNull(),
    /** Mean number of employees. */
    employees: integer("employees"),
    /** People with social insurance paid at the end of the year. */
    insured: integer("insured"),
    /** Technology staff. */
    rdStaff: integer("rd_staff"),
    /** Staff with a bachelor degree or above. */
    graduateStaff: integer("graduate_staff"),
    ...provenance(),
  },
  (t) => [
    // Carries what a list shows (INCLUDE, migration covering_lists).
    primaryKey({ name: "employments_pk", columns: [t.creditCode, t.year] }),
    recordIndex("employments", t),
  ],
);
