/**
 * The yearly figures of an entity, in yuan, consistent within a year and from year to year: net assets grow by retained
 * profit, assets are liabilities plus net assets, taxes explain the gap between the two profits.
 */
import type { Traits } from "./cohorts.ts";
import type { Identity } from "./identity.ts";
import { fiscalYears } from "./plan.ts";
import type { Random } from "./random.ts";
import { largestSmeStaff } from "./size-class.ts";

export interface YearFigures {
  readonly year: number;
  readonly revenue: number;
  readonly mainRevenue: number;
  readonly rdExpense: number;
  readonly rdDomestic: number;
  readonly highTechRevenue: number;
  readonly costExpense: number;
  readonly totalProfit: number;
  readonly netProfit: number;
  readonly totalAssets: number;
  readonly totalLiabilities: number;
  readonly netAssets: number;
  readonly exportRevenue: number;
  readonly importAmount: number;
  readonly employees: number;
  readonly insured: number;
  readonly rdStaff: number;
  readonly graduates: number;
}

export interface Figures {
  readonly isHighTech: boolean;
  readonly isTechSme: boolean;
  /** Fell below the criteria of its title in the latest year. */
  readonly slipped: boolean;
  /** What the enterprise never reported. */
  readonly silent: { readonly financials: boolean; readonly rd: boolean };
  /** Oldest first; years before the enterprise existed are left out. */
  readonly years: readonly YearFigures[];
}

interface Course {
  readonly traits: Traits;
  readonly mainRatio: number;
  readonly rdRatio: number;
  readonly debt: number;
  readonly exports: number;
  readonly imports: number;
  readonly rdStaff: number;
  readonly graduates: number;
  readonly insured: number;
  readonly highTechShare: number;
  readonly taxRate: number;
}

export function figuresOf(identity: Identity): Figures {
  const random = identity.stream("figures");
  const { traits, titles, inLibrary } = identity.cohort;
  const isHighTech = random.chance(traits.highTech);
  const slipped = titles.length > 0 && random.chance(0.07);
  const course = courseOf(identity, random, isHighTech);
  const years = withBalances(operatingYears(identity, course, random, slipped), course, random);
  const last = years.at(-1);
  const isTechSme = random.chance(traits.techSme) && last !== undefined && isSmallTechnology(last);
  const silentRd = titles.length > 0 ? random.chance(0.03) : inLibrary && random.chance(0.3);
  return {
    isHighTech,
    isTechSme,
    slipped,
    silent: {
      financials: !random.chance(traits.reporting),
      rd: identity.cohort.technical ? silentRd && titles.length > 0 : silentRd,
    },
    years,
  };
}

function courseOf(identity: Identity, random: Random, isHighTech: boolean): Course {
  const { traits, technical } = identity.cohort;
  const trades = random.chance(technical ? 0.42 : 0.1);
  // The NEARLY cohort misses one condition each: the rank says which, so that every kind of miss is there.
  const miss = identity.cohortId === "NEARLY" ? identity.rank % 3 : -1;
  return {
    traits,
    mainRatio: miss === 1 ? random.between([0.6, 0.78]) : random.between(traits.mainRatio),
    rdRatio: miss === 0 ? random.between([0.012, 0.028]) : random.between(traits.rdRatio),
    debt: miss === 2 ? random.between([0.82, 0.9]) : random.between(traits.debt),
    exports: trades ? random.between([0.03, 0.45]) : 0,
    imports: trades && random.chance(0.5) ? random.between([0.01, 0.2]) : 0,
    rdStaff: random.between(traits.rdStaff),
    graduates: random.between(technical ? [0.25, 0.65] : [0.03, 0.3]),
    insured: random.between([0.86, 1]),
    highTechShare: isHighTech ? random.between([0.64, 0.95]) : 0,
    taxRate: isHighTech ? 0.15 : 0.2,
  };
}

interface Operation extends Omit<YearFigures, "totalAssets" | "totalLiabilities" | "netAssets"> {
  readonly debt: number;
}

/** Revenue walks back from the latest year; the rest of a year's operation follows from it. */
function operatingYears(
  identity: Identity,
  course: Course,
  random: Random,
  slipped: boolean,
): Operation[] {
  const born = Number(identity.establishedOn.slice(0, 4));
  const years = fiscalYears(identity.plan.asOf)
    .filter((year) => year >= born)
    .reverse();
  const rdSlips = slipped && random.chance(0.6);
  let revenue = random.logBetween(course.traits.revenue) * 10_000;
  const operations: Operation[] = [];
  for (const [back, year] of years.entries()) {
    const debt = slipped && !rdSlips && back === 0 ? random.between([0.83, 0.93]) : course.debt;
    const rd = rdSlips && back === 0 ? course.rdRatio * 0.4 : course.rdRatio;
    operations.push(
      operation(identity, { ...course, rdRatio: rd, debt }, { year, revenue }, random),
    );
    revenue /= 1 + random.between(course.traits.growth);
  }
  return operations.reverse();
}

function operation(
  identity: Identity,
  course: Course,
  { year, revenue }: { year: number; revenue: number },
  random: Random,
): Operation {
  const sales = hundreds(revenue);
  const rdExpense = hundreds(sales * course.rdRatio * random.between([0.98, 1.05]));
  const totalProfit = hundreds(sales * random.between(course.traits.margin));
  const netProfit =
    totalProfit > 0 ? totalProfit - hundreds(totalProfit * course.taxRate) : totalProfit;
  const staff = staffOf(identity, course, sales, random);
  return {
    year,
    revenue: sales,
    mainRevenue: hundreds(sales * Math.min(1, course.mainRatio * random.between([0.995, 1.01]))),
    rdExpense,
    rdDomestic: hundreds(rdExpense * random.between([0.88, 1])),
    highTechRevenue: hundreds(sales * course.highTechShare),
    costExpense: sales - totalProfit,
    totalProfit,
    netProfit,
    exportRevenue: hundreds(sales * course.exports),
    importAmount: hundreds(sales * course.imports),
    ...staff,
    debt: course.debt + random.between([-0.02, 0.02]),
  };
}

function staffOf(identity: Identity, course: Course, revenue: number, random: Random) {
  const { industry, cohort } = identity;
  const wanted = Math.max(
    1,
    Math.round((revenue / industry.output) * random.between([0.85, 1.15])),
  );
  const employees = cohort.technical ? Math.min(wanted, largestSmeStaff(industry.size)) : wanted;
  const rdStaff = Math.ceil(employees * course.rdStaff);
  return {
    employees,
    insured: Math.max(1, Math.floor(employees * course.insured)),
    rdStaff,
    graduates: Math.min(employees, Math.max(rdStaff, Math.floor(employees * course.graduates))),
  };
}

/** Net assets of the latest year are set by its sales; earlier ones give back the profit retained since. */
function withBalances(operations: Operation[], course: Course, random: Random): YearFigures[] {
  const last = operations.at(-1);
  if (last === undefined) return [];
  let netAssets = hundreds(last.revenue * random.between([0.7, 1.4]) * (1 - course.debt)) + 100;
  const years: YearFigures[] = [];
  for (const { debt, ...figures } of operations.toReversed()) {
    const totalLiabilities = hundreds((netAssets * debt) / (1 - debt));
    years.push({
      ...figures,
      netAssets,
      totalLiabilities,
      totalAssets: netAssets + totalLiabilities,
    });
    const retained = hundreds(figures.netProfit * 0.7);
    netAssets = Math.max(hundreds(netAssets * 0.45) + 100, netAssets - retained);
  }
  return years.reverse();
}

/** The size limits of the technology SME rule, and enough technology staff to score. */
function isSmallTechnology(last: YearFigures): boolean {
  return (
    last.employees <= 500 &&
    last.revenue <= 200_000_000 &&
    last.totalAssets <= 200_000_000 &&
    last.rdStaff * 10 >= last.employees
  );
}

/** Whole hundreds of yuan: sums of such figures stay exact. */
function hundreds(amount: number): number {
  return Math.round(amount / 100) * 100;
}
