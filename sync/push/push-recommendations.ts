/** Tells the city every recommendation that changed: unfinished batches first, then one sealed batch after the other. */
import { beginGeneration, markStreamComplete } from "../../store/queries/sync-peer.ts";
import { readBatchesIn } from "../../store/queries/sync-batches.ts";
import { readNewestNotice } from "../../store/queries/sync-outbox.ts";
import {
  addCounts,
  closeRun,
  noCounts,
  openRun,
  type RunCounts,
  type RunState,
} from "../../store/queries/sync-runs.ts";
import { inTransaction } from "../../store/transaction.ts";
import { atPresent } from "../at-present.ts";
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

/** One push: in which generation, and up to which notice, so that it ends although somebody writes without pause. */
interface PushSession extends SyncSession {
  readonly until: string;
}

export async function pushRecommendations(greeted: SyncSession): Promise<PartReport> {
  const { pool, peerId } = greeted;
  const session = await upToNow(await atPresent(greeted));
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
  // What waits for a receipt keeps nothing else from being done.
  const goesOn = failure?.kind === "KEY_REUSED" || failure?.kind === "AWAITING_RECEIPT";
  const cutOff = failure !== null && !goesOn;
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

async function upToNow(session: SyncSession): Promise<PushSession> {
  return { ...session, until: await readNewestNotice(session.pool, stream) };
}

async function deliverAll(first: PushSession): Promise<Ended> {
  let session = first;
  let counts = noCounts;
  let rebased = false;
  try {
    counts = await readBackDeferred(session);
    while (session.signal?.aborted !== true) {
      const turn = await deliverNext(session);
      counts = addCounts(counts, turn.counts);
      if (turn.failure?.kind === "KEY_REUSED" && !rebased) {
        rebased = true;
        session = await rebase(session, turn.failure);
      } else if (turn.failure !== null) {
        return { failure: turn.failure, counts };
      } else if (turn.done) break;
    }
    return { failure: null, counts };
  } catch (error) {
    if (error instanceof PlatformFailure) return { failure: error, counts };
    throw error;
  }
}

/** Delivers the oldest batch that waits, and meanwhile seals the next; without one to deliver it only seals. */
async function deliverNext(session: PushSession): Promise<Ended & { readonly done?: boolean }> {
  const place = { peerId: session.peerId, stream };
  const [batch] = await readBatchesIn(session.pool, place, inFlightStates);
  if (batch === undefined) {
    return { failure: null, counts: noCounts, done: (await seal(session)) !== "SEALED" };
  }
  if (batch.waitMs !== null && !session.force) {
    const text = `batch ${batch.batchNo} waits another ${Math.ceil(batch.waitMs / 1000)} s`;
    return { failure: new PlatformFailure("SUSPENDED", text), counts: noCounts };
  }
  const [delivery] = await bothEnded(deliverBatch(session, batch), seal(session));
  return delivery.kind === "DONE"
    ? { failure: null, counts: delivery.counts }
    : { failure: delivery.failure, counts: noCounts };
}

async function seal(session: PushSession): ReturnType<typeof sealBatch> {
  const sealed = await sealBatch(session, session.until);
  if (sealed === "SEALED") await session.step("push.sealed");
  return sealed;
}

/** Nothing goes on in the background after a failure: whoever catches it may give the peer's lock back. */
async function bothEnded<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

/** The platform knows our key with other bytes: our data went back in time (restored), so a new generation begins. */
async function rebase(session: SyncSession, failure: PlatformFailure): Promise<PushSession> {
  const generation = await inTransaction(session.pool, async (client) => {
    await supersedeBatches(client, session.peerId, failure.message);
    return beginGeneration(client, session.peerId);
  });
  return upToNow({ ...session, generation });
}
