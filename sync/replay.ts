/**
 * Does again what was done with the bytes at hand: merges what a run has landed, or sends a dead letter once more. Both
 * are harmless twice: versions and digests say what is known already.
 */
import { GoldseedError } from "../domain/errors.ts";
import { forgetOutcomes, moveBatch, readBatchByKey } from "../store/queries/sync-batches.ts";
import { openRun, readLandedRun } from "../store/queries/sync-runs.ts";
import { inTransaction } from "../store/transaction.ts";
import type { SyncSession } from "./context.ts";
import { nextState, type BatchState } from "./machine.ts";
import type { PartReport } from "./part-report.ts";
import { concludePull, readLanding } from "./pull/pull-titles.ts";

/**
 * Takes in the pages of a past run once more, such as after a rule or the registry has been mended. Never removes what
 * its list leaves out: the list is of another day.
 *
 * @throws GoldseedError NOT_FOUND when that run has landed nothing.
 */
export async function replayRun(session: SyncSession, runId: string): Promise<PartReport> {
  const { pool, peerId } = session;
  const landed = await readLandedRun(pool, peerId, runId);
  if (landed === null) {
    throw new GoldseedError(
      "NOT_FOUND",
      `拉取“${runId}”没有可重放的数据 / There is no pull "${runId}" whose pages have landed. See: goldseed sync status`,
    );
  }
  const { firstPage = 1, sourceRunId = runId } = landed.details;
  const details = { landed: true, firstPage, complete: false, sourceRunId, replayOf: runId };
  const part = { peerId, direction: "PULL", stream: "titles" } as const;
  const again = await openRun(pool, { ...part, details });
  return concludePull(session, again, readLanding(again, details));
}

/** Orders another attempt for a dead letter; the next push sends the same bytes. @throws GoldseedError NOT_FOUND, CONFLICT. */
export async function resumeBatch(session: SyncSession, batchKey: string): Promise<void> {
  const { pool, peerId, generation } = session;
  await inTransaction(pool, async (client) => {
    const batch = await readBatchByKey(client, peerId, batchKey);
    if (batch === null) {
      throw new GoldseedError(
        "NOT_FOUND",
        `没有批次“${batchKey}” / There is no batch "${batchKey}". See: goldseed sync status`,
      );
    }
    const to = nextState(batch.state as BatchState, "RESUME");
    if (to === null || batch.generation !== generation || !batch.isDeadLetter) {
      throw new GoldseedError(
        "CONFLICT",
        `批次“${batchKey}”为 ${batch.state}，不是可重发的死信 / The batch "${batchKey}" is ${batch.state} of generation ${batch.generation} and no dead letter of the present one: what it said is told by a later batch.`,
      );
    }
    await forgetOutcomes(client, batch);
    await moveBatch(client, batch, { from: batch.state, to });
  });
}
