/**
 * The town of an enterprise, from its registered address: the town's name now or before, else a village or a road of
 * the gazetteer.
 *
 * In the sample 28 % of addresses name their town; 150 roads cover 94 % of the rest, but long roads cross towns, so a
 * gazetteer entry may be bounded by house numbers. What is not certain is left to an officer, never guessed.
 */
import { normaliseAddress } from "./address.ts";
import type { Area } from "./area.ts";

/** One village, community, park or stretch of road that lies in one town. */
export interface GazetteerEntry {
  readonly kind: "VILLAGE" | "ROAD" | "PLACE";
  readonly name: string;
  readonly townCode: string;
  /** House numbers, inclusive; absent: the whole road. */
  readonly fromNumber?: number;
  readonly toNumber?: number;
  /** 0 to 1: how sure the source is. */
  readonly confidence: number;
}

export type TownMethod = "TOWN_NAME" | "FORMER_NAME" | "BARE_NAME" | "VILLAGE" | "ROAD" | "PLACE";

export type TownFinding =
  | {
      readonly townCode: string;
      readonly method: TownMethod;
      /** 0 to 1. */
      readonly confidence: number;
      /** The words of the address that told. */
      readonly evidence: string;
    }
  | {
      readonly townCode: null;
      /** `NO_EVIDENCE`, or `AMBIGUOUS` with the towns that remain. */
      readonly reason: "NO_EVIDENCE" | "AMBIGUOUS";
      readonly candidates: readonly string[];
    };

export interface TownFinder {
  readonly find: (address: string) => TownFinding;
}

interface Pattern {
  readonly townCode: string;
  readonly text: string;
  readonly method: TownMethod;
  readonly confidence: number;
}

const suffix = /(街道办事处|街道|镇|乡|省级自然保护区)$/;
const roadEnd = "(东|西|南|北|中)?[一二三四五六七八九十]{0,2}(大?路|支路|大街|街(?!道)|大道)";
const road = new RegExp(`^${roadEnd}`);
/** After a bare name these make a road, a bay, a district or a port of it. */
const notATown = new RegExp(`^(${roadEnd}|台|区|湾|港(?!区)|市|县|河|山路|村委)`);
/** `(原珠海路57号)`: the address before it was renumbered, which may name another town's road. */
const formerAddress = /[(（]原[^()（）]*[)）]?/g;

/** `areas`: all areas of the district; towns are picked from them. `gazetteer`: may be empty. */
export function buildTownFinder(
  areas: readonly Area[],
  gazetteer: readonly GazetteerEntry[],
): TownFinder {
  const towns = areas.filter((area) => area.kind === "TOWN");
  const others = areas.filter((area) => area.kind !== "TOWN");
  const taken = new Set(others.flatMap((area) => [area.name, ...area.formerNames].map(stemOf)));
  const suffixed = towns.flatMap(suffixedPatterns).sort(longestFirst);
  const bare = towns
    .flatMap(barePatterns)
    .filter(({ text }) => !taken.has(text) && !text.endsWith("路"));
  bare.sort(longestFirst);
  const places = gazetteer.toSorted((a, b) => b.name.length - a.name.length);
  return {
    find: (address) => {
      const text = normaliseAddress(address.replace(formerAddress, ""));
      return findName(text, suffixed) ?? findBare(text, bare) ?? findPlace(text, places) ?? nothing;
    },
  };
}

const nothing: TownFinding = { townCode: null, reason: "NO_EVIDENCE", candidates: [] };

const longestFirst = (a: Pattern, b: Pattern): number => b.text.length - a.text.length;

const stemOf = (name: string): string => name.replace(suffix, "").replace(/[区市县]$/, "");

/** Every town name with every suffix it may be written with: 王台街道, 王台镇, 王台街道办事处, 王台办事处. */
function suffixedPatterns(town: Area): Pattern[] {
  return [town.name, ...town.formerNames].flatMap((name, i) => {
    const stem = name.replace(suffix, "");
    const method: TownMethod = i === 0 ? "TOWN_NAME" : "FORMER_NAME";
    const pattern = (end: string): Pattern => {
      const own = stem + end === name || (name.endsWith("街道") && end.startsWith("街道"));
      const confidence = i > 0 ? 0.9 : own ? 0.99 : 0.95;
      return { townCode: town.code, text: stem + end, method, confidence };
    };
    const written = ["街道办事处", "街道办", "街道", "办事处", "镇", "乡"].map(pattern);
    return suffix.test(name) ? [...written, pattern(suffix.exec(name)?.[0] ?? "")] : written;
  });
}

function barePatterns(town: Area): Pattern[] {
  return [town.name, ...town.formerNames].map((name) => ({
    townCode: town.code,
    text: name.replace(suffix, ""),
    method: "BARE_NAME",
    confidence: 0.75,
  }));
}

function finding(pattern: Pattern): TownFinding {
  const { townCode, method, confidence, text } = pattern;
  return { townCode, method, confidence, evidence: text };
}

/** Longest first, so that 灵珠山街道 is not read as 珠山街道. */
function findName(text: string, patterns: readonly Pattern[]): TownFinding | undefined {
  const first = patterns.find((pattern) => text.includes(pattern.text));
  return first === undefined ? undefined : finding(first);
}

/** A town's name without a suffix counts unless what follows turns it into a road or a bay. */
function findBare(text: string, patterns: readonly Pattern[]): TownFinding | undefined {
  const first = patterns.find((pattern) => {
    const at = text.indexOf(pattern.text);
    return at >= 0 && !notATown.test(text.slice(at + pattern.text.length));
  });
  return first === undefined ? undefined : finding(first);
}

const placeMethods = { VILLAGE: "VILLAGE", ROAD: "ROAD", PLACE: "PLACE" } as const;

function findPlace(text: string, places: readonly GazetteerEntry[]): TownFinding | undefined {
  const name = places.find((place) => mentions(text, place))?.name;
  if (name === undefined) return undefined;
  const number = houseNumber(text, name);
  const fits = places.filter((place) => place.name === name && covers(place, number));
  const candidates = [...new Set(fits.map((place) => place.townCode))];
  const [first] = fits;
  if (first === undefined || candidates.length !== 1) {
    return { townCode: null, reason: "AMBIGUOUS", candidates };
  }
  const { townCode, confidence, kind } = first;
  return { townCode, method: placeMethods[kind], confidence, evidence: name };
}

/**
 * A village of two characters (凤凰, 华山) is a common word: it counts only with 村 or 社区 after it; and none counts
 * when what follows makes a road of it.
 */
function mentions(text: string, place: GazetteerEntry): boolean {
  const at = text.indexOf(place.name);
  if (at < 0) return false;
  if (place.kind !== "VILLAGE") return true;
  const rest = text.slice(at + place.name.length);
  const whole = place.name.length > 2 || place.name.endsWith("村") || /^(村|社区|居委)/.test(rest);
  return whole && !road.test(rest);
}

function houseNumber(text: string, road: string): number | undefined {
  const match = /^[东西南北中]?(\d{1,5})(?=号|-|$|甲|乙)/.exec(
    text.slice(text.indexOf(road) + road.length),
  );
  return match === null ? undefined : Number(match[1]);
}

/** A bounded stretch covers only a number that is known to lie in it. */
function covers(place: GazetteerEntry, number: number | undefined): boolean {
  if (place.fromNumber === undefined && place.toNumber === undefined) return true;
  if (number === undefined) return false;
  return (
    number >= (place.fromNumber ?? 0) && number <= (place.toNumber ?? Number.POSITIVE_INFINITY)
  );
}
