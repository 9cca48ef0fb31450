/** One linker per store and process: it takes seconds to build over a full register, and every import asks for it. */
import type { Pool } from "../../store/pool.ts";
import { openStoreLinker, type StoreLinker } from "./store-linker.ts";

const opened = new WeakMap<Pool, Promise<StoreLinker>>();

/** Builds another when the register has changed since. */
export async function sharedStoreLinker(pool: Pool): Promise<StoreLinker> {
  const before = opened.get(pool);
  const known = await before?.catch(() => undefined);
  if (known !== undefined && (await known.isCurrent())) return known;
  // Begun by somebody else meanwhile: it reads the register after this was asked.
  const begun = opened.get(pool);
  if (begun !== undefined && begun !== before) return begun;
  const opening = openStoreLinker(pool);
  opened.set(pool, opening);
  return opening;
}
