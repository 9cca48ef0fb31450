/**
 * How much of a district is made. The titles of `default` and `full` are the district's figures at the end of 2024:
 * 628 innovative, 1,023 specialised, 43 little giants, 159 eaglets, 86 gazelles, 3 unicorns; 17,169 in the libraries; 40
 * bases (docs/decisions/0070).
 */
import type { CohortId } from "./cohorts.ts";

export const scaleNames = ["small", "default", "full"] as const;
export type ScaleName = (typeof scaleNames)[number];

export interface Scale {
  readonly cohorts: readonly (readonly [CohortId, number])[];
  readonly bases: number;
  /** False claims to a title that no register holds. */
  readonly falseClaims: number;
  readonly recommendations: number;
  readonly demands: number;
  /** Titles whose row at the city is newer than the district's. */
  readonly cityChanges: number;
}

/** Each line: titles held together, and by how many. The sums per title are asserted in test/demo/district. */
const districtTitles: readonly (readonly [CohortId, number])[] = [
  ["GIANT", 35],
  ["GIANT_GAZELLE", 8],
  ["SPECIALIZED_GAZELLE", 42],
  ["SPECIALIZED_EAGLET", 24],
  ["SPECIALIZED_INNOVATIVE", 110],
  ["SPECIALIZED", 804],
  ["INNOVATIVE", 436],
  ["INNOVATIVE_EAGLET", 62],
  ["INNOVATIVE_GAZELLE", 20],
  ["EAGLET", 73],
  ["GAZELLE", 14],
  ["UNICORN_GAZELLE", 2],
  ["UNICORN", 1],
];

/** 17,169 in the libraries, less the 1,631 that hold a title. */
const districtCandidates: readonly (readonly [CohortId, number])[] = [
  ["READY_SPECIALIZED", 260],
  ["READY_INNOVATIVE", 900],
  ["NEARLY", 1500],
  ["FORMER", 180],
  ["CANDIDATE", 12_698],
];

const scales: Readonly<Record<ScaleName, Scale>> = {
  small: {
    cohorts: [
      ["GIANT", 3],
      ["GIANT_GAZELLE", 1],
      ["SPECIALIZED_GAZELLE", 3],
      ["SPECIALIZED_EAGLET", 2],
      ["SPECIALIZED_INNOVATIVE", 5],
      ["SPECIALIZED", 16],
      ["INNOVATIVE", 14],
      ["INNOVATIVE_EAGLET", 4],
      ["INNOVATIVE_GAZELLE", 2],
      ["EAGLET", 5],
      ["GAZELLE", 1],
      ["UNICORN_GAZELLE", 1],
      ["UNICORN", 1],
      ["READY_SPECIALIZED", 12],
      ["READY_INNOVATIVE", 20],
      ["NEARLY", 20],
      ["FORMER", 6],
      ["CANDIDATE", 74],
      ["COMPANY", 120],
      ["BRANCH", 30],
      ["INDIVIDUAL", 45],
      ["COOPERATIVE", 10],
      ["OTHER", 5],
    ],
    bases: 6,
    falseClaims: 8,
    recommendations: 20,
    demands: 12,
    cityChanges: 6,
  },
  default: {
    cohorts: [
      ...districtTitles,
      ...districtCandidates,
      ["COMPANY", 14_200],
      ["BRANCH", 1500],
      ["INDIVIDUAL", 3900],
      ["COOPERATIVE", 300],
      ["OTHER", 100],
    ],
    bases: 40,
    falseClaims: 300,
    recommendations: 600,
    demands: 900,
    cityChanges: 60,
  },
  full: {
    cohorts: [
      ...districtTitles,
      ...districtCandidates,
      ["COMPANY", 155_231],
      ["BRANCH", 15_000],
      ["INDIVIDUAL", 230_000],
      ["COOPERATIVE", 4600],
      ["OTHER", 2000],
    ],
    bases: 40,
    falseClaims: 300,
    recommendations: 600,
    demands: 900,
    cityChanges: 60,
  },
};

export function scaleOf(name: ScaleName): Scale {
  return scales[name];
}

/** How many entities a scale has. */
export function entityCount(scale: Scale): number {
  return scale.cohorts.reduce((sum, [, count]) => sum + count, 0);
}
