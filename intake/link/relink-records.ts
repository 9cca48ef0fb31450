/** Looks again at records that wait, after the register has changed; costs nothing when none waits. */
import { countOpenReviews } from "../../store/linking/link-reviews.ts";
import type { Pool } from "../../store/pool.ts";
import { relinkOpen, type RelinkFigures } from "./relink-open.ts";
import { sharedStoreLinker } from "./shared-store-linker.ts";

export async function relinkRecords(pool: Pool): Promise<RelinkFigures> {
  if ((await countOpenReviews(pool)) === 0) return { tried: 0, settled: 0 };
  return relinkOpen(pool, await sharedStoreLinker(pool));
}
