/** The outcome of judging one enterprise by one pack; its names are those of the records `goldseed criteria judge` writes. */
import type { Truth } from "./truth.ts";

export type SizeClass = "large" | "medium" | "small" | "micro";

/** A figure of points, or unknown when it is not settled; `ranges` then says between what it lies. */
export type Points = number | "unknown";

export interface Change {
  readonly input: string;
  /** Null when nothing is known of it now; false for a title that is not held. */
  readonly from: number | boolean | string | null;
  readonly to: number | boolean | string;
  /** `to` less `from` for figures; null otherwise. */
  readonly by: number | null;
  readonly unit: string | null;
  /** The item this change earns points on, and how many; null when it meets a gate. */
  readonly item: string | null;
  readonly points: number | null;
}

/** Changes which together turn the verdict into a pass. */
export interface Way {
  readonly sentence: string;
  readonly changes: readonly Change[];
}

export interface Verdict {
  readonly pass: Truth;
  /** Null when the standard has no score. */
  readonly total: Points | null;
  /** By item id. */
  readonly points: Readonly<Record<string, Points>>;
  /** By category name. */
  readonly category: Readonly<Record<string, Points>>;
  /** Least and greatest points by item id, for items whose points are a range. */
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  /** Ids of the direct passes that hold. */
  readonly direct_pass: readonly string[];
  /** Ids of the exclusions that hold. */
  readonly excluded_by: readonly string[];
  /** Ids of the gates that are not met. */
  readonly failed: readonly string[];
  /** Inputs that are missing and leave a gate, an exclusion, a direct pass or an item undecided. */
  readonly unknown: readonly string[];
  /** Missing inputs that were taken as met because the office checks them on receipt. */
  readonly presumed: readonly string[];
  /** Nearest ways to pass, nearest first; empty when it passes or when no work of the enterprise can make it pass. */
  readonly waysToPass: readonly Way[];
  /** 0 to 100: the share of the way; 100 exactly when it passes (docs/criteria/progress.md). */
  readonly progress: number;
  /** Only for a size standard. */
  readonly class?: SizeClass | "unknown";
  readonly is_sme?: Truth;
}
