/**
 * The town and the zone of a registered address.
 *
 * An address that names another district has neither, however much its road sounds like one of our towns. A town found
 * with too little confidence is kept as a hint for an officer and not believed: it would show a town somebody else's
 * enterprise.
 */
import { parseAddress } from "../../domain/enterprise/address.ts";
import type { Area } from "../../domain/enterprise/area.ts";
import { type RegionIndex, zoneMark } from "../../domain/enterprise/region-index.ts";
import {
  buildTownFinder,
  type GazetteerEntry,
  type TownFinding,
} from "../../domain/enterprise/town-of-address.ts";
import { buildZoneFinder, type ZonePlace } from "../../domain/enterprise/zone-of-address.ts";

export interface AddressPlace {
  readonly townCode: string | null;
  readonly zoneCode: string | null;
  /** A TownMethod, `OUTSIDE` for an address of another district, null where nothing told. */
  readonly townMethod: string | null;
  /** 0 to 1, of `townMethod`. */
  readonly townConfidence: number | null;
  /** Towns that an officer should look at first; empty when the town is settled. */
  readonly hints: readonly TownHint[];
}

export interface TownHint {
  readonly townCode: string;
  readonly confidence: number | null;
  readonly evidence: string | null;
}

export type Locate = (address: string | null) => AddressPlace;

export interface LocatorData {
  readonly areas: readonly Area[];
  readonly gazetteer: readonly GazetteerEntry[];
  readonly boundary: readonly ZonePlace[];
  readonly regions: RegionIndex;
  /** 0 to 1: from which confidence a town is believed. */
  readonly fromConfidence: number;
}

const nowhere: AddressPlace = {
  townCode: null,
  zoneCode: null,
  townMethod: null,
  townConfidence: null,
  hints: [],
};
/** An address that names another district is wrong about it in fewer than one row of a hundred. */
const outside: AddressPlace = { ...nowhere, townMethod: "OUTSIDE", townConfidence: 0.99 };

export function buildLocator(data: LocatorData): Locate {
  const towns = buildTownFinder(data.areas, data.gazetteer);
  const zones = buildZoneFinder(data.areas, data.boundary);
  const districts = data.areas.filter(({ kind }) => kind === "DISTRICT").map(({ code }) => code);
  return (address) => {
    if (address === null) return nowhere;
    const { region } = parseAddress(address, data.regions);
    if (!mayLieIn(region.replace(zoneMark, ""), districts)) return outside;
    const town = towns.find(address);
    const place = placeOfTown(town, data.fromConfidence);
    const zone = zones.find(address, place.townCode);
    const believed = zone !== null && zone.confidence >= data.fromConfidence;
    return { ...place, zoneCode: believed ? zone.zoneCode : null };
  };
}

/** An address of the province or the city at large may lie in the district; one of a sister district may not. */
function mayLieIn(region: string, districts: readonly string[]): boolean {
  return districts.some((code) => code.startsWith(region) || region.startsWith(code));
}

function placeOfTown(found: TownFinding, fromConfidence: number): AddressPlace {
  if (found.townCode === null) {
    const hints = found.candidates.map((townCode) => ({
      townCode,
      confidence: null,
      evidence: null,
    }));
    return { ...nowhere, hints };
  }
  const { townCode, confidence, method, evidence } = found;
  return confidence >= fromConfidence
    ? { ...nowhere, townCode, townMethod: method, townConfidence: confidence }
    : { ...nowhere, hints: [{ townCode, confidence, evidence }] };
}
