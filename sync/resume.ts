/** Picks up what a process left that died: landed pages are merged, sent batches are in doubt, the rest is closed. */
import { moveBatch, readBatchesIn } from "../store/queries/sync-batches.ts";
import { closeRun, noCounts, readInterruptedRuns } from "../store/queries/sync-runs.ts";
import { inTransaction } from "../store/transaction.ts";
import type { SyncContext, SyncSession } from "./context.ts";
import { nextState } from "./machine.ts";
import type { PartReport } from "./part-report.ts";
import { concludePull, readLanding } from "./pull/pull-titles.ts";

/** Before the handshake: whatever was being sent may have arrived. Callers hold the peer's lock. */
export async function doubtSending({ pool, peerId }: SyncContext): Promise<void> {
  const to = nextState("SENDING", "DOUBT") ?? "IN_DOUBT";
  const place = { peerId, stream: "recommendations" };
  for (const batch of await readBatchesIn(pool, place, ["SENDING"])) {
    const error = "the process ended while it was being sent";
    await moveBatch(pool, batch, { from: "SENDING", to, error });
  }
}

/** After the handshake. @returns reports of the pulls that were brought to their end. */
export async function resumeRuns(session: SyncSession): Promise<readonly PartReport[]> {
  const { pool, peerId } = session;
  const reports: PartReport[] = [];
  for (const run of await readInterruptedRuns(pool, peerId)) {
    if (run.direction === "PULL" && run.details["landed"] === true) {
      reports.push(await concludePull(session, run.id, readLanding(run.id, run.details)));
    } else {
      const failure = "the process ended during this run";
      const end = {
        peerId,
        runId: run.id,
        state: "INCOMPLETE",
        counts: noCounts,
        failure,
      } as const;
      await inTransaction(pool, (client) => closeRun(client, end));
    }
  }
  return reports;
}
