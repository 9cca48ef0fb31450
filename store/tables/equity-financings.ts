/** Equity financing rounds, amounts in yuan. */
import { boolean, date, numeric, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { creditCode, provenance, scope, recordIndex } from "./columns.ts";

export const equityFinancings = pgTable(
  "equity_financings",
  {
    creditCode: creditCode(),
    ...scope(),
    financingNo: text("financing_no").notNull(),
    round: text("round"),
    financedOn: date("financed_on", { mode: "string" }),
    /** Paid in, yuan. */
    amount: numeric("amount"),
    /** Share ceded in this round, 0 to 1. */
    cededShare: numeric("ceded_share"),
    investor: text("investor"),
    /** A qualified institution; null when not stated. */
    qualifiedInvestor: boolean("qualified_investor"),
    /** Valuation after the round, yuan. */
    postValuation: numeric("post_valuation"),
    ...provenance(),
  },
  (t) => [
    primaryKey({ name: "equity_financings_pk", columns: [t.creditCode, t.financingNo] }),
    recordIndex("equity_financings", t),
  ],
);
