/** One spelling per address: width, spaces, traditional characters, punctuation; the divisions at its head told apart. */
import { foldText, simplify } from "./fold-text.ts";
import type { RegionIndex } from "./region-index.ts";

/** The address without spaces and punctuation, half width, upper case. House numbers keep their hyphens. */
export function normaliseAddress(address: string): string {
  return simplify(foldText(address))
    .toUpperCase()
    .replace(/[\s,.;:，。、"'“”()[\]]/g, "");
}

export interface AddressParts {
  /** Code of the deepest division named at the head; empty when none is. */
  readonly region: string;
  /** What follows the divisions: street, number, room. */
  readonly local: string;
}

/** Takes the divisions off the head of an address. Takes any spelling. */
export function parseAddress(address: string, regions: RegionIndex): AddressParts {
  const text = normaliseAddress(address);
  let region = "";
  let from = 0;
  for (;;) {
    const hit = regions.match(text, from, region);
    if (hit === undefined) break;
    from += hit.length;
    region = hit.code;
  }
  return { region, local: text.slice(from) };
}
