/** Whether an answer is an answer to this batch, whole: anything less is a doubt and not an outcome. */
import type { BatchAnswer } from "../protocol/batch-answer.ts";
import type { Batch, BatchItem } from "../protocol/batch.ts";
import { PlatformFailure } from "../platform/platform-failure.ts";

export interface SettledItem {
  readonly item: BatchItem;
  readonly outcome: BatchAnswer["outcomes"][number];
}

export interface SentBatch {
  readonly idempotencyKey: string;
  readonly body: Uint8Array;
  readonly bodyDigest: string;
}

/** Pure. @throws PlatformFailure IN_DOUBT that says what does not fit. */
export function checkAnswer(sent: SentBatch, answer: BatchAnswer): readonly SettledItem[] {
  if (answer.batchKey !== sent.idempotencyKey) {
    throw doubt(`it answers the batch "${answer.batchKey}", sent was "${sent.idempotencyKey}"`);
  }
  if (answer.bodySha256 !== sent.bodyDigest) throw doubt("it answers other bytes than were sent");
  const { items } = JSON.parse(Buffer.from(sent.body).toString("utf8")) as Batch;
  const bySeq = new Map(answer.outcomes.map((outcome) => [outcome.seq, outcome]));
  if (bySeq.size !== answer.outcomes.length || bySeq.size !== items.length) {
    throw doubt(`it has ${answer.outcomes.length} outcomes for ${items.length} items`);
  }
  return items.map((item) => {
    const outcome = bySeq.get(item.seq);
    if (outcome === undefined) throw doubt(`it has no outcome for item ${item.seq}`);
    return { item, outcome };
  });
}

function doubt(reason: string): PlatformFailure {
  const text = `the answer to the batch is not usable: ${reason}`;
  return new PlatformFailure("IN_DOUBT", text, { status: 200 });
}
