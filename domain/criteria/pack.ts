/**
 * A criteria pack as both evaluators read it: names resolved, band edges settled, nothing left to look up.
 * Built from a file by read/read-pack.ts, which refuses anything that does not fit.
 */
import type { Decimal } from "../../lib/decimal.ts";
import type { Bound, Condition } from "./condition.ts";

/** How surely the text is known: read itself, read as retold by others, remembered only, or not seen. */
export type Confidence = "text_seen" | "secondary" | "recalled" | "interpretation" | "unseen";

/** First and last day on which an application falls under it; null is open, or not known. Days are `YYYY-MM-DD`. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

export type ApplicationKind = "new" | "renewal";

export interface PackSource {
  /** What the source shows. */
  readonly shows: string;
  /** Where it was read; null when remembered. */
  readonly url: string | null;
  readonly confidence: Confidence;
}

export interface PackHeader {
  readonly id: string;
  /** Id in the list of titles: the title this pack decides on. */
  readonly title: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly issuer: string;
  /** Number of the document, e.g. 工信部企业〔2022〕63号 附件1. */
  readonly document: string;
  /** Disabled: known to exist, text not available; every judgement is unknown. */
  readonly status: "active" | "disabled";
  readonly confidence: Confidence;
  /** Null for a kind of application the pack never governs. */
  readonly inForce: Readonly<Record<ApplicationKind, Period | null>>;
  readonly sources: readonly PackSource[];
  readonly notes: readonly string[];
}

/**
 * One condition of passing; all gates of a pack are needed.
 * `eligibility` says who may apply at all (legal person, size): it bars, but earns no progress. `merit` is what an
 * enterprise can work towards.
 */
export interface Gate {
  readonly id: string;
  readonly nameZh: string;
  readonly role: "eligibility" | "merit";
  readonly condition: Condition;
  /** True when a missing fact counts as met: checked by the office on receipt, not part of the standard's own text. */
  readonly presumed: boolean;
  readonly note: string | null;
}

/** An event or list entry that bars the enterprise. */
export interface Exclusion {
  readonly id: string;
  readonly nameZh: string;
  /** A yes/no indicator that is true when the exclusion holds. */
  readonly input: string;
  /** The span looked back over, in the document's words. */
  readonly lookBack: string;
  readonly presumed: boolean;
}

/** Points as bounds: equal when the rule fixes them, apart where an expert chooses or a fact is missing. */
export interface PointRange {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** An interval of figures and what it earns. Null is no edge. Bands of one rule cover all figures exactly once. */
export interface Band {
  readonly from: Bound | null;
  readonly to: Bound | null;
  readonly points: PointRange;
  readonly label: string | null;
}

export interface BandsRule {
  readonly kind: "bands";
  readonly input: string;
  readonly bands: readonly Band[];
}

export interface Level {
  readonly when: Condition;
  readonly points: PointRange;
  readonly label: string | null;
}

export type ItemRule =
  | BandsRule
  /** The first level that holds gives the points. */
  | { readonly kind: "levels"; readonly levels: readonly Level[]; readonly otherwise: PointRange }
  /** So many points for each fact that is true, up to the item's maximum. */
  | { readonly kind: "count"; readonly inputs: readonly string[]; readonly each: Decimal }
  /** The best of several bands counts. */
  | { readonly kind: "best_of"; readonly of: readonly BandsRule[] }
  /** Points given by someone outside (province, platform), taken as they are between 0 and the maximum. */
  | { readonly kind: "given"; readonly input: string }
  /** Points an expert chooses between 0 and the maximum. */
  | { readonly kind: "expert" };

export interface ScoreItem {
  readonly id: string;
  readonly nameZh: string;
  readonly category: string;
  readonly maximum: Decimal;
  readonly rule: ItemRule;
  /** Input with an expert's figure; it settles a range, held within it. */
  readonly expertInput: string | null;
  readonly note: string | null;
}

export interface Category {
  /** Its Chinese name, which is also its key in a verdict. */
  readonly name: string;
  /** Points beyond this do not count. */
  readonly maximum: Decimal;
  readonly minimum: Bound | null;
}

export interface DirectPass {
  readonly id: string;
  readonly nameZh: string;
  readonly condition: Condition;
}

/** A notice that changes the standard for applications within a span of days. */
export interface Overlay {
  readonly id: string;
  readonly nameZh: string;
  readonly document: string;
  readonly confidence: Confidence;
  readonly period: Period;
  /** Gates added, or put in the place of the one with the same id. */
  readonly gates: readonly Gate[];
  readonly exclusions: readonly Exclusion[];
  /** What the notice asks of the office, not of the figures. */
  readonly notes: readonly string[];
}

export interface RulePack extends PackHeader {
  readonly kind: "rules";
  readonly gates: readonly Gate[];
  readonly exclusions: readonly Exclusion[];
  readonly categories: readonly Category[];
  readonly items: readonly ScoreItem[];
  /** Input whose figure, when known, is the total in place of the sum of the items. */
  readonly totalInput: string | null;
  readonly directPasses: readonly DirectPass[];
  readonly overlays: readonly Overlay[];
  /** Input -> name of the definition it is counted by here; the store keeps such values as `input@variant`. */
  readonly variants: Readonly<Record<string, string>>;
}

/** Floors of one industry: a class is reached when every metric reaches its floor. */
export interface SizeRow {
  readonly key: string;
  readonly nameZh: string;
  /** GB/T 4754-2017 codes without the section letter; the longest that begins an industry code wins. */
  readonly codes: readonly string[];
  /** Section letters that belong here whole. */
  readonly sections: readonly string[];
  readonly floors: readonly SizeFloor[];
}

export interface SizeFloor {
  readonly input: string;
  readonly large: Decimal;
  readonly medium: Decimal;
  readonly small: Decimal;
}

export interface SizePack extends PackHeader {
  readonly kind: "size";
  /** Letters of the document (X, Y, Z) for the inputs they stand for. */
  readonly legend: Readonly<Record<string, string>>;
  readonly rows: readonly SizeRow[];
}

export type Pack = RulePack | SizePack;
