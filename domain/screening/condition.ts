/**
 * The closed condition language of screenings: what a clause of a notice means, as data and never as code.
 *
 * The keys are those of the district's clause collection (`m`, `op`, `v`, `u`, `p`): short because officers read the
 * JSON in review. A tree holds metric ids of the catalogue, literals and nothing else: no SQL, no expression text.
 */
export const operators = [">=", ">", "<=", "<", "==", "!=", "in", "not in"] as const;
export type Operator = (typeof operators)[number];

/** Operators that compare one number. */
export type Comparison = Exclude<Operator, "in" | "not in">;

export interface Leaf {
  /** Metric id of the catalogue. */
  readonly m: string;
  /** Left out together with `v`: the yes/no metric holds. */
  readonly op?: Operator;
  /** Number in the metric's unit (`u` when another), a truth value, or words of the metric's closed list. */
  readonly v?: number | boolean | string | readonly string[];
  /** Unit of `v`; left out when it is the metric's own. */
  readonly u?: string;
  /** Period the value is of; left out when the metric itself fixes it. */
  readonly p?: string;
  /** The text says "in principle", "preferred" or "may be relaxed": a person decides, the machine only shows. */
  readonly soft?: true;
  /** Not machine-decidable: stays unknown until a person answers. */
  readonly manual?: true;
  /** Named exceptions from a list metric, such as a bonded zone inside an area. */
  readonly except?: readonly string[];
  /** The text ended its list with "and so on": membership outside the list is unknown, not false. */
  readonly open_list?: true;
  /** Restricts what is counted: attribute -> operator -> number. */
  readonly filter?: Readonly<Record<string, Readonly<Partial<Record<Comparison, number>>>>>;
  /** Basis of the amount, such as the value before tax. */
  readonly basis?: string;
}

/** What the notice grants; kept apart because its numbers are not conditions. Ratios in %, money in 10,000 yuan. */
export interface Benefit {
  readonly rate_max?: number;
  readonly rate?: number;
  readonly cap?: number;
  readonly amount?: number;
  readonly cap_ratio?: number;
}

interface Group {
  readonly soft?: true;
  readonly benefit?: Benefit;
}

export interface All extends Group {
  readonly all: readonly Condition[];
}

export interface Any extends Group {
  readonly any: readonly Condition[];
}

export interface Not extends Group {
  readonly not: Condition;
}

export interface Tier {
  /** Name of the band, for texts that classify instead of requiring (size classes). */
  readonly label?: string;
  readonly if: Condition | "otherwise";
  readonly then?: Condition;
}

/** Bands read in order: the first whose `if` holds decides, its `then` must hold. */
export interface Tiers extends Group {
  readonly tiers: readonly Tier[];
}

/** The same comparison for several metrics, in each of the last `years` years, against a number or a reference line. */
export interface ForEach extends Group {
  readonly for_each: readonly string[];
  readonly years?: number;
  readonly op: Comparison;
  /** Number, or `<reference>+<number>` such as `city_avg+10`. */
  readonly v: number | string;
  readonly u?: string;
}

export type Condition = Leaf | All | Any | Not | Tiers | ForEach;

export function isLeaf(condition: Condition): condition is Leaf {
  return "m" in condition;
}
