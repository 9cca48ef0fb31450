/** Merges staged titles in order of their keys, a portion in each transaction; a poison record ends alone. */
import type { PoolClient } from "../../store/pool.ts";
import { closeConflicts, recordConflicts } from "../../store/queries/sync-conflicts.ts";
import {
  readPendingItems,
  writeFates,
  type PendingItem,
} from "../../store/queries/sync-inbound.ts";
import { readShadow } from "../../store/queries/sync-shadow.ts";
import {
  lockTitles,
  readKnownCodes,
  refreshTitleKinds,
  removeTitles,
  shadowTitles,
  upsertTitles,
} from "../../store/queries/sync-titles.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { SyncSession } from "../context.ts";
import type { WireTitle } from "../protocol/title-page.ts";
import { decideTitle, type TitleDecision } from "./decide-title.ts";

const stream = "titles";
const portion = 500;

export async function mergeTitles(session: SyncSession, runId: string): Promise<void> {
  let after = "";
  /** Records to be merged one by one after a portion failed. */
  let singles = 0;
  for (;;) {
    const size = singles > 0 ? 1 : portion;
    const last = await mergePortion(session, runId, { after, limit: size }).catch(
      (error: unknown) => {
        if (!isRecordFault(error)) throw error;
        if (size === 1) return buryFirst(session, runId, { after, cause: error });
        singles = portion + 1;
        return after;
      },
    );
    if (last === null) return;
    if (last !== after) await session.step("pull.chunkMerged");
    after = last;
    singles -= 1;
  }
}

/** Data that the database cannot take (classes 22 and 23). A lost connection is nobody's fault and ends the run. */
function isRecordFault(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" && /^2[23]/.test(code);
}

/** @returns the key of the last record that got its fate, or null when none was left. */
async function mergePortion(
  session: SyncSession,
  runId: string,
  next: { readonly after: string; readonly limit: number },
): Promise<string | null> {
  return inTransaction(session.pool, async (client) => {
    const items = await readPendingItems(client, runId, next);
    const decisions = await decideAll(session, client, items);
    if (items.length > 0) await writeDecisions(session, client, decisions);
    await writeFates(
      client,
      runId,
      decisions.map(({ fate }) => fate),
    );
    return items.at(-1)?.key ?? null;
  });
}

async function decideAll(
  session: SyncSession,
  client: PoolClient,
  items: readonly PendingItem[],
): Promise<TitleDecision[]> {
  const keys = items.map(({ key }) => key);
  const titles = items.map(({ record }) => record as WireTitle);
  const known = await readKnownCodes(
    client,
    titles.map(({ creditCode }) => creditCode),
  );
  const ours = await lockTitles(client, keys);
  const shadow = await readShadow(client, { peerId: session.peerId, stream }, keys);
  return items.map(({ key, digest, record }) => {
    const theirs = record as WireTitle;
    return decideTitle(
      {
        key,
        digest,
        theirs,
        ours: ours.get(key) ?? null,
        shadow: shadow.get(key) ?? null,
        known: known.has(theirs.creditCode),
      },
      session.owners,
    );
  });
}

async function writeDecisions(
  { peerId }: SyncSession,
  client: PoolClient,
  decisions: readonly TitleDecision[],
): Promise<void> {
  const writes = decisions.map(({ write }) => write).filter((write) => write !== null);
  const removed = decisions.filter(({ remove }) => remove).map(({ fate }) => fate.key);
  if (writes.length > 0) await upsertTitles(client, writes);
  if (removed.length > 0) await removeTitles(client, peerId, { keys: removed, reason: "CITY" });
  const shadows = decisions.map(({ shadow }) => shadow).filter((shadow) => shadow !== null);
  if (shadows.length > 0) await shadowTitles(client, peerId, shadows);
  const codes = [
    ...writes.map(({ creditCode }) => creditCode),
    ...removed.map((key) => key.slice(0, 18)),
  ];
  if (codes.length > 0) await refreshTitleKinds(client, [...new Set(codes)]);
  const place = { peerId, stream };
  const settled = decisions
    .filter(({ fate }) => fate.outcome === "applied" || fate.outcome === "unchanged")
    .map(({ fate }) => fate.key);
  await closeConflicts(client, place, {
    keys: settled,
    kinds: ["UNMATCHED", "INVALID", "OWNER_CLASH", "MISSING_AT_CITY"],
    decision: "RESOLVED",
  });
  await recordConflicts(
    client,
    place,
    decisions.flatMap(({ conflicts }) => conflicts),
  );
}

/** The record that the database refuses even alone: it is quarantined with the reason, and the others go on. */
async function buryFirst(
  session: SyncSession,
  runId: string,
  { after, cause }: { readonly after: string; readonly cause: unknown },
): Promise<string> {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return inTransaction(session.pool, async (client) => {
    const [item] = await readPendingItems(client, runId, { after, limit: 1 });
    // Nothing is pending, so it was not a record that failed.
    if (item === undefined) throw cause;
    const { key, record } = item;
    await writeFates(client, runId, [{ key, outcome: "quarantined", reason }]);
    const conflict = { key, field: null, base: null, ours: null, theirs: record, decision: null };
    await recordConflicts(client, { peerId: session.peerId, stream }, [
      { ...conflict, kind: "INVALID", reason },
    ]);
    return key;
  });
}
