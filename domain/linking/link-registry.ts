/**
 * The register made ready for linking: names parsed once, indexes over names and numbers, places, and the model of how
 * surprising a name is.
 *
 * Held in memory of the process that links, most of it outside of the heap (docs/decisions/0310).
 */
import type { NameLexicon } from "../enterprise/company-name-parts.ts";
import { registrationAuthorityOf } from "../enterprise/credit-code.ts";
import { readComparableName } from "./comparable-name.ts";
import { type EntityRows, startEntityRows } from "./entity-rows.ts";
import { buildIdentifierIndex, type IdentifierIndex } from "./identifier-index.ts";
import { buildNameIndex, type NameIndex } from "./name-index.ts";
import { type NameRows, startNameRows } from "./name-rows.ts";
import { buildNameSurprise, type NameSurprise } from "./name-surprise.ts";
import { type Place, readPlace } from "./place.ts";
import type { RegistryEntry } from "./registry-entry.ts";

export interface LinkRegistry {
  readonly entities: EntityRows;
  readonly names: NameRows;
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
  const entities = startEntityRows();
  const names = startNameRows();
  return {
    add(entry) {
      const firstRow = names.length;
      for (const name of entry.names) {
        names.push(name, readComparableName(name.name, lexicon), entities.length);
      }
      const { id, creditCode, registrationNumber, formerCodes } = entry;
      const { cities, local } = placeOf(entry, lexicon);
      const numbers = { id, creditCode, registrationNumber, formerCodes };
      entities.push({ ...numbers, cities, local, firstRow, endRow: names.length });
    },
    build() {
      const surprise = buildNameSurprise(textsOf(names));
      return {
        entities,
        names,
        nameIndex: buildNameIndex(names, names),
        identifierIndex: buildIdentifierIndex(entities),
        surprise,
        nameBits: Float32Array.from(textsOf(names), surprise.bitsOf),
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

function* textsOf(names: NameRows): Iterable<string> {
  for (let row = 0; row < names.length; row++) yield names.textAt(row);
}
