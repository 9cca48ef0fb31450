/** Writes what the city made of a batch: state, outcomes, shadow and recommendations in one transaction. */
import type { PoolClient } from "../../store/pool.ts";
import {
  moveBatch,
  shadowHeld,
  shadowWithdrawn,
  writeOutcomes,
  type StoredBatch,
} from "../../store/queries/sync-batches.ts";
import { noteCleanBatch } from "../../store/queries/sync-pace.ts";
import { noCounts, type RunCounts } from "../../store/queries/sync-runs.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { SyncSession } from "../context.ts";
import { nextState, type BatchState } from "../machine.ts";
import { recordKey } from "../protocol/canonical-record.ts";
import type { SettledItem } from "./check-answer.ts";
import { itemLimit } from "./seal-batch.ts";

/**
 * @param settled every item of the batch with its outcome.
 * @param from the state the batch is in. Does nothing when somebody else has moved it on.
 * @param fresh only these items are written and counted, when the others had their outcome before.
 * @returns what became of the items, counted.
 */
export async function settleBatch(
  session: SyncSession,
  batch: StoredBatch,
  settled: readonly SettledItem[],
  { from, fresh = settled }: { from: BatchState; fresh?: readonly SettledItem[] },
): Promise<RunCounts> {
  const deferred = settled.some(({ outcome }) => outcome.outcome === "deferred");
  const to = nextState(from, deferred ? "ANSWERED_DEFERRED" : "ANSWERED");
  if (to === null) throw new Error(`a batch in state ${from} cannot be answered`);
  return inTransaction(session.pool, async (client) => {
    if (!(await moveBatch(client, batch, { from, to }))) return noCounts;
    await writeOutcomes(
      client,
      batch,
      fresh.map(({ item, outcome }) => ({
        entityKey: recordKey(item.record),
        outcome: outcome.outcome,
        code: outcome.code,
        message: outcome.message,
      })),
    );
    await moveShadow(client, batch, fresh);
    await noteCleanBatch(client, batch, itemLimit(session));
    return countsOf(fresh);
  });
}

function countsOf(settled: readonly SettledItem[]): RunCounts {
  const counts = { ...noCounts, read: settled.length };
  for (const { outcome } of settled) counts[outcome.outcome] += 1;
  return counts;
}

async function moveShadow(
  client: PoolClient,
  batch: StoredBatch,
  settled: readonly SettledItem[],
): Promise<void> {
  const taken = settled.filter(
    ({ outcome }) => outcome.outcome === "applied" || outcome.outcome === "unchanged",
  );
  const held = taken.filter(({ item }) => item.op === "UPSERT");
  await shadowHeld(
    client,
    batch,
    held.map(({ item }) => ({
      entityKey: recordKey(item.record),
      record: item.record,
      digest: item.digest,
      version: item.entityVersion,
    })),
  );
  const withdrawn = taken.filter(({ item }) => item.op === "WITHDRAW");
  await shadowWithdrawn(
    client,
    batch,
    withdrawn.map(({ item }) => recordKey(item.record)),
  );
}
