/**
 * Receipts for the city's lists where parcels are exchanged (L0): whoever laid a list down learns whether it was taken,
 * held or refused, and which of its records are not held as it has them. Bytes are kept before they are laid down, and
 * laid down until they lie there: a crash in between tells the same once more.
 */
import {
  keepListReceipt,
  markReceiptLaid,
  readNamedOutcomes,
  readOwedReceipts,
  readWaitingReceipts,
  type NamedOutcome,
  type OwedReceipt,
  type WaitingReceipt,
} from "../store/queries/sync-list-receipts.ts";
import { closeRun, noCounts, openRun } from "../store/queries/sync-runs.ts";
import { inTransaction } from "../store/transaction.ts";
import type { SyncSession } from "./context.ts";
import { partReport, type PartReport } from "./part-report.ts";
import { PlatformFailure } from "./platform/platform-failure.ts";
import { sha256Hex } from "./protocol/canonical-record.ts";
import type { ListReceipt } from "./protocol/list-receipt.ts";

const part = { direction: "PUSH", stream: "titles" } as const;

/** @returns nothing when no list waits for its receipt. */
export async function tellLists(session: SyncSession): Promise<PartReport[]> {
  // Above L0 a list is an answer to our question: nobody laid it down and wonders.
  if (session.capabilities.level !== "L0") return [];
  await makeReceipts(session);
  const waiting = await readWaitingReceipts(session.pool, session.peerId);
  return waiting.length === 0 ? [] : [await layReceipts(session, waiting)];
}

async function makeReceipts(session: SyncSession): Promise<void> {
  const { pool, peerId, generation } = session;
  for (const owed of await readOwedReceipts(pool, peerId)) {
    await inTransaction(pool, async (client) => {
      const { runId, listDigest, list, state } = owed;
      const outcomes = state === "TAKEN" ? await readNamedOutcomes(client, peerId, runId) : [];
      const receipt = receiptOf(session.district, owed, outcomes);
      const body = Buffer.from(JSON.stringify(receipt), "utf8");
      const contentDigest = sha256Hex(Buffer.from(JSON.stringify(wordOf(receipt)), "utf8"));
      const kept = { peerId, runId, listDigest, list, generation, body, contentDigest };
      await keepListReceipt(client, kept);
    });
    await session.step("lists.receiptMade");
  }
}

/** Pure. A list that is held or refused has changed nothing, so it has no fates to tell. */
function receiptOf(
  district: string,
  owed: OwedReceipt,
  outcomes: readonly NamedOutcome[],
): ListReceipt {
  const { list, listDigest, state, reason, receivedAt } = owed;
  const { read, applied, unchanged, quarantined } = state === "TAKEN" ? owed : noCounts;
  return {
    protocol: "sme-sync/1",
    district,
    list,
    manifestSha256: listDigest,
    state,
    reason: reason?.slice(0, 2_000) ?? null,
    receivedAt,
    summary: { read, applied, unchanged, quarantined },
    outcomes: outcomes.map((outcome) => ({ ...outcome })),
  };
}

/** What is still so when the list is looked at again: it is answered again only when this has changed. */
function wordOf({ state, reason, outcomes }: ListReceipt): object {
  return { state, reason, open: outcomes.filter(({ outcome }) => outcome !== "removed") };
}

async function layReceipts(
  session: SyncSession,
  waiting: readonly WaitingReceipt[],
): Promise<PartReport> {
  const { pool, peerId } = session;
  const details = { receiptsOf: waiting.map(({ list }) => list) };
  const runId = await openRun(pool, { peerId, ...part, details });
  let laid = 0;
  let failure: string | null = null;
  try {
    for (const receipt of waiting) {
      await session.platform.tellList(receipt);
      await session.step("lists.receiptLaid");
      await markReceiptLaid(pool, receipt);
      laid += 1;
    }
  } catch (error) {
    if (!(error instanceof PlatformFailure)) throw error;
    failure = error.message;
  }
  const counts = { ...noCounts, read: laid, applied: laid };
  const state = failure === null ? ("DONE" as const) : ("FAILED" as const);
  const end = { peerId, runId, state, counts, failure };
  await inTransaction(pool, (client) => closeRun(client, end));
  return partReport({ ...part, ...end });
}
