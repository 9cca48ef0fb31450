/** Reads single titles anew, those on which a comparison found both sides to differ: bytes as the differences, not as the list. */
import { landPage } from "../../store/queries/sync-inbound.ts";
import { closeRun, noCounts, noteRun, openRun } from "../../store/queries/sync-runs.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { SyncSession } from "../context.ts";
import { partReport, type PartReport } from "../part-report.ts";
import { PlatformFailure } from "../platform/platform-failure.ts";
import { sha256Hex } from "../protocol/canonical-record.ts";
import { concludePull } from "./pull-titles.ts";

const stream = "titles";
const part = { direction: "PULL", stream } as const;
/** The protocol's limit for one question. */
const keysPerRead = 500;

/** A key that the city says it does not have is removed here, under the same guard as any removal. */
export async function pullByKey(
  session: SyncSession,
  keys: readonly string[],
): Promise<PartReport> {
  const { pool, peerId } = session;
  const runId = await openRun(pool, { peerId, ...part, details: { mode: "keys" } });
  await session.step("pull.opened");
  try {
    await landByKey(session, runId, keys);
  } catch (error) {
    if (!(error instanceof PlatformFailure)) throw error;
    const failure = error.message;
    const end = { peerId, runId, state: "FAILED", counts: noCounts, failure } as const;
    await inTransaction(pool, (client) => closeRun(client, end));
    return partReport({ ...part, runId, state: "FAILED", failure, cutOff: true });
  }
  await session.step("pull.landed");
  const landed = { sourceRunId: runId, firstPage: 1, complete: false, list: null, approved: false };
  return concludePull(session, runId, landed);
}

async function landByKey(
  session: SyncSession,
  runId: string,
  keys: readonly string[],
): Promise<void> {
  const { pool, peerId, platform, step } = session;
  for (let start = 0; start < keys.length; start += keysPerRead) {
    const answered = await platform.titlesByKey(keys.slice(start, start + keysPerRead));
    await step("pull.pageFetched");
    const { bytes, headers } = answered;
    await inTransaction(pool, async (client) => {
      await landPage(client, {
        runId,
        peerId,
        stream,
        page: start / keysPerRead + 1,
        body: bytes,
        digest: sha256Hex(bytes),
        headers,
      });
      if (start + keysPerRead >= keys.length) {
        await noteRun(client, runId, { landed: true, firstPage: 1, complete: false });
      }
    });
    await step("pull.pageLanded");
  }
}
