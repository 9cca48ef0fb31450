/** The indicators and titles that rules may name. Data of data/indicators and data/criteria/titles.yaml. */
import type { Decimal } from "../../lib/decimal.ts";

export type ValueType = "decimal" | "integer" | "boolean" | "word" | "text";

/** The direction that helps an enterprise; `rank`: 1 is best, 0 means none. Null: it depends on the rule. */
export type Better = "higher" | "lower" | "yes" | "no" | "rank" | null;

/**
 * How an enterprise can change it: by work (raise, lower, obtain), by leaving a list (clear), by time alone (time: it
 * grows; wait: it lapses), by an authority's finding (finding), or not at all (none).
 */
export type Lever = "raise" | "lower" | "obtain" | "clear" | "time" | "wait" | "finding" | "none";

export interface Indicator {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Short name for use inside a sentence. */
  readonly nounZh: string;
  /** What is said of bringing a yes/no fact about; null for `取得` and the noun. */
  readonly achieveZh: string | null;
  readonly type: ValueType;
  /** Chinese unit as printed (万元, %, 项); null for yes/no and words. */
  readonly unit: string | null;
  readonly period: string | null;
  readonly better: Better;
  readonly lever: Lever;
  /** How much harder it is to change than usual, for ordering ways; 1 is usual. Judgement, not official text. */
  readonly effort: number;
  /** Allowed words of type `word`, worst first. */
  readonly words: readonly string[];
  /** How it comes from facts; notation in docs/criteria/indicators.md. */
  readonly formula: string;
  /** Other definitions of the same indicator by name, for packs that count differently. */
  readonly variants: Readonly<Record<string, string>>;
  readonly source: string;
  /** Least and greatest possible figure; outside it a figure is wrong. */
  readonly minimum: Decimal | null;
  readonly maximum: Decimal | null;
}

export interface Title {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Other names and spellings met in records. */
  readonly aliases: readonly string[];
  /** How much harder it is to gain than usual, for ordering ways; 1 is usual. */
  readonly effort: number;
  /** Whole years from issue when no date is printed; null when not known. */
  readonly validYears: number | null;
  /** True when it is valid only within the calendar year of its entry. */
  readonly calendarYear: boolean;
  /** Titles, by id, whose holders need not apply for this one. */
  readonly coveredBy: readonly string[];
}

/** Two figures that cannot both be right. */
export interface Contradiction {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** The first may not exceed the second. */
  readonly less: string;
  readonly more: string;
}

export interface Catalogue {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly titles: ReadonlyMap<string, Title>;
  readonly contradictions: readonly Contradiction[];
}
