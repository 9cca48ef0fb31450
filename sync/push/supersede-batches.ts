/** Lays aside what is under way: the new generation tells all of it anew. */
import { moveBatch, readBatchesIn } from "../../store/queries/sync-batches.ts";
import type { PoolClient } from "../../store/pool.ts";
import { batchStates, nextState, type BatchState } from "../machine.ts";

export async function supersedeBatches(
  client: PoolClient,
  peerId: string,
  reason: string,
): Promise<void> {
  const states = batchStates.filter((state) => nextState(state, "SUPERSEDE") !== null);
  const place = { peerId, stream: "recommendations" };
  for (const batch of await readBatchesIn(client, place, states)) {
    const to = nextState(batch.state as BatchState, "SUPERSEDE");
    if (to !== null) await moveBatch(client, batch, { from: batch.state, to, error: reason });
  }
}
