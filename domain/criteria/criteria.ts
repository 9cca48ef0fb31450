/** Everything needed to judge: the catalogue and the packs, checked. */
import type { Catalogue } from "./catalogue.ts";
import type { Pack } from "./pack.ts";

export interface Criteria {
  readonly catalogue: Catalogue;
  /** By id. */
  readonly packs: ReadonlyMap<string, Pack>;
}
