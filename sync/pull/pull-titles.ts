/** Takes in the city's titles: land first, then judge the walk as a whole, then each record by itself. */
import {
  countFates,
  passOverBuried,
  readPlannedChanges,
} from "../../store/queries/sync-inbound.ts";
import { markStreamComplete, moveCursor } from "../../store/queries/sync-peer.ts";
import {
  closeRun,
  noCounts,
  noteRun,
  openRun,
  type RunCounts,
} from "../../store/queries/sync-runs.ts";
import { closeOtherDrifts, recordDrifts } from "../../store/queries/sync-drifts.ts";
import { joinWholeSets } from "../../store/queries/sync-whole-sets.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { SyncSession } from "../context.ts";
import { guardMassChange } from "../guard-mass-change.ts";
import { partReport, type PartReport } from "../part-report.ts";
import { PlatformFailure } from "../platform/platform-failure.ts";
import type { DriftCensus } from "./drift-census.ts";
import { mergeTitles } from "./merge-titles.ts";
import { settleMissing } from "./settle-missing.ts";
import { questionUnreadable, stageTitles, type LandedPages } from "./stage-titles.ts";
import { walkTitles } from "./walk-titles.ts";

const stream = "titles";
const part = { direction: "PULL", stream } as const;

export async function pullTitles(session: SyncSession): Promise<PartReport> {
  const { pool, peerId } = session;
  const runId = await openRun(pool, { peerId, ...part, details: {} });
  await session.step("pull.opened");
  try {
    const landing = await walkTitles(session, runId);
    if (landing.problems.length > 0) {
      const failure = `the pages do not join: ${landing.problems.join("; ")}`;
      await noteRefused(session, runId, landing.parcels);
      return await end(session, { runId, state: "INCOMPLETE", counts: noCounts, failure });
    }
    await session.step("pull.landed");
    return await concludePull(session, runId, { ...landing, sourceRunId: runId, approved: false });
  } catch (error) {
    if (!(error instanceof PlatformFailure)) throw error;
    const failure = error.message;
    await noteRefused(session, runId, error.refusedLists);
    const report = await end(session, { runId, state: "FAILED", counts: noCounts, failure });
    return { ...report, cutOff: true };
  }
}

/** Lists that were laid down for us and are not taken: tell-lists.ts says so to the city. */
async function noteRefused(
  { pool }: SyncSession,
  runId: string,
  refusedLists: readonly object[],
): Promise<void> {
  if (refusedLists.length > 0) await noteRun(pool, runId, { refusedLists });
}

export interface LandedRun extends LandedPages {
  /** Which list of the city it is; null for anything but a list. */
  readonly list: string | null;
  /** A person has looked at the mass change and lets it pass. */
  readonly approved: boolean;
  /** Of another day: what was removed since stays removed. */
  readonly replayed?: boolean;
}

/** Everything after the landing: starts anew from the landed bytes after a crash, and skips what is done. */
export async function concludePull(
  session: SyncSession,
  runId: string,
  landed: LandedRun,
): Promise<PartReport> {
  const { pool, peerId } = session;
  const census = await stageTitles(session, runId, landed);
  await noteDrifts(session, census, landed);
  if (landed.replayed === true) await passOverBuried(pool, peerId, runId);
  await session.step("pull.staged");
  const planned = await inTransaction(pool, async (client) => {
    await joinWholeSets(client);
    return readPlannedChanges(client, peerId, runId);
  });
  const removed = planned.deleted + (landed.complete ? planned.missing : 0);
  const held = landed.approved
    ? null
    : (census.problem ?? guardMassChange({ ...planned, removed }));
  if (held !== null) return hold(session, runId, held);
  await questionUnreadable(session, runId);
  await mergeTitles(session, runId);
  if (landed.complete) {
    await settleMissing(session, runId, landed);
    await mergeTitles(session, runId);
  }
  await session.step("pull.merged");
  const counts = { ...noCounts, ...(await countFates(pool, runId)) };
  return end(session, { runId, state: "DONE", counts, failure: null });
}

/** A whole list says also which drifts are over. An answer by keys says too little to open one. */
async function noteDrifts(
  { pool, peerId }: SyncSession,
  { seen }: DriftCensus,
  { list, complete }: LandedRun,
): Promise<void> {
  if (list === null) return;
  const place = { peerId, stream };
  await inTransaction(pool, async (client) => {
    if (seen.length > 0) await recordDrifts(client, place, seen);
    if (complete) await closeOtherDrifts(client, place, seen);
  });
}

/** Takes in what a held run has landed, after a person has let it pass. The held run itself stays as it was recorded. */
export async function pullApproved(
  session: SyncSession,
  held: { readonly id: string; readonly details: Readonly<Record<string, unknown>> },
): Promise<PartReport> {
  const { firstPage, complete, list } = held.details;
  const details = { landed: true, firstPage, complete, list, sourceRunId: held.id, approved: true };
  const runId = await openRun(session.pool, { peerId: session.peerId, ...part, details });
  return concludePull(session, runId, readLanding(runId, details));
}

/** The landing as its run's details tell it. */
export function readLanding(runId: string, details: Readonly<Record<string, unknown>>): LandedRun {
  const { firstPage, complete, sourceRunId, approved, replayOf, list } = details;
  return {
    replayed: replayOf !== undefined,
    firstPage: Number(firstPage),
    complete: complete === true,
    list: typeof list === "string" ? list : null,
    sourceRunId: typeof sourceRunId === "string" ? sourceRunId : runId,
    approved: approved === true,
  };
}

/** The next run reads the full list instead of what comes after this one, so that nothing held is passed over. */
async function hold(session: SyncSession, runId: string, reason: string): Promise<PartReport> {
  const { pool, peerId } = session;
  await inTransaction(pool, async (client) => {
    await moveCursor(client, peerId, null);
    await noteRun(client, runId, { held: reason });
  });
  const counts = { ...noCounts, ...(await countFates(pool, runId)) };
  return end(session, { runId, state: "HELD", counts, failure: reason });
}

interface End {
  readonly runId: string;
  readonly state: "DONE" | "INCOMPLETE" | "HELD" | "FAILED";
  readonly counts: RunCounts;
  readonly failure: string | null;
}

async function end(session: SyncSession, ended: End): Promise<PartReport> {
  const { pool, peerId } = session;
  await inTransaction(pool, async (client) => {
    await closeRun(client, { peerId, ...ended });
    if (ended.state === "DONE") await markStreamComplete(client, peerId, stream);
  });
  await session.step("pull.closed");
  return partReport({ ...part, ...ended });
}
