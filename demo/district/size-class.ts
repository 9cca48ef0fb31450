/** Large, medium, small or micro by the table of the size rule (300hao, 2011): every metric must reach the floor. */
import type { SizeClass } from "../../domain/vocabulary.ts";

export type SizeRule =
  | "INDUSTRY"
  | "SOFTWARE"
  | "OTHER"
  | "TRANSPORT"
  | "STORAGE"
  | "WHOLESALE"
  | "RETAIL"
  | "CONSTRUCTION"
  | "LEASING"
  | "CATERING"
  | "FARMING";

export interface SizeMetrics {
  readonly employees: number;
  /** Yuan. */
  readonly revenue: number;
  /** Yuan. */
  readonly assets: number;
}

/** Floors of large, medium and small; money in yuan; a metric left out is not asked. */
type Floors = Partial<Record<keyof SizeMetrics, readonly [number, number, number]>>;

const wan = ([large, medium, small]: readonly [number, number, number]) =>
  [large * 10_000, medium * 10_000, small * 10_000] as const;

const floors: Readonly<Record<SizeRule, Floors>> = {
  INDUSTRY: { employees: [1000, 300, 20], revenue: wan([40_000, 2000, 300]) },
  SOFTWARE: { employees: [300, 100, 10], revenue: wan([10_000, 1000, 50]) },
  OTHER: { employees: [300, 100, 10] },
  TRANSPORT: { employees: [1000, 300, 20], revenue: wan([30_000, 3000, 200]) },
  STORAGE: { employees: [200, 100, 20], revenue: wan([30_000, 1000, 100]) },
  WHOLESALE: { employees: [200, 20, 5], revenue: wan([40_000, 5000, 1000]) },
  RETAIL: { employees: [300, 50, 10], revenue: wan([20_000, 500, 100]) },
  CONSTRUCTION: { revenue: wan([80_000, 6000, 300]), assets: wan([80_000, 5000, 300]) },
  LEASING: { employees: [300, 100, 10], assets: wan([120_000, 8000, 100]) },
  CATERING: { employees: [300, 100, 10], revenue: wan([10_000, 2000, 100]) },
  FARMING: { revenue: wan([20_000, 500, 50]) },
};

const classes: readonly SizeClass[] = ["LARGE", "MEDIUM", "SMALL"];

export function sizeClassOf(rule: SizeRule, metrics: SizeMetrics): SizeClass {
  const asked = Object.entries(floors[rule]) as [keyof SizeMetrics, [number, number, number]][];
  return (
    classes.find((_, place) =>
      asked.every(([metric, bounds]) => metrics[metric] >= (bounds[place] ?? Infinity)),
    ) ?? "MICRO"
  );
}

/** Staff an SME of this rule may have whatever it sells. */
export function largestSmeStaff(rule: SizeRule): number {
  return (floors[rule].employees?.[0] ?? 1000) - 1;
}
