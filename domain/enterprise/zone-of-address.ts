/**
 * The functional zone of an enterprise, from its registered address: by the zone's name, or by the list of places that
 * lie in its boundary.
 *
 * Zones overlap towns and an enterprise has at most one. The boundary list comes from the district; where it is empty
 * only a zone's name tells.
 */
import { normaliseAddress } from "./address.ts";
import type { Area } from "./area.ts";

/** One town, village, road or park that lies wholly in a zone. */
export interface ZonePlace {
  readonly zoneCode: string;
  /** Its name in addresses, or a town code of 9 characters for a whole town. */
  readonly place: string;
  readonly confidence: number;
}

export interface ZoneFinding {
  readonly zoneCode: string;
  readonly method: "ZONE_NAME" | "FORMER_NAME" | "BOUNDARY";
  readonly confidence: number;
  readonly evidence: string;
}

export interface ZoneFinder {
  /** `townCode`: the town found for the same address, null if none. Null when the address lies in no zone we know of. */
  readonly find: (address: string, townCode: string | null) => ZoneFinding | null;
}

/**
 * `areas`: all areas of the district. A zone whose name is also a former name of the district (经济技术开发区: until
 * 2012 half of the district was called so) is believed at 0.6 only.
 */
export function buildZoneFinder(
  areas: readonly Area[],
  boundary: readonly ZonePlace[],
): ZoneFinder {
  const districts = areas.filter((area) => area.kind === "DISTRICT");
  const district = new Set(districts.flatMap((area) => [area.name, ...area.formerNames]));
  const cities = areas
    .filter((area) => area.kind === "CITY")
    .map(({ name }) => name.replace(/市$/, ""));
  const names = areas
    .filter((area) => area.kind === "ZONE")
    .flatMap((zone) => namesOf(zone, district, cities))
    .sort((a, b) => b.evidence.length - a.evidence.length);
  return {
    find: (address, townCode) => {
      const text = normaliseAddress(address);
      const named = names.find((name) => text.includes(name.evidence));
      if (named !== undefined && named.confidence > 0.6) return named;
      const inside = boundary.find(({ place }) => place === townCode || text.includes(place));
      if (inside === undefined) return named ?? null;
      const { zoneCode, confidence, place } = inside;
      return { zoneCode, method: "BOUNDARY", confidence, evidence: place };
    },
  };
}

/** A zone is written with and without the city before it and the gloss in brackets after it. */
function namesOf(
  zone: Area,
  district: ReadonlySet<string>,
  cities: readonly string[],
): ZoneFinding[] {
  const city = cities.find((each) => zone.name.startsWith(each)) ?? "";
  return [zone.name, ...zone.formerNames].flatMap((name, i) => {
    const spellings = name.split(/[（()）]/).filter((part) => part.length > 2);
    return spellings.flatMap((spelling) => {
      const short = spelling.startsWith(city) ? spelling.slice(city.length) : spelling;
      const certain = district.has(spelling) ? 0.6 : i === 0 ? 0.95 : 0.9;
      const method = i === 0 ? "ZONE_NAME" : "FORMER_NAME";
      const base = { zoneCode: zone.code, method, confidence: certain } as const;
      const texts = short === spelling || short.length < 4 ? [spelling] : [spelling, short];
      return texts.map((evidence) => ({ ...base, evidence: normaliseAddress(evidence) }));
    });
  });
}
