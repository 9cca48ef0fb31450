/** Reads one pack of either kind from parsed YAML. */
import type { Catalogue } from "../catalogue.ts";
import type { Pack } from "../pack.ts";
import { inside, type Place } from "./place.ts";
import { readRulePack } from "./read-rule-pack.ts";
import { readSizePack } from "./read-size-pack.ts";
import { isFields, readFields, readWord } from "./read-values.ts";

/**
 * The pack, or undefined when too little of it can be read to go on. Either way every problem found is in
 * `place.problems`; a pack with problems must not be used to judge.
 */
export function readPack(value: unknown, place: Place, catalogue: Catalogue): Pack | undefined {
  if (!isFields(value)) {
    readFields(value, place, ["kind", "id"]);
    return undefined;
  }
  const kind = readWord(value["kind"], inside(place, "kind"), ["rules", "size"]);
  if (kind === undefined) return undefined;
  return kind === "size"
    ? readSizePack(value, place, catalogue)
    : readRulePack(value, place, catalogue);
}
