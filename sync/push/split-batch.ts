/** Replaces a batch that was refused whole by its two halves, so that a poison item ends alone (log2 n steps). */
import { moveBatch, writeOutcomes, type StoredBatch } from "../../store/queries/sync-batches.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { SyncSession } from "../context.ts";
import type { PlatformFailure } from "../platform/platform-failure.ts";
import type { Batch } from "../protocol/batch.ts";
import { recordKey } from "../protocol/canonical-record.ts";
import type { ItemToSend } from "./build-items.ts";
import { writeBatch } from "./seal-batch.ts";

export function itemsOfBody(batch: StoredBatch): readonly ItemToSend[] {
  const { items } = JSON.parse(batch.body.toString("utf8")) as Batch;
  return items.map(({ op, digest, record }) => ({ key: recordKey(record), op, digest, record }));
}

export async function splitBatch(
  session: SyncSession,
  batch: StoredBatch,
  failure: PlatformFailure,
): Promise<void> {
  const items = itemsOfBody(batch);
  const middle = Math.ceil(items.length / 2);
  await inTransaction(session.pool, async (client) => {
    const error = `split: ${failure.message}`;
    if (!(await moveBatch(client, batch, { from: "SENDING", to: "PARKED", error }))) return;
    await writeBatch(session, client, items.slice(0, middle));
    await writeBatch(session, client, items.slice(middle));
    await writeOutcomes(
      client,
      batch,
      items.map(({ key }) => ({ entityKey: key, outcome: "split", code: null, message: null })),
    );
  });
}

/** The dead letter: one item that the city refuses without an outcome. It waits for a change or a person. */
export async function buryBatch(
  session: SyncSession,
  batch: StoredBatch,
  failure: PlatformFailure,
): Promise<void> {
  await inTransaction(session.pool, async (client) => {
    const error = failure.message;
    if (!(await moveBatch(client, batch, { from: "SENDING", to: "PARKED", error }))) return;
    const code = failure.code ?? failure.kind;
    await writeOutcomes(
      client,
      batch,
      itemsOfBody(batch).map(({ key }) => ({
        entityKey: key,
        outcome: "rejected",
        code,
        message: error.slice(0, 500),
      })),
    );
  });
}
