/**
 * Tax by year, and by quarter for the library's technical enterprises since the last fiscal year. Quarters add up to
 * their year; income tax is the gap between the two profits of the statements; taxed sales never exceed revenue.
 */
import type { YearFigures } from "../figures.ts";
import type { Random } from "../random.ts";
import type { Cell, Sheet, SheetRow } from "../sheet.ts";
import type { Subject } from "../subject.ts";

interface Tax {
  readonly total: number;
  readonly vat: number;
  readonly income: number;
  readonly sales: number;
}

export const taxSheet: Sheet = {
  table: "tax_payments",
  columns: ["year", "quarter", "total_tax", "vat", "income_tax", "taxed_sales", "credit_grade"],
  source: "demo-tax",
  rows: (subject) => {
    const { identity, figures } = subject;
    const random = identity.stream("tax");
    const years = figures.years.slice(keptFrom(subject));
    const grade = gradeOf(subject, random);
    const taxes = years.map((year) => taxOf(year, random));
    const rows = years.map((year, place) => rowOf(subject, year.year, 0, [taxes[place], grade]));
    const last = years.at(-1);
    const lastTax = taxes.at(-1);
    if (!identity.cohort.technical || last === undefined || lastTax === undefined) return rows;
    return [
      ...rows,
      ...quartersOf(lastTax).map((tax, i) => rowOf(subject, last.year, i + 1, [tax, grade])),
      ...quartersSince(subject, last.year).map(([year, quarter]) =>
        rowOf(subject, year, quarter, [portion(lastTax, random.between([0.22, 0.3])), grade]),
      ),
    ];
  },
};

/** All years of the library's enterprises, two of the others, the last one of branches and individual businesses. */
function keptFrom({ identity }: Subject): number {
  if (identity.kind === "BRANCH" || identity.kind === "INDIVIDUAL_BUSINESS") return -1;
  return identity.cohort.inLibrary ? 0 : -2;
}

function gradeOf({ identity }: Subject, random: Random): string | null {
  if (identity.kind === "INDIVIDUAL_BUSINESS") return null;
  const draw = random.next() + (identity.cohort.technical ? 0.25 : 0);
  if (draw > 0.72) return "A";
  if (draw > 0.3) return "B";
  return draw > 0.08 ? "M" : draw > 0.03 ? "C" : "D";
}

function taxOf(year: YearFigures, random: Random): Tax {
  const sales = hundreds(year.revenue * random.between([0.95, 1]));
  const vat = hundreds(sales * random.between([0.012, 0.042]));
  const income = year.totalProfit - year.netProfit;
  return { sales, vat, income, total: vat + income + hundreds(vat * 0.12) };
}

function rowOf(
  { identity }: Subject,
  year: number,
  quarter: number,
  [tax, grade]: readonly [Tax | undefined, string | null],
): SheetRow {
  const cells: Cell[] = [year, quarter, tax?.total ?? null, tax?.vat ?? null];
  return {
    key: `${identity.creditCode}:${year}Q${quarter}`,
    cells: [...cells, tax?.income ?? null, tax?.sales ?? null, grade],
  };
}

/** Three equal quarters and what is left. */
function quartersOf(tax: Tax): Tax[] {
  const each = portion(tax, 0.24);
  const rest = (whole: number, part: number) => whole - 3 * part;
  const last: Tax = {
    total: rest(tax.total, each.total),
    vat: rest(tax.vat, each.vat),
    income: rest(tax.income, each.income),
    sales: rest(tax.sales, each.sales),
  };
  return [each, each, each, last];
}

function portion(tax: Tax, share: number): Tax {
  return {
    total: hundreds(tax.total * share),
    vat: hundreds(tax.vat * share),
    income: hundreds(tax.income * share),
    sales: hundreds(tax.sales * share),
  };
}

/** Quarters that have ended, and been filed for, between the last fiscal year and the day of the plan. */
function quartersSince({ identity }: Subject, lastYear: number): [number, number][] {
  const { asOf } = identity.plan;
  const ends = ["04-20", "07-20", "10-25", "13"];
  return [lastYear + 1, lastYear + 2].flatMap((year) =>
    ends.flatMap((day, place): [number, number][] =>
      `${year}-${day}` <= asOf ? [[year, place + 1]] : [],
    ),
  );
}

function hundreds(amount: number): number {
  return Math.round(amount / 100) * 100;
}
