/** Asks again after batches some of whose items the city has put off. */
import { moveBatch, readBatchesIn, readDeferredKeys } from "../../store/queries/sync-batches.ts";
import { addCounts, noCounts, type RunCounts } from "../../store/queries/sync-runs.ts";
import type { SyncSession } from "../context.ts";
import { nextState } from "../machine.ts";
import { PlatformFailure } from "../platform/platform-failure.ts";
import { recordKey } from "../protocol/canonical-record.ts";
import { checkAnswer } from "./check-answer.ts";
import { settleBatch } from "./settle-batch.ts";

export interface ReadBack {
  /** What became of the items. */
  readonly counts: RunCounts;
  /** Of the first answer that was none to its batch: that batch waits for the next run, and keeps nothing else waiting. */
  readonly failure: PlatformFailure | null;
}

/** @throws PlatformFailure when the platform cannot be asked. */
export async function readBackDeferred(session: SyncSession): Promise<ReadBack> {
  let counts = noCounts;
  let failure: PlatformFailure | null = null;
  const place = { peerId: session.peerId, stream: "recommendations" };
  for (const batch of await readBatchesIn(session.pool, place, ["PARTIALLY_ACKED"])) {
    try {
      const { value } = await session.platform.readBatch(batch.idempotencyKey);
      const settled = checkAnswer(batch, value);
      const deferred = await readDeferredKeys(session.pool, batch);
      const fresh = settled.filter(
        ({ item, outcome }) =>
          deferred.has(recordKey(item.record)) && outcome.outcome !== "deferred",
      );
      const from = "PARTIALLY_ACKED";
      counts = addCounts(counts, await settleBatch(session, batch, settled, { from, fresh }));
    } catch (error) {
      if (!(error instanceof PlatformFailure)) throw error;
      if (isOfOneBatch(error)) {
        failure ??= error;
        continue;
      }
      if (error.kind !== "UNKNOWN_BATCH") throw error;
      const to = nextState("PARTIALLY_ACKED", "LOST_THERE") ?? "IN_DOUBT";
      await moveBatch(session.pool, batch, { from: "PARTIALLY_ACKED", to, error: error.message });
    }
  }
  return { counts, failure };
}

/** The platform is there, and what it says of this batch is no answer: of the others it may say more. */
function isOfOneBatch({ kind, status }: PlatformFailure): boolean {
  return kind === "REFUSED" || (kind === "IN_DOUBT" && (status === 200 || status === 500));
}
