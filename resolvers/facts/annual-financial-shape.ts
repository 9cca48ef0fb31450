/** Yearly financial statements. */
import type { AnnualFinancial } from "../../schema/generated/types.ts";
import { annualFinancials } from "../../store/tables/annual-financials.ts";
import { column, shapeOf } from "../shape-language.ts";

export const annualFinancialShape = shapeOf<AnnualFinancial>()(
  "AnnualFinancial",
  { table: annualFinancials },
  {
    audited: column(annualFinancials.audited),
    exportRevenue: column(annualFinancials.exportRevenue),
    highTechRevenue: column(annualFinancials.highTechRevenue),
    mainRevenue: column(annualFinancials.mainRevenue),
    netAssets: column(annualFinancials.netAssets),
    netProfit: column(annualFinancials.netProfit),
    provenance: { kind: "same-row", type: "Provenance" },
    rdExpense: column(annualFinancials.rdExpense),
    revenue: column(annualFinancials.revenue),
    totalAssets: column(annualFinancials.totalAssets),
    totalLiabilities: column(annualFinancials.totalLiabilities),
    totalProfit: column(annualFinancials.totalProfit),
    year: column(annualFinancials.year),
  },
);
