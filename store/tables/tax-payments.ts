/** Tax paid, in yuan. Quarter 0 is the whole year. */
import { integer, numeric, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { creditCode, provenance, scope, recordIndex } from "./columns.ts";

export const taxPayments = pgTable(
  "tax_payments",
  {
    creditCode: creditCode(),
    ...scope(),
    year: integer("year").notNull(),
    quarter: integer("quarter").notNull(),
    totalTax: numeric("total_tax"),
    vat: numeric("vat"),
    incomeTax: numeric("income_tax"),
    taxedSales: numeric("taxed_sales"),
    /** Tax credit grade A, B, M, C, D. */
    creditGrade: text("credit_grade"),
    ...provenance(),
  },
  (t) => [
    primaryKey({ name: "tax_payments_pk", columns: [t.creditCode, t.year, t.quarter] }),
    recordIndex("tax_payments", t),
  ],
);
