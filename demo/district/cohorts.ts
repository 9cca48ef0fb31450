/**
 * Kinds of enterprise the district is made of, and the ranges their figures are drawn from.
 *
 * The ranges of titled cohorts lie inside the official criteria (63hao of 2022, 2hao of 2026, 8hao of Shandong), so that a
 * title means in the demonstration what it means outside; `slips` of them have fallen out since.
 */
import type { EnterpriseKind, TitleKind } from "../../domain/vocabulary.ts";

export type CohortId =
  | "GIANT"
  | "GIANT_GAZELLE"
  | "SPECIALIZED_GAZELLE"
  | "SPECIALIZED_EAGLET"
  | "SPECIALIZED_INNOVATIVE"
  | "SPECIALIZED"
  | "INNOVATIVE"
  | "INNOVATIVE_EAGLET"
  | "INNOVATIVE_GAZELLE"
  | "EAGLET"
  | "GAZELLE"
  | "UNICORN_GAZELLE"
  | "UNICORN"
  | "READY_SPECIALIZED"
  | "READY_INNOVATIVE"
  | "NEARLY"
  | "FORMER"
  | "CANDIDATE"
  | "COMPANY"
  | "BRANCH"
  | "INDIVIDUAL"
  | "COOPERATIVE"
  | "OTHER";

export type Range = readonly [number, number];

/** Ranges; money in ten thousand yuan as the rules state it, ratios as fractions. */
export interface Traits {
  /** Revenue of the latest fiscal year, drawn evenly over orders of magnitude. */
  readonly revenue: Range;
  /** Yearly growth of revenue. */
  readonly growth: Range;
  readonly rdRatio: Range;
  readonly mainRatio: Range;
  readonly debt: Range;
  readonly margin: Range;
  /** Technology staff among employees. */
  readonly rdStaff: Range;
  readonly inventions: Range;
  readonly utilityModels: Range;
  readonly software: Range;
  /** Years since the enterprise was established. */
  readonly age: Range;
  /** Share that hands in financial statements. */
  readonly reporting: number;
  readonly highTech: number;
  readonly techSme: number;
}

export interface Cohort {
  readonly kind: EnterpriseKind;
  readonly titles: readonly TitleKind[];
  readonly inLibrary: boolean;
  /** Stands in a chain industry, with a product of its own. */
  readonly technical: boolean;
  readonly traits: Traits;
}

const specialized: Traits = {
  revenue: [1700, 26_000],
  growth: [0.06, 0.2],
  rdRatio: [0.042, 0.085],
  mainRatio: [0.83, 0.98],
  debt: [0.25, 0.58],
  margin: [0.06, 0.16],
  rdStaff: [0.14, 0.34],
  inventions: [1, 6],
  utilityModels: [5, 22],
  software: [0, 8],
  age: [6, 24],
  reporting: 1,
  highTech: 0.82,
  techSme: 0.9,
};

const giant: Traits = {
  ...specialized,
  revenue: [9000, 36_000],
  growth: [0.08, 0.22],
  rdRatio: [0.046, 0.08],
  mainRatio: [0.92, 0.99],
  inventions: [6, 20],
  utilityModels: [12, 30],
  age: [8, 26],
  highTech: 0.98,
};

const innovative: Traits = {
  ...specialized,
  revenue: [380, 7000],
  growth: [0.08, 0.28],
  rdRatio: [0.051, 0.11],
  mainRatio: [0.72, 0.98],
  margin: [0.03, 0.14],
  inventions: [1, 3],
  utilityModels: [2, 12],
  age: [4, 16],
  highTech: 0.48,
  techSme: 0.75,
};

const gazelle: Traits = {
  ...specialized,
  revenue: [2600, 38_000],
  growth: [0.27, 0.55],
  rdRatio: [0.054, 0.1],
  inventions: [2, 9],
  age: [5, 15],
};

const eaglet: Traits = {
  ...innovative,
  revenue: [600, 6500],
  growth: [0.22, 0.7],
  margin: [-0.06, 0.12],
  rdRatio: [0.06, 0.16],
  age: [4, 9],
};

const unicorn: Traits = {
  ...gazelle,
  revenue: [60_000, 220_000],
  growth: [0.35, 0.7],
  margin: [-0.04, 0.08],
  inventions: [25, 60],
  age: [6, 9],
  highTech: 1,
  techSme: 0,
};

const candidate: Traits = {
  revenue: [40, 5200],
  growth: [-0.14, 0.2],
  rdRatio: [0.002, 0.05],
  mainRatio: [0.5, 0.97],
  debt: [0.2, 0.86],
  margin: [-0.08, 0.12],
  rdStaff: [0, 0.18],
  inventions: [0, 0],
  utilityModels: [0, 5],
  software: [0, 3],
  age: [2, 22],
  reporting: 0.86,
  highTech: 0.02,
  techSme: 0.06,
};

const company: Traits = {
  ...candidate,
  revenue: [15, 3200],
  rdRatio: [0, 0.012],
  rdStaff: [0, 0.05],
  utilityModels: [0, 0],
  software: [0, 1],
  age: [0, 26],
  reporting: 0.38,
  highTech: 0,
  techSme: 0,
};

const trade: Traits = {
  ...company,
  revenue: [3, 120],
  reporting: 0,
  age: [0, 14],
  software: [0, 0],
};

const titled = (titles: readonly TitleKind[], traits: Traits): Cohort => ({
  kind: "COMPANY",
  titles,
  inLibrary: true,
  technical: true,
  traits,
});

const untitled = (kind: EnterpriseKind, traits: Traits, inLibrary: boolean): Cohort => ({
  kind,
  titles: [],
  inLibrary,
  technical: inLibrary && traits !== candidate,
  traits,
});

export const cohorts: Readonly<Record<CohortId, Cohort>> = {
  GIANT: titled(["SPECIALIZED", "LITTLE_GIANT"], giant),
  GIANT_GAZELLE: titled(["SPECIALIZED", "LITTLE_GIANT", "GAZELLE"], {
    ...giant,
    growth: [0.27, 0.45],
    rdRatio: [0.052, 0.08],
  }),
  SPECIALIZED_GAZELLE: titled(["SPECIALIZED", "GAZELLE"], gazelle),
  SPECIALIZED_EAGLET: titled(["SPECIALIZED", "EAGLET"], { ...specialized, ...agedLike(eaglet) }),
  SPECIALIZED_INNOVATIVE: titled(["INNOVATIVE", "SPECIALIZED"], specialized),
  SPECIALIZED: titled(["SPECIALIZED"], specialized),
  INNOVATIVE: titled(["INNOVATIVE"], innovative),
  INNOVATIVE_EAGLET: titled(["INNOVATIVE", "EAGLET"], { ...innovative, ...agedLike(eaglet) }),
  INNOVATIVE_GAZELLE: titled(["INNOVATIVE", "GAZELLE"], { ...gazelle, revenue: [2600, 12_000] }),
  EAGLET: titled(["EAGLET"], eaglet),
  GAZELLE: titled(["GAZELLE"], gazelle),
  UNICORN_GAZELLE: titled(["GAZELLE", "UNICORN"], unicorn),
  UNICORN: titled(["UNICORN"], unicorn),
  READY_SPECIALIZED: untitled(
    "COMPANY",
    { ...specialized, revenue: [1700, 9500], rdStaff: [0.2, 0.34], techSme: 1, highTech: 0.5 },
    true,
  ),
  READY_INNOVATIVE: untitled("COMPANY", { ...innovative, highTech: 0.3 }, true),
  NEARLY: untitled("COMPANY", { ...specialized, revenue: [900, 6000], highTech: 0.2 }, true),
  FORMER: untitled(
    "COMPANY",
    { ...innovative, growth: [-0.2, 0.04], rdRatio: [0.008, 0.028], highTech: 0.1, techSme: 0.2 },
    true,
  ),
  CANDIDATE: untitled("COMPANY", candidate, true),
  COMPANY: untitled("COMPANY", company, false),
  BRANCH: untitled("BRANCH", { ...trade, age: [0, 18] }, false),
  INDIVIDUAL: untitled("INDIVIDUAL_BUSINESS", trade, false),
  COOPERATIVE: untitled("COOPERATIVE", { ...trade, revenue: [8, 400] }, false),
  OTHER: untitled("OTHER", { ...trade, revenue: [5, 900] }, false),
};

function agedLike({ growth, age }: Traits): Pick<Traits, "growth" | "age"> {
  return { growth, age };
}
