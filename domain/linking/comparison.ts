/** One mention beside one registered name: what agrees and how. The words are the levels of the weights. */
import { relateRegions } from "../enterprise/region-index.ts";
import type { ComparableName } from "./comparable-name.ts";
import type { Confusables } from "./confusables.ts";
import type { AddressRelation, PlaceRelation } from "./place.ts";
import { findSlip, type SlipKind } from "./text-slip.ts";

export type RegionLevel =
  | "SAME"
  /** Another name of the same division (胶南, 黄岛). */
  | "RENAMED"
  /** One lies inside the other, both inside one city. */
  | "IN_CITY"
  /** One names the province only. */
  | "IN_PROVINCE"
  | "MENTION_LACKS"
  | "NAME_LACKS"
  | "NEITHER"
  | "CONFLICT";

export type FormLevel =
  | "SAME"
  | "MENTION_LACKS"
  | "NAME_LACKS"
  /** 有限公司 and 股份有限公司. */
  | "LIMITED_JOINT"
  /** 公司 for 有限公司 or 股份有限公司. */
  | "SHORTENED"
  | "DIFFERENT";
export type BranchLevel = "NEITHER" | "BOTH" | "MENTION_ONLY" | "NAME_ONLY";

/** How the record's number stands to the candidate. */
export type NumberLevel =
  | "NONE"
  | "CREDIT_CODE"
  | "REPAIRED_CODE"
  | "TAX_NUMBER"
  | "ORGANISATION_CODE"
  | "REGISTRATION_NUMBER"
  /** Broken beyond repair, but like the candidate's. */
  | "LIKE"
  /** A number that belongs to another enterprise of the register. */
  | "ELSEWHERE"
  /** A number that is not in the register. */
  | "UNREGISTERED"
  /** A number of a kind that the register does not keep for the candidate. */
  | "NOT_KEPT";

export type TimeLevel = "CURRENT" | "FORMER" | "FORMER_TOO_OLD";

export interface NameComparison {
  readonly slip: SlipKind;
  /** True when the slip was found in the whole names, divisions and form included. */
  readonly whole: boolean;
  readonly region: RegionLevel;
  readonly form: FormLevel;
  readonly branch: BranchLevel;
}

export interface Comparison extends NameComparison {
  readonly row: number;
  readonly entity: number;
  readonly place: PlaceRelation;
  readonly address: AddressRelation;
  readonly number: NumberLevel;
  readonly time: TimeLevel;
  /** Bits of surprise of the mention's text, and of the registered one. */
  readonly mentionBits: number;
  readonly nameBits: number;
  /** Letters of the registered text. */
  readonly length: number;
  /** True when a number leads here and the names are near enough to be one, spoiled or changed in part. */
  readonly nameAgrees: boolean;
}

const oneLetter = new Set<SlipKind>(["SOUND", "LOOK", "SWAPPED", "DOUBLED", "LOST", "EXTRA"]);

/** Order of likeness: the first of two findings that stands earlier is taken. */
const rank: Readonly<Record<SlipKind, number>> = {
  EQUAL: 0,
  REORDERED: 1,
  SWAPPED: 2,
  DOUBLED: 3,
  SOUND: 4,
  LOOK: 5,
  LOST: 6,
  EXTRA: 7,
  TWO: 8,
  NUMERAL: 9,
  OTHER: 10,
  PREFIX: 11,
  LONGER: 12,
  NEAR: 13,
  FAR: 14,
};

export function compareNames(
  mention: ComparableName,
  name: ComparableName,
  confusables: Confusables,
): NameComparison {
  const same = { region: "SAME", form: "SAME", branch: "NEITHER" } as const;
  if (mention.whole === name.whole) {
    const region = name.region === "" ? "NEITHER" : "SAME";
    return { slip: "EQUAL", whole: true, ...same, region };
  }
  const text = textSlip(mention, name, confusables);
  const found: NameComparison = {
    slip: text,
    whole: false,
    region: regionLevel(mention, name),
    form: formLevel(mention, name),
    branch: branchLevel(mention, name),
  };
  if (text === "EQUAL" && found.region === "SAME") return found;
  const whole = findSlip(mention.whole, name.whole, confusables);
  if (oneLetter.has(whole) && (rank[whole] < rank[text] || found.region === "CONFLICT")) {
    return { slip: whole, whole: true, ...same };
  }
  if (whole === "PREFIX" && rank[text] > rank.TWO) {
    return { ...found, slip: "PREFIX", whole: true, region: "SAME" };
  }
  return found;
}

function textSlip(
  mention: ComparableName,
  name: ComparableName,
  confusables: Confusables,
): SlipKind {
  const text = findSlip(mention.text, name.text, confusables);
  if (text === "EQUAL" || (mention.bare === mention.text && name.bare === name.text)) return text;
  // Two branches in different places are told by just what `bare` leaves out.
  const places = relateRegions(mention.branchRegion, name.branchRegion);
  if (places !== "SAME" && places !== "ABSENT") return text;
  const bare = findSlip(mention.bare, name.bare, confusables);
  return rank[bare] < rank[text] ? bare : text;
}

function regionLevel(mention: ComparableName, name: ComparableName): RegionLevel {
  const front = oneRegion(mention.region, name.region, mention.regionText === name.regionText);
  if (relateRegions(mention.branchRegion, name.branchRegion) === "CONFLICT") return "CONFLICT";
  return front;
}

function oneRegion(mention: string, name: string, sameText: boolean): RegionLevel {
  if (mention === "" && name === "") return "NEITHER";
  if (mention === "") return "MENTION_LACKS";
  if (name === "") return "NAME_LACKS";
  const relation = relateRegions(mention, name);
  if (relation === "SAME") return sameText || mention.length <= 4 ? "SAME" : "RENAMED";
  if (relation === "CONFLICT") return "CONFLICT";
  return Math.min(mention.length, name.length) <= 2 ? "IN_PROVINCE" : "IN_CITY";
}

function formLevel(mention: ComparableName, name: ComparableName): FormLevel {
  const [a, b] = [mention.form, name.form];
  if (a === b) return "SAME";
  if (a === "NONE") return "MENTION_LACKS";
  if (b === "NONE") return "NAME_LACKS";
  const capital = (form: string): boolean => form === "LIMITED" || form === "JOINT_STOCK";
  if (capital(a) && capital(b)) return "LIMITED_JOINT";
  return a === "PLAIN" && capital(b) ? "SHORTENED" : "DIFFERENT";
}

function branchLevel(mention: ComparableName, name: ComparableName): BranchLevel {
  const a = mention.parentLength < mention.text.length;
  const b = name.parentLength < name.text.length;
  if (a === b) return a ? "BOTH" : "NEITHER";
  return a ? "MENTION_ONLY" : "NAME_ONLY";
}
