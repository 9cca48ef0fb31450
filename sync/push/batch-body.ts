/** The bytes of a batch: made once, at sealing, and never again. */
import type { Batch } from "../protocol/batch.ts";
import { canonVersion, protocolName } from "../protocol/scalars.ts";
import type { ItemToSend } from "./build-items.ts";

export interface BatchHead {
  readonly district: string;
  readonly generation: number;
  readonly batchNo: string;
  readonly prevSha256: string | null;
  readonly sealedAt: Date;
}

export interface SealedBody {
  readonly batchKey: string;
  readonly body: Buffer;
}

/**
 * Pure. The batch's number is every item's entity version: an entity is in a batch once and numbers only rise, so
 * versions rise per entity without a counter of their own.
 */
export function makeBody(head: BatchHead, items: readonly ItemToSend[]): SealedBody {
  const { district, generation, batchNo, prevSha256, sealedAt } = head;
  const batchKey = `${district}:recommendations:${generation}:${batchNo}`;
  const batch: Batch = {
    protocol: protocolName,
    canonVersion,
    batchKey,
    district,
    stream: "recommendations",
    generation: String(generation),
    batchNo,
    prevSha256,
    sealedAt: sealedAt.toISOString(),
    items: items.map(({ op, digest, record }, index) => ({
      seq: index + 1,
      op,
      entityVersion: batchNo,
      digest,
      record,
    })),
  };
  return { batchKey, body: Buffer.from(JSON.stringify(batch), "utf8") };
}

/** How many of the items fit into a body of that size, at least one. */
export function countFitting(items: readonly ItemToSend[], maxBytes: number): number {
  const headBytes = 600;
  const itemBytes = 200;
  let size = headBytes;
  for (const [index, { record }] of items.entries()) {
    size += Buffer.byteLength(JSON.stringify(record)) + itemBytes;
    if (size > maxBytes) return Math.max(1, index);
  }
  return items.length;
}
