/** Yearly financial statements, in yuan. One row per enterprise and fiscal year; a null figure was not reported. */
import { boolean, integer, numeric, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { creditCode, provenance, scope, recordIndex } from "./columns.ts";

export const annualFinancials = pgTable(
  "annual_financials",
  {
    creditCode: creditCode(),
    ...scope(),
    year: integer("year").notNull(),
    /** Total operating revenue (yingye shouru). */
    revenue: numeric("revenue"),
    /** Revenue of the main business. */
    mainRevenue: numeric("main_revenue"),
    /** R&D expense, total. */
    rdExpense: numeric("rd_expense"),
    rdExpenseDomestic: numeric("rd_expense_domestic"),
    /** Revenue of high-tech products and services. */
    highTechRevenue: numeric("high_tech_revenue"),
    /** Cost and expense total, the base of the second R&D ratio of the tech SME rules. */
    costExpense: numeric("cost_expense"),
    netProfit: numeric("net_profit"),
    totalProfit: numeric("total_profit"),
    totalAssets: numeric("total_assets"),
    totalLiabilities: numeric("total_liabilities"),
    netAssets: numeric("net_assets"),
    exportRevenue: numeric("export_revenue"),
    audited: boolean("audited"),
    currency: text("currency").notNull(),
    ...provenance(),
  },
  (t) => [
    primaryKey({ name: "annual_financials_pk", columns: [t.creditCode, t.year] }),
    recordIndex("annual_financials", t),
  ],
);
