/** Brings one batch to an outcome: sends the same bytes under the same key until the city has answered, or waits. */
import { moveBatch, type StoredBatch } from "../../store/queries/sync-batches.ts";
import { halveBatchItems } from "../../store/queries/sync-pace.ts";
import { noCounts, type RunCounts } from "../../store/queries/sync-runs.ts";
import type { SyncSession } from "../context.ts";
import { eventOfFailure } from "../failure-event.ts";
import { type BatchEvent, nextState, type BatchState } from "../machine.ts";
import { PlatformFailure } from "../platform/platform-failure.ts";
import { retryDelayMs } from "../platform/retry-delay.ts";
import { checkAnswer } from "./check-answer.ts";
import { itemLimit } from "./seal-batch.ts";
import { settleBatch } from "./settle-batch.ts";
import { buryBatch, itemsOfBody, splitBatch } from "./split-batch.ts";

/** Within one run; afterwards the waiting time is written down and a later run goes on. */
const attemptsInRun = 4;
const longestWaitMs = 10_000;
const retry = { baseMs: 2_000, capMs: 600_000, random: Math.random };

export type Delivery =
  /** The batch has its outcomes, or has been replaced or buried: go on with the next. */
  | { readonly kind: "DONE"; readonly counts: RunCounts }
  /** Not now: the failure, and the batch keeps. */
  | { readonly kind: "LATER"; readonly failure: PlatformFailure }
  /** The key was used with other bytes: one side's data went back in time. */
  | { readonly kind: "KEY_REUSED"; readonly failure: PlatformFailure };

/** @param onAnswered the batch leaves the wire and is settled: the next one may be sent meanwhile. */
export async function deliverBatch(
  session: SyncSession,
  batch: StoredBatch,
  onAnswered: () => void = () => undefined,
): Promise<Delivery> {
  let state = batch.state as BatchState;
  for (let attempt = 1; ; attempt++) {
    const sending = nextState(state, "SEND");
    if (sending === null) throw new Error(`a batch in state ${state} cannot be sent`);
    // Somebody else is at it: courtesy locks can fail, guarded moves do not.
    if (!(await moveBatch(session.pool, batch, { from: state, to: sending })))
      return done(noCounts);
    await session.step("push.sending");
    const failure = await sendOnce(session, batch, onAnswered);
    if (!(failure instanceof PlatformFailure)) return done(failure);
    const event = eventOfFailure(failure.kind, itemsOfBody(batch).length);
    if (event === "SPLIT") return replace(session, batch, failure);
    if (event === "GIVE_UP") return giveUp(session, batch, failure);
    const later = await putOff(session, batch, { failure, event, attempt });
    state = later.state;
    if (!later.isSoon || isStopped(session)) return { kind: "LATER", failure };
    await session.wait(later.waitMs);
    if (isStopped(session)) return { kind: "LATER", failure };
  }
}

/** Asked anew each time: it may fire during any pause. */
const isStopped = ({ signal }: SyncSession): boolean => signal?.aborted === true;

async function giveUp(
  session: SyncSession,
  batch: StoredBatch,
  failure: PlatformFailure,
): Promise<Delivery> {
  if (failure.kind !== "KEY_REUSED") {
    await buryBatch(session, batch, failure);
    const { length } = itemsOfBody(batch);
    return done({ ...noCounts, read: length, rejected: length });
  }
  // No outcome of its items: a new generation tells them.
  const error = failure.message;
  await moveBatch(session.pool, batch, { from: "SENDING", to: "PARKED", error });
  return { kind: "KEY_REUSED", failure };
}

interface Setback {
  readonly failure: PlatformFailure;
  readonly event: BatchEvent;
  readonly attempt: number;
}

interface PutOff {
  readonly state: BatchState;
  readonly waitMs: number;
  /** Worth waiting for in this run. */
  readonly isSoon: boolean;
}

/** Writes down when the batch may be tried again, by this run or a later one. */
async function putOff(
  session: SyncSession,
  batch: StoredBatch,
  { failure, event, attempt }: Setback,
): Promise<PutOff> {
  if (attempt === 1 && failure.asksForPatience) {
    await halveBatchItems(session.pool, batch, itemLimit(session));
  }
  // Looking for a receipt costs nothing: every run does.
  const awaiting = failure.kind === "AWAITING_RECEIPT";
  const waitMs = awaiting ? 0 : retryDelayMs(batch.attempts + attempt, failure.retryAfterMs, retry);
  const state = nextState("SENDING", event) ?? "IN_DOUBT";
  const error = failure.message;
  await moveBatch(session.pool, batch, { from: "SENDING", to: state, error, waitMs });
  const hopeless = awaiting || failure.kind === "UNAUTHORISED" || failure.kind === "SUSPENDED";
  const isSoon = !hopeless && attempt < attemptsInRun && waitMs <= longestWaitMs;
  return { state, waitMs, isSoon };
}

function done(counts: RunCounts): Delivery {
  return { kind: "DONE", counts };
}

/** @returns the outcomes counted, or why there are none. */
async function sendOnce(
  session: SyncSession,
  batch: StoredBatch,
  onAnswered: () => void,
): Promise<RunCounts | PlatformFailure> {
  try {
    const answered = await session.platform.pushBatch(batch.idempotencyKey, batch.body);
    await session.step("push.answered");
    const settled = checkAnswer(batch, answered.value);
    onAnswered();
    const counts = await settleBatch(session, batch, settled, { from: "SENDING" });
    await session.step("push.settled");
    return counts;
  } catch (error) {
    if (error instanceof PlatformFailure) return error;
    throw error;
  }
}

async function replace(
  session: SyncSession,
  batch: StoredBatch,
  failure: PlatformFailure,
): Promise<Delivery> {
  await splitBatch(session, batch, failure);
  await session.step("push.split");
  return done(noCounts);
}
