/** Makes records of the landed pages, and adds what may have become answerable and what was edited past the engine. */
import { z } from "zod";

import { readRetriable, recordConflicts } from "../../store/queries/sync-conflicts.ts";
import {
  readLandedBody,
  readLandedPages,
  readUnreadable,
  stageDrift,
  stageItems,
  type StagedItem,
} from "../../store/queries/sync-inbound.ts";
import { readShadow } from "../../store/queries/sync-shadow.ts";
import { joinWholeSets } from "../../store/queries/sync-whole-sets.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { SyncSession } from "../context.ts";
import { parseStrictJson } from "../protocol/parse-strict-json.ts";
import { DriftCensus } from "./drift-census.ts";
import { judgeTitle } from "./judge-title.ts";

const stream = "titles";

/** What a page of a list and an answer by keys have in common; `missing` are keys that the city says it does not have. */
const landedBody = z.looseObject({
  items: z.array(z.unknown()),
  missing: z.array(z.string()).default([]),
});

export interface LandedPages {
  /** The run that landed them: another one when a held run has been approved. */
  readonly sourceRunId: string;
  readonly firstPage: number;
  /** Whether they are all that the city holds: then what was asked before and is not among them is over. */
  readonly complete: boolean;
}

/** Idempotent: what is staged already stays as it is. @returns in what the records' form differs from what was agreed. */
export async function stageTitles(
  session: SyncSession,
  runId: string,
  { sourceRunId, firstPage, complete }: LandedPages,
): Promise<DriftCensus> {
  const { pool, district, peerId } = session;
  const census = new DriftCensus();
  for (const page of await readLandedPages(pool, sourceRunId, firstPage)) {
    const body = await readLandedBody(pool, sourceRunId, page);
    const { items, missing } = landedBody.parse(parseStrictJson(body));
    const judged = items.map((item, no) =>
      judgeTitle(item, district, `page ${page - firstPage + 1} item ${no + 1}`),
    );
    items.forEach((item, no) => census.count(item, judged[no]?.outcome === "quarantined"));
    await stage(session, runId, [...judged, ...(await removals(session, missing))]);
  }
  const questions = complete ? [] : await readRetriable(pool, peerId);
  const answerable = questions
    .map(({ theirs, key }) => judgeTitle(theirs, district, key))
    .filter(({ outcome }) => outcome === null);
  await stage(session, runId, answerable);
  await inTransaction(pool, async (client) => {
    await joinWholeSets(client);
    await stageDrift(client, { runId, peerId });
  });
  return census;
}

/** Asks about every record of the run that could not be read. Nothing has been asked of a list that is held whole. */
export async function questionUnreadable(
  { pool, peerId }: SyncSession,
  runId: string,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const unreadable = await readUnreadable(client, runId);
    await recordConflicts(
      client,
      { peerId, stream },
      unreadable.map(({ key, record, reason }) => ({
        key,
        kind: "INVALID",
        field: null,
        base: null,
        ours: null,
        theirs: record,
        reason,
        decision: null,
      })),
    );
  });
}

/** Of the keys that the city does not have, those that it was known to hold. */
async function removals(
  { pool, peerId }: SyncSession,
  missing: readonly string[],
): Promise<StagedItem[]> {
  if (missing.length === 0) return [];
  const held = await readShadow(pool, { peerId, stream }, missing);
  return [...held.values()].map(({ key, record, digest }) => ({
    key,
    record: { ...record, deleted: true },
    digest,
    outcome: null,
    reason: null,
  }));
}

async function stage(
  { pool }: SyncSession,
  runId: string,
  items: readonly StagedItem[],
): Promise<void> {
  if (items.length === 0) return;
  await inTransaction(pool, (client) => stageItems(client, { runId, stream }, items));
}
