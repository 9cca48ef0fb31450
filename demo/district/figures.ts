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
  const years = yearsOf(identity, course, random, slipped);
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

/**
 * From the latest year backwards: revenue shrinks by the growth of each year; net assets are set by the sales of the
 * latest year, and every earlier year gives back the profit retained since.
 */
function yearsOf(
  identity: Identity,
  course: Course,
  random: Random,
  slipped: boolean,
): YearFigures[] {
  const born = Number(identity.establishedOn.slice(0, 4));
  const years = fiscalYears(identity.plan.asOf).filter((year) => year >= born);
  const rdSlips = slipped && random.chance(0.6);
  const debtSlips = slipped && !rdSlips;
  let revenue = random.logBetween(course.traits.revenue) * 10_000;
  let netAssets = hundreds(revenue * random.between([0.7, 1.4]) * (1 - course.debt)) + 100;
  const figures: YearFigures[] = [];
  for (const year of years.toReversed()) {
    const latest = figures.length === 0;
    const debt = debtSlips && latest ? random.between([0.83, 0.93]) : course.debt;
    const rdRatio = rdSlips && latest ? course.rdRatio * 0.4 : course.rdRatio;
    const stand = { year, revenue, netAssets, debt: debt + random.between([-0.02, 0.02]), rdRatio };
    const made = yearOf(identity, course, stand, random);
    figures.push(made);
    revenue /= 1 + random.between(course.traits.growth);
    netAssets = Math.max(
      hundreds(netAssets * 0.45) + 100,
      netAssets - hundreds(made.netProfit * 0.7),
    );
  }
  return figures.toReversed();
}

interface Stand {
  readonly year: number;
  readonly revenue: number;
  readonly netAssets: number;
  readonly debt: number;
  readonly rdRatio: number;
}

/** One literal with every figure: spreading objects of fifteen members took a tenth of the whole fill. */
function yearOf(identity: Identity, course: Course, stand: Stand, random: Random): YearFigures {
  const { year, netAssets, debt } = stand;
  const revenue = hundreds(stand.revenue);
  const rdExpense = hundreds(revenue * stand.rdRatio * random.between([0.98, 1.05]));
  const totalProfit = hundreds(revenue * random.between(course.traits.margin));
  const incomeTax = totalProfit > 0 ? hundreds(totalProfit * course.taxRate) : 0;
  const totalLiabilities = hundreds((netAssets * debt) / (1 - debt));
  const { employees, rdStaff, insured, graduates } = staffOf(identity, course, revenue, random);
  return {
    year,
    revenue,
    mainRevenue: hundreds(revenue * Math.min(1, course.mainRatio * random.between([0.995, 1.01]))),
    rdExpense,
    rdDomestic: hundreds(rdExpense * random.between([0.88, 1])),
    highTechRevenue: hundreds(revenue * course.highTechShare),
    costExpense: revenue - totalProfit,
    totalProfit,
    netProfit: totalProfit - incomeTax,
    totalAssets: netAssets + totalLiabilities,
    totalLiabilities,
    netAssets,
    exportRevenue: hundreds(revenue * course.exports),
    importAmount: hundreds(revenue * course.imports),
    employees,
    insured,
    rdStaff,
    graduates,
  };
}

function staffOf(identity: Identity, course: Course, revenue: number, random: Random) {
  const { industry, cohort } = identity;
  const wanted = Math.max(
    1,
    Math.round((revenue / industry.output) * random.between([0.85, 1.15])),
  );
  const employees = cohort.technical ? Math.min(wanted, largestSmeStaff(industry.size)) : wanted;
  const share = employees * course.rdStaff;
  const rdStaff = cohort.technical ? Math.ceil(share) : Math.floor(share);
  return {
    employees,
    insured: Math.max(1, Math.floor(employees * course.insured)),
    rdStaff,
    graduates: Math.min(employees, Math.max(rdStaff, Math.floor(employees * course.graduates))),
  };
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
