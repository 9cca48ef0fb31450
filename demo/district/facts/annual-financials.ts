/** Yearly statements. What an enterprise did not report is null: unknown, not zero. */
import { type Sheet, yearlyRows } from "../sheet.ts";

export const financialSheet: Sheet = {
  table: "annual_financials",
  columns: [
    "year",
    "revenue",
    "main_revenue",
    "rd_expense",
    "rd_expense_domestic",
    "high_tech_revenue",
    "cost_expense",
    "net_profit",
    "total_profit",
    "total_assets",
    "total_liabilities",
    "net_assets",
    "export_revenue",
    "audited",
    "currency",
  ],
  source: "demo-finance",
  rows: (subject) => {
    const { identity, figures } = subject;
    if (figures.silent.financials) return [];
    const { rd } = figures.silent;
    return yearlyRows(subject, (year) => [
      year.year,
      year.revenue,
      year.mainRevenue,
      rd ? null : year.rdExpense,
      rd ? null : year.rdDomestic,
      figures.isHighTech ? year.highTechRevenue : null,
      year.costExpense,
      year.netProfit,
      year.totalProfit,
      year.totalAssets,
      year.totalLiabilities,
      year.netAssets,
      year.exportRevenue > 0 ? year.exportRevenue : null,
      identity.cohort.technical,
      "CNY",
    ]);
  },
};
