/** An exchange is long, and a push in it may begin a new generation: each part asks again in which one it speaks. */
import { readGeneration } from "../store/queries/sync-peer.ts";
import type { SyncSession } from "./context.ts";

export async function atPresent<S extends SyncSession>(session: S): Promise<S> {
  return { ...session, generation: await readGeneration(session.pool, session.peerId) };
}
