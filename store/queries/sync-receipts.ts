/** Receipts of agreement, and of disagreement: both are kept. */
import { channels, notify } from "../notify.ts";
import type { Pool, PoolClient } from "../pool.ts";
import type { LedgerMark } from "./sync-ledger.ts";

export interface NewReceipt {
  readonly peerId: string;
  readonly stream: string;
  readonly level: string;
  readonly agreed: boolean;
  readonly ourRoot: string;
  readonly theirRoot: string | null;
  readonly recordCount: number;
  readonly differences: object;
  readonly ourSignature: string | null;
  readonly theirSignature: string | null;
  readonly roundTrips: number;
  readonly bytesExchanged: number;
  readonly ledger: LedgerMark;
}

export async function insertReceipt(
  client: Pool | PoolClient,
  receipt: NewReceipt,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `/* sync:insert-receipt */ insert into agreement_receipts (peer_id, stream, level, agreed, our_root, their_root,
       record_count, differences, our_signature, their_signature, round_trips, bytes_exchanged,
       ledger_head, ledger_length)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
    [
      receipt.peerId,
      receipt.stream,
      receipt.level,
      receipt.agreed,
      receipt.ourRoot,
      receipt.theirRoot,
      receipt.recordCount,
      JSON.stringify(receipt.differences),
      receipt.ourSignature,
      receipt.theirSignature,
      receipt.roundTrips,
      receipt.bytesExchanged,
      receipt.ledger.head,
      receipt.ledger.length,
    ],
  );
  const id = rows[0]?.id ?? "";
  await notify(client, channels.receipts, [id]);
  return id;
}
