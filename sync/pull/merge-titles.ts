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
  let size = portion;
  let singles = 0;
  for (;;) {
    const merged = await mergePortion(session, runId, size).catch((error: unknown) => {
      if (size === 1) return buryFirst(session, runId, error);
      size = 1;
      singles = portion;
      return null;
    });
    if (merged === 0) return;
    if (merged === null) continue;
    await session.step("pull.chunkMerged");
    singles -= 1;
    if (singles <= 0) size = portion;
  }
}

/** @returns how many records got their fate. */
async function mergePortion(session: SyncSession, runId: string, size: number): Promise<number> {
  return inTransaction(session.pool, async (client) => {
    const items = await readPendingItems(client, runId, size);
    if (items.length === 0) return 0;
    const decisions = await decideAll(session, client, items);
    await writeDecisions(session, client, decisions);
    await writeFates(
      client,
      runId,
      decisions.map(({ fate }) => fate),
    );
    return items.length;
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
    kinds: ["UNMATCHED", "INVALID", "OWNER_CLASH"],
    decision: "RESOLVED",
  });
  await recordConflicts(
    client,
    place,
    decisions.flatMap(({ conflicts }) => conflicts),
  );
}

/** The record that the database refuses even alone: it is quarantined with the reason, and the others go on. */
async function buryFirst(session: SyncSession, runId: string, cause: unknown): Promise<number> {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return inTransaction(session.pool, async (client) => {
    const [item] = await readPendingItems(client, runId, 1);
    // Nothing is pending, so it was not a record that failed.
    if (item === undefined) throw cause;
    const { key, record } = item;
    await writeFates(client, runId, [{ key, outcome: "quarantined", reason }]);
    const conflict = { key, field: null, base: null, ours: null, theirs: record, decision: null };
    await recordConflicts(client, { peerId: session.peerId, stream }, [
      { ...conflict, kind: "INVALID", reason },
    ]);
    return 1;
  });
}
