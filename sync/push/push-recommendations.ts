/** Tells the city every recommendation that changed: unfinished batches first, then one sealed batch after the other. */
import { beginGeneration, markStreamComplete } from "../../store/queries/sync-peer.ts";
import { readBatchesIn } from "../../store/queries/sync-batches.ts";
import {
  addCounts,
  closeRun,
  noCounts,
  openRun,
  type RunCounts,
  type RunState,
} from "../../store/queries/sync-runs.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { SyncSession } from "../context.ts";
import { inFlightStates } from "../machine.ts";
import { partReport, type PartReport } from "../part-report.ts";
import { PlatformFailure } from "../platform/platform-failure.ts";
import { deliverBatch } from "./deliver-batch.ts";
import { readBackDeferred } from "./read-back.ts";
import { sealBatch } from "./seal-batch.ts";
import { supersedeBatches } from "./supersede-batches.ts";

const stream = "recommendations";

interface Ended {
  readonly failure: PlatformFailure | null;
  readonly counts: RunCounts;
}

export async function pushRecommendations(session: SyncSession): Promise<PartReport> {
  const { pool, peerId } = session;
  const runId = await openRun(pool, {
    peerId,
    direction: "PUSH",
    stream,
    details: { generation: session.generation },
  });
  await session.step("push.opened");
  const { failure, counts } = await deliverAll(session);
  const state: Exclude<RunState, "RUNNING"> = failure === null ? "DONE" : "INCOMPLETE";
  await inTransaction(pool, async (client) => {
    await closeRun(client, { peerId, runId, state, counts, failure: failure?.message ?? null });
    if (failure === null) await markStreamComplete(client, peerId, stream);
  });
  await session.step("push.closed");
  const cutOff = failure !== null && failure.kind !== "KEY_REUSED";
  return partReport({
    direction: "PUSH",
    stream,
    runId,
    state,
    counts,
    cutOff,
    failure: failure?.message ?? null,
  });
}

async function deliverAll(first: SyncSession): Promise<Ended> {
  let session = first;
  let counts = noCounts;
  let rebased = false;
  try {
    counts = await readBackDeferred(session);
    while (session.signal?.aborted !== true) {
      const waiting = await deliverWaiting(session);
      counts = addCounts(counts, waiting.counts);
      if (waiting.failure?.kind === "KEY_REUSED" && !rebased) {
        rebased = true;
        session = await rebase(session, waiting.failure);
        continue;
      }
      if (waiting.failure !== null) return { failure: waiting.failure, counts };
      if ((await sealBatch(session)) !== "SEALED") break;
      await session.step("push.sealed");
    }
    return { failure: null, counts };
  } catch (error) {
    if (error instanceof PlatformFailure) return { failure: error, counts };
    throw error;
  }
}

/** Delivers until nothing waits any more, or until a failure ends the delivery for now. */
async function deliverWaiting(session: SyncSession): Promise<Ended> {
  const place = { peerId: session.peerId, stream };
  let counts = noCounts;
  for (;;) {
    const [batch] = await readBatchesIn(session.pool, place, inFlightStates);
    if (batch === undefined) return { failure: null, counts };
    if (batch.waitMs !== null && !session.force) {
      const text = `batch ${batch.batchNo} waits another ${Math.ceil(batch.waitMs / 1000)} s`;
      return { failure: new PlatformFailure("SUSPENDED", text), counts };
    }
    const delivery = await deliverBatch(session, batch);
    if (delivery.kind !== "DONE") return { failure: delivery.failure, counts };
    counts = addCounts(counts, delivery.counts);
    if (session.signal?.aborted === true) return { failure: null, counts };
  }
}

/** The platform knows our key with other bytes: our data went back in time (restored), so a new generation begins. */
async function rebase(session: SyncSession, failure: PlatformFailure): Promise<SyncSession> {
  const generation = await inTransaction(session.pool, async (client) => {
    await supersedeBatches(client, session.peerId, failure.message);
    return beginGeneration(client, session.peerId);
  });
  return { ...session, generation };
}
