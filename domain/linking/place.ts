/** Where an enterprise sits and where a mention says it sits: compared by city, since districts change their names. */
import { parseAddress } from "../enterprise/address.ts";
import type { RegionIndex } from "../enterprise/region-index.ts";
import { sharedPairs } from "./text-slip.ts";

export interface Place {
  /** Four-digit codes of the cities named; a province of two digits counts as itself. */
  readonly cities: readonly string[];
  /** The address after its divisions: street, number, room; empty when there is no address. */
  readonly local: string;
}

/** `hints`: names of cities or districts beside the address; `codes`: division codes (an authority's). */
export function readPlace(
  given: {
    readonly address: string;
    readonly hints: readonly string[];
    readonly codes: readonly string[];
  },
  regions: RegionIndex,
): Place {
  const { region, local } = parseAddress(given.address, regions);
  const cities = new Set<string>();
  const add = (code: string): void => {
    const city = code.replace(/z$/, "").slice(0, 4).replace(/00$/, "");
    if (city !== "") cities.add(city);
  };
  add(region);
  for (const hint of given.hints) {
    if (hint.trim() === "") continue;
    const hit = regions.match(hint.trim(), 0, "");
    // A city that no list holds still is another city than the one at hand.
    add(hit === undefined ? "??" : hit.code);
  }
  for (const code of given.codes) add(code);
  return { cities: [...cities], local };
}

export type PlaceRelation = "SAME" | "UNKNOWN" | "DIFFERENT";

/** SAME if any city fits any other; a province fits its cities only as UNKNOWN. */
export function relateCities(a: readonly string[], b: readonly string[]): PlaceRelation {
  let wide = a.length === 0 || b.length === 0;
  for (const left of a) {
    for (const right of b) {
      if (left === right) {
        if (left.length > 2) return "SAME";
        wide = true;
      } else if (left.startsWith(right) || right.startsWith(left)) wide = true;
    }
  }
  return wide ? "UNKNOWN" : "DIFFERENT";
}

export type AddressRelation = "SAME" | "CLOSE" | "LOOSE" | "OTHER" | "MISSING";

/** Compares what follows the divisions. A room left out or a text cut off is the same address. */
export function relateAddresses(a: string, b: string): AddressRelation {
  if (a.length < 3 || b.length < 3) return "MISSING";
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 5 && long.startsWith(short)) return "SAME";
  if (short.length >= 6 && long.includes(short)) return "SAME";
  const shared = sharedPairs(a, b);
  if (shared >= 0.8) return "SAME";
  if (shared >= 0.55) return "CLOSE";
  return shared >= 0.3 ? "LOOSE" : "OTHER";
}
