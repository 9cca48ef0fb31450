/** Gathers the enterprises that a mention may mean and compares each with it: by number, by key, by letter pairs. */
import type { Identifier } from "../enterprise/identifier.ts";
import { classifyIdentifier } from "../enterprise/identifier.ts";
import { readMentionedName } from "../enterprise/company-name.ts";
import { type ComparableName, readComparableName } from "./comparable-name.ts";
import { compareNames, type Comparison, type RegionLevel, type TimeLevel } from "./comparison.ts";
import type { SlipKind } from "./text-slip.ts";
import type { LinkModel } from "./link-model.ts";
import type { LinkRegistry } from "./link-registry.ts";
import type { Mention } from "./mention.ts";
import { containedShare, nameAffinity, wholeAffinity } from "./name-affinity.ts";
import { type NumberEvidence, numberLevel, readNumber } from "./number-evidence.ts";
import {
  type Place,
  type PlaceRelation,
  readPlace,
  relateAddresses,
  relateCities,
} from "./place.ts";
import { scoreOf } from "./weights.ts";

/** Names compared for one mention; more were scored by accident in other linkers and bought nothing. */
const maxNames = 30;

export interface Candidate {
  readonly comparison: Comparison;
  readonly score: number;
}

export interface ReadMention {
  readonly name: ComparableName;
  readonly truncated: boolean;
  readonly identifier: Identifier;
  readonly number: NumberEvidence;
  readonly place: Place;
  /** True when the place comes from the record's address or city, not from the division in its name. */
  readonly placeGiven: boolean;
  readonly bits: number;
  readonly date: string | undefined;
}

export function readMention(
  mention: Mention,
  registry: LinkRegistry,
  model: LinkModel,
): ReadMention {
  const { name: written, truncated } = readMentionedName(mention.name);
  const name = readComparableName(written, model.lexicon);
  const identifier = classifyIdentifier(mention.code);
  return {
    name,
    truncated,
    identifier,
    number: readNumber(identifier, registry.identifierIndex),
    ...placeOf(mention, name, model),
    bits: registry.surprise.bitsOf(name.text),
    date: mention.date,
  };
}

/** Address and city as given; the division of the name speaks only where nothing else does. */
function placeOf(
  { address, place }: Mention,
  name: ComparableName,
  model: LinkModel,
): Pick<ReadMention, "place" | "placeGiven"> {
  const { regions } = model.lexicon;
  const given = readPlace({ address, hints: [place], codes: [] }, regions);
  if (given.cities.length > 0) return { place: given, placeGiven: true };
  const isBranch = name.parentLength < name.text.length;
  const codes = [isBranch ? name.branchRegion : name.region];
  return { place: readPlace({ address, hints: [], codes }, regions), placeGiven: false };
}

/**
 * Whether a number leads to one enterprise of which the name is the very one: then no other is looked at, and a register
 * of none but the bearers of that number gives the answer of the whole.
 */
export function isSettledByNumber(
  mention: ReadMention,
  registry: LinkRegistry,
  model: LinkModel,
): boolean {
  return mention.name.text.length >= 2 && isSettled(byNumber(mention, registry, model).best);
}

/** One candidate for each enterprise (its best name), best first. */
export function findCandidates(
  mention: ReadMention,
  registry: LinkRegistry,
  model: LinkModel,
): Candidate[] {
  const { best, consider } = byNumber(mention, registry, model);
  if (mention.name.text.length >= 2 && !isSettled(best)) {
    for (const row of registry.nameIndex.find(mention.name, maxNames)) consider(row);
    if (!hasNear(best)) {
      for (const row of registry.nameIndex.findByPairs(mention.name, maxNames - 10)) consider(row);
    }
  }
  return provenFirst([...best.values()].sort((a, b) => b.score - a.score));
}

/** Those that the number leads to, and what takes in more. */
function byNumber(mention: ReadMention, registry: LinkRegistry, model: LinkModel) {
  const best = new Map<number, Candidate>();
  const seen = new Set<number>();
  const consider = (row: number): void => {
    if (seen.has(row)) return;
    seen.add(row);
    const candidate = compareRow(mention, row, registry, model);
    if (candidate === undefined) return;
    const { entity } = candidate.comparison;
    const other = best.get(entity);
    if (other === undefined || other.score < candidate.score) best.set(entity, candidate);
  };
  for (const entity of mention.number.found.keys()) {
    const { firstRow = 0, endRow = 0 } = registry.entities.at(entity) ?? {};
    for (let row = firstRow; row < endRow; row++) consider(row);
  }
  return { best, consider };
}

/**
 * A candidate that a number leads to and whose name agrees stands before better names, unless the best is the very name:
 * then number and name contradict each other and the order stays.
 */
function provenFirst(candidates: Candidate[]): Candidate[] {
  const at = candidates.findIndex(({ comparison }) => comparison.nameAgrees);
  const [top] = candidates;
  if (at <= 0 || top === undefined || isVeryName(top.comparison)) return candidates;
  const [proven] = candidates.splice(at, 1);
  return proven === undefined ? candidates : [proven, ...candidates];
}

/** Same text, same form, same division. */
export function isVeryName({ slip, form, region }: Comparison): boolean {
  return slip === "EQUAL" && form === "SAME" && (region === "SAME" || region === "NEITHER");
}

/** A number leads to an enterprise and the name is its very name: no other can be better, so none is looked for. */
function isSettled(found: ReadonlyMap<number, Candidate>): boolean {
  if (found.size !== 1) return false;
  for (const { comparison } of found.values()) {
    if (comparison.nameAgrees && isVeryName(comparison) && comparison.time === "CURRENT")
      return true;
  }
  return false;
}

const nearSlips = new Set<SlipKind>([
  "EQUAL",
  "REORDERED",
  "SOUND",
  "LOOK",
  "SWAPPED",
  "DOUBLED",
  "LOST",
  "EXTRA",
]);

/** Letter pairs are worth their cost only when no key led to a name one slip away. */
function hasNear(found: ReadonlyMap<number, Candidate>): boolean {
  for (const { comparison } of found.values()) {
    if (nearSlips.has(comparison.slip) && comparison.region !== "CONFLICT") return true;
  }
  return false;
}

/** Undefined for a name that has nothing in common with the mention and no number in its favour. */
function compareRow(
  mention: ReadMention,
  row: number,
  registry: LinkRegistry,
  model: LinkModel,
): Candidate | undefined {
  const name = registry.names.at(row);
  const entity = registry.names.ownerOf(row);
  const owner = registry.entities.at(entity);
  if (name === undefined || owner === undefined) throw new RangeError(`no name in row ${row}`);
  const { slip, whole, region, form, branch } = compareNames(mention.name, name, model.confusables);
  const proven = mention.number.found.has(entity);
  if (slip === "FAR" && !proven) return undefined;
  const { local } = mention.place;
  const address = local === "" ? "MISSING" : relateAddresses(local, owner.local);
  const comparison: Comparison = {
    slip,
    whole,
    region,
    form,
    branch,
    row,
    entity,
    place: placeRelation(mention, owner.cities, region),
    address,
    number: numberLevel(mention.number, entity, owner),
    time: row === owner.firstRow ? "CURRENT" : timeLevel(mention.date, row, registry),
    mentionBits: mention.bits,
    nameBits: registry.nameBits[row] ?? 0,
    length: name.text.length,
    nameAgrees: proven && (nearSlips.has(slip) || agree(mention.name, name, address)),
  };
  return { comparison, score: scoreOf(comparison, registry.sizeBits, model.weights) };
}

/**
 * With a number that proves itself the name need only be like: three letters in five of the text, or seven in ten of
 * the whole name, or a part of it, or the same 字号; at the same address half is enough (renamed where it was).
 */
function agree(mention: ComparableName, name: ComparableName, address: string): boolean {
  const part = mention.text.length >= 2 && name.text.includes(mention.text);
  if (part || name.whole.startsWith(mention.whole)) return true;
  if (sameHead(mention.text, name.text) >= 2 && mention.region === name.region) return true;
  if (nameAffinity(mention, name) >= (address === "SAME" ? 0.45 : 0.6)) return true;
  return wholeAffinity(mention, name) >= 0.7 || containedShare(mention, name) >= 0.75;
}

function sameHead(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** A place read out of the name says nothing against an enterprise of the same division: names keep it after a move. */
function placeRelation(
  mention: ReadMention,
  cities: readonly string[],
  region: RegionLevel,
): PlaceRelation {
  const relation = relateCities(mention.place.cities, cities);
  return relation === "DIFFERENT" && !mention.placeGiven && region === "SAME"
    ? "UNKNOWN"
    : relation;
}

/** A record may be older than the name it uses is new: names in use up to a year after their end are believed. */
function timeLevel(date: string | undefined, row: number, registry: LinkRegistry): TimeLevel {
  const name = registry.names.writtenAt(row);
  if (name?.former !== true) return "CURRENT";
  const end = name.validTo;
  if (date === undefined || end === undefined) return "FORMER";
  const yearLater = `${Number(end.slice(0, 4)) + 1}${end.slice(4)}`;
  return date > yearLater ? "FORMER_TOO_OLD" : "FORMER";
}
