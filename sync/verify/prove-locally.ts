/** Every proof that needs nobody else: ledger, sealed bytes, digests of the shadow, signatures of the receipts. */
import type { Pool } from "../../store/pool.ts";
import {
  readReceipts,
  readSpoiledBatches,
  readSpoiledShadow,
  readStatementKeys,
} from "../../store/queries/sync-proofs.ts";
import { verifyLedger } from "../ledger/verify-ledger.ts";
import { trees } from "../protocol/digests.ts";
import { checkReceipt, type PublicKeys } from "./check-receipt.ts";

export interface LocalProof {
  readonly what: "ledger" | "batches" | "shadow" | "receipts";
  /** How much was looked at; null where only what is wrong is counted. */
  readonly checked: number | null;
  readonly problems: readonly string[];
}

/** A year of daily receipts. */
const receiptsChecked = 1_000;

/** @param ourKeys by which our own statements are checked. */
export async function proveLocally(
  pool: Pool,
  ourKeys: PublicKeys,
  peerId = "city",
): Promise<readonly LocalProof[]> {
  const ledger = await verifyLedger(pool, peerId);
  const batches = await readSpoiledBatches(pool, peerId);
  const shadow: string[] = [];
  for (const tree of trees) {
    const keys = await readSpoiledShadow(pool, peerId, tree);
    shadow.push(...keys.map((key) => `${tree} ${key}: the digest is not that of the content`));
  }
  const keys = [...(await readStatementKeys(pool, peerId)), ...ourKeys];
  const receipts = await readReceipts(pool, peerId, { id: null, limit: receiptsChecked });
  const broken = receipts.flatMap((receipt) => {
    const { problem } = checkReceipt(receipt, keys);
    return problem === null ? [] : [`${receipt.id}: ${problem}`];
  });
  return [
    { what: "ledger", checked: ledger.runs, problems: ledger.problems },
    {
      what: "batches",
      checked: null,
      problems: batches.map((key) => `${key}: its bytes or its predecessor are not as sealed`),
    },
    { what: "shadow", checked: null, problems: shadow },
    { what: "receipts", checked: receipts.length, problems: broken },
  ];
}
