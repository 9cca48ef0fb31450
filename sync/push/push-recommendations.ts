/** Tells the city every recommendation that changed: unfinished batches first, then one sealed batch after the other. */
import { beginGeneration, markStreamComplete } from "../../store/queries/sync-peer.ts";
import { readNewestNotice } from "../../store/queries/sync-outbox.ts";
import {
  addCounts,
  closeRun,
  noCounts,
  openRun,
  type RunState,
} from "../../store/queries/sync-runs.ts";
import { inTransaction } from "../../store/transaction.ts";
import { atPresent } from "../at-present.ts";
import type { SyncSession } from "../context.ts";
import { partReport, type PartReport } from "../part-report.ts";
import { PlatformFailure } from "../platform/platform-failure.ts";
import { Pipeline, type Ended, type PushSession } from "./pipeline.ts";
import { readBackDeferred } from "./read-back.ts";
import { supersedeBatches } from "./supersede-batches.ts";

const stream = "recommendations";

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
  const { failure, counts, isOfOneBatch } = await deliverAll(session);
  const state: Exclude<RunState, "RUNNING"> = failure === null ? "DONE" : "INCOMPLETE";
  await inTransaction(pool, async (client) => {
    await closeRun(client, { peerId, runId, state, counts, failure: failure?.message ?? null });
    if (failure === null) await markStreamComplete(client, peerId, stream);
  });
  await session.step("push.closed");
  // What waits for a receipt keeps nothing else from being done.
  const goesOn =
    isOfOneBatch || failure?.kind === "KEY_REUSED" || failure?.kind === "AWAITING_RECEIPT";
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

interface Delivered extends Ended {
  /** The failure is an answer to an earlier batch that was none: all else was told. */
  readonly isOfOneBatch: boolean;
}

async function deliverAll(first: PushSession): Promise<Delivered> {
  let session = first;
  let counts = noCounts;
  let rebased = false;
  try {
    const earlier = await readBackDeferred(session);
    counts = earlier.counts;
    for (;;) {
      const round = await new Pipeline(session).run();
      counts = addCounts(counts, round.counts);
      if (round.failure?.kind !== "KEY_REUSED" || rebased) {
        const isOfOneBatch = round.failure === null && earlier.failure !== null;
        return { failure: round.failure ?? earlier.failure, counts, isOfOneBatch };
      }
      rebased = true;
      session = await rebase(session, round.failure);
    }
  } catch (error) {
    if (error instanceof PlatformFailure) return { failure: error, counts, isOfOneBatch: false };
    throw error;
  }
}

/** The platform knows our key with other bytes: our data went back in time (restored), so a new generation begins. */
async function rebase(session: SyncSession, failure: PlatformFailure): Promise<PushSession> {
  const generation = await inTransaction(session.pool, async (client) => {
    await supersedeBatches(client, session.peerId, failure.message);
    return beginGeneration(client, session.peerId);
  });
  return upToNow({ ...session, generation });
}
