/**
 * The register made ready for linking: names parsed once, indexes over names and numbers, places, and the model of how
 * surprising a name is.
 *
 * Held in memory of the process that links: 424,000 enterprises take about 0.4 GB (docs/decisions/0040).
 */
import type { NameLexicon } from "../enterprise/company-name-parts.ts";
import { registrationAuthorityOf } from "../enterprise/credit-code.ts";
import { type ComparableName, readComparableName } from "./comparable-name.ts";
import { buildIdentifierIndex, type IdentifierIndex } from "./identifier-index.ts";
import { buildNameIndex, type NameIndex } from "./name-index.ts";
import { buildNameSurprise, type NameSurprise } from "./name-surprise.ts";
import { type Place, readPlace } from "./place.ts";
import type { RegisteredName, RegistryEntry } from "./registry-entry.ts";

/** What is kept of an entry. */
export interface LinkEntity {
  readonly id: string;
  readonly creditCode: string;
  readonly registrationNumber: string;
  readonly formerCodes?: readonly string[];
  readonly place: Place;
  /** First and last row (exclusive) of its names. */
  readonly firstRow: number;
  readonly endRow: number;
}

export interface LinkRegistry {
  readonly entities: readonly LinkEntity[];
  /** By row. */
  readonly names: readonly ComparableName[];
  readonly written: readonly RegisteredName[];
  /** The entity of each row. */
  readonly owners: Uint32Array;
  readonly nameIndex: NameIndex;
  readonly identifierIndex: IdentifierIndex;
  readonly surprise: NameSurprise;
  /** Bits of surprise of each row's text. */
  readonly nameBits: Float32Array;
  /** log2 of the number of entities: how many bits it takes to name one. */
  readonly sizeBits: number;
}

/** Takes entries one by one, so that a register is never in memory twice. */
export interface LinkRegistryBuilder {
  readonly add: (entry: RegistryEntry) => void;
  readonly build: () => LinkRegistry;
}

export function startLinkRegistry(lexicon: NameLexicon): LinkRegistryBuilder {
  const entities: LinkEntity[] = [];
  const names: ComparableName[] = [];
  const written: RegisteredName[] = [];
  const owners: number[] = [];
  const places = new Map<string, readonly string[]>();
  return {
    add(entry) {
      const firstRow = names.length;
      for (const name of entry.names) {
        names.push(readComparableName(name.name, lexicon));
        written.push(name);
        owners.push(entities.length);
      }
      const { id, creditCode, registrationNumber, formerCodes } = entry;
      const place = sharedPlace(placeOf(entry, lexicon), places);
      const kept = { id, creditCode, registrationNumber, place, firstRow, endRow: names.length };
      entities.push(formerCodes === undefined ? kept : { ...kept, formerCodes });
    },
    build() {
      const surprise = buildNameSurprise(textsOf(names));
      return {
        entities,
        names,
        written,
        owners: Uint32Array.from(owners),
        nameIndex: buildNameIndex(names),
        identifierIndex: buildIdentifierIndex(entities),
        surprise,
        nameBits: Float32Array.from(names, ({ text }) => surprise.bitsOf(text)),
        sizeBits: Math.log2(entities.length + 1),
      };
    },
  };
}

export function buildLinkRegistry(
  entries: Iterable<RegistryEntry>,
  lexicon: NameLexicon,
): LinkRegistry {
  const builder = startLinkRegistry(lexicon);
  for (const entry of entries) builder.add(entry);
  return builder.build();
}

function placeOf(entry: RegistryEntry, lexicon: NameLexicon): Place {
  const authority = registrationAuthorityOf(entry.creditCode);
  const codes = entry.creditCode.startsWith("9") ? [authority] : [];
  return readPlace({ address: entry.address, hints: [entry.city], codes }, lexicon.regions);
}

/** A district has a handful of city lists; one array each instead of 424,000. */
function sharedPlace(place: Place, known: Map<string, readonly string[]>): Place {
  const key = place.cities.join();
  const cities = known.get(key) ?? place.cities;
  known.set(key, cities);
  return { cities, local: place.local };
}

function* textsOf(names: readonly ComparableName[]): Iterable<string> {
  for (const name of names) yield name.text;
}
