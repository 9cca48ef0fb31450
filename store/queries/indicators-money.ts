/**
 * Figures of the last three complete fiscal years, one row per enterprise. Statements in another currency count as
 * missing: there is no rate that the rules would accept. R&D above revenue cannot be: R&D of that year is missing then.
 * Both are named in `flags`, as are years that have not ended.
 */
import { type IndicatorPeriod, percent, ratio } from "./indicators-period.ts";

const figures = [
  "revenue",
  "main_revenue",
  "rd_expense",
  "rd_expense_domestic",
  "high_tech_revenue",
  "cost_expense",
  "net_profit",
  "total_assets",
  "total_liabilities",
  "net_assets",
] as const;

const short: Readonly<Record<(typeof figures)[number], string>> = {
  revenue: "r",
  main_revenue: "m",
  rd_expense: "d",
  rd_expense_domestic: "dd",
  high_tech_revenue: "h",
  cost_expense: "c",
  net_profit: "p",
  total_assets: "a",
  total_liabilities: "l",
  net_assets: "n",
};

/** Figure of the accounts by its letter in the money table. */
export const figureOfLetter: Readonly<Record<string, string>> = Object.fromEntries(
  figures.map((figure) => [short[figure], figure]),
);

/** `money(credit_code, r1, r2, r3, m1 …, full_years, years, flags)`, amounts in yuan. */
export function moneyTable({ year, y1, y2, y3, only }: IndicatorPeriod): string {
  const pivots = figures.flatMap((figure) =>
    [y1, y2, y3].map(
      (at, place) => `max(${figure}) filter (where year = ${at}) as ${short[figure]}${place + 1}`,
    ),
  );
  return `sound as (
    select credit_code, year, foreign_money, rd_beyond, ${figures.map((figure) => `case when not foreign_money ${figure.startsWith("rd_") ? "and not rd_beyond " : ""}then ${figure} end as ${figure}`).join(", ")}
    from (select *, currency not in ('CNY', 'RMB') as foreign_money, coalesce(rd_expense > revenue, false) as rd_beyond
      from annual_financials where year >= ${y3}${only}) told
  ), money as (
    select credit_code, ${pivots.join(", ")},
      array_agg(year order by year) filter (where year between ${y3} and ${y1}) as years,
      array_remove(array_agg(case when year >= ${year} then 'FUTURE_YEAR:' || year when foreign_money then 'OTHER_CURRENCY:' || year when rd_beyond then 'RD_ABOVE_REVENUE:' || year end order by year), null) as flags
    from sound group by credit_code
  )`;
}

const wan = (column: string) => `(money.${column} / 10000)`;
/** Growth from a base above zero; unknown otherwise. */
const growth = (now: string, before: string) =>
  `case when money.${before} > 0 then ${percent(`money.${now} - money.${before}`, `money.${before}`)} end`;
const compound = (now: string, base: string) =>
  `case when money.${base} > 0 and money.${now} >= 0 then 100 * (sqrt(${ratio(`money.${now}`, `money.${base}`)}) - 1) end`;

/** Mean of two yearly ratios less one: 0 when negative, the last two years when the first base is 0 (195号). */
function meanGrowth(now: string, before: string, first: string): string {
  const [a, b, c] = [`money.${now}`, `money.${before}`, `money.${first}`];
  return `case when ${a} is null or ${b} is null or ${c} is null then null
    when ${b} <= 0 then 0
    when ${c} = 0 then greatest(0, ${percent(a, b)} - 100)
    else greatest(0, (${percent(b, c)} + ${percent(a, b)}) / 2 - 100) end`;
}

/** By column of the sheet. Money in ten thousand yuan, shares in percent. */
export const moneyIndicators: Readonly<Record<string, string>> = {
  revenue_y1: wan("r1"),
  sales_y1: wan("r1"),
  total_assets: wan("a1"),
  main_ratio: percent("money.m1", "money.r1"),
  main_growth_y1: growth("m1", "m2"),
  main_growth_avg2: `((${growth("m1", "m2")}) + (${growth("m2", "m3")})) / 2`,
  revenue_cagr2: compound("r1", "r3"),
  net_profit_cagr2: compound("p1", "p3"),
  debt_ratio: percent("money.l1", "money.a1"),
  net_margin: percent("money.p1", "money.r1"),
  net_asset_growth_avg: meanGrowth("n1", "n2", "n3"),
  sales_growth_avg: meanGrowth("r1", "r2", "r3"),
  rd_y1: wan("d1"),
  rd_y2: wan("d2"),
  rd_avg2: `((money.d1 + money.d2) / 20000)`,
  rd_sum2: `((money.d1 + money.d2) / 10000)`,
  rd_sum3: `((money.d1 + money.d2 + money.d3) / 10000)`,
  rd_ratio_y1: percent("money.d1", "money.r1"),
  rd_ratio_y2: percent("money.d2", "money.r2"),
  rd_ratio_3y_total: percent("money.d1 + money.d2 + money.d3", "money.r1 + money.r2 + money.r3"),
  rd_domestic_ratio: percent("money.dd1 + money.dd2 + money.dd3", "money.d1 + money.d2 + money.d3"),
  hitech_revenue_ratio_y1: percent("money.h1", "money.r1"),
  rd_to_sales: percent("money.d1", "money.r1"),
  rd_to_cost: percent("money.d1", "money.c1"),
};

/** `people(credit_code, employees, rd_staff)` of the last complete fiscal year. */
export function peopleTable({ y1, only }: IndicatorPeriod): string {
  return `people as (select credit_code, employees, rd_staff from employments where year = ${y1}${only})`;
}

export const peopleIndicators: Readonly<Record<string, string>> = {
  employees: "people.employees::numeric",
  rd_staff_ratio: percent("people.rd_staff", "people.employees"),
  // 195号: "this year" is the fiscal year before the application.
  "tech_staff_ratio@current_year": percent("people.rd_staff", "people.employees"),
  "tech_staff_ratio@last_fiscal_year": percent("people.rd_staff", "people.employees"),
};
