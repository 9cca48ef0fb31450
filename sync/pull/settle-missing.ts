/**
 * Titles that we hold and a complete list leaves out. The first such list opens a question, the second removes them: a
 * list may have been made in the middle of a change at the city. A record that could not be read and that the list holds
 * no more is no question any more. What a person has let pass needs no second list.
 */
import type { PoolClient } from "../../store/pool.ts";
import {
  closeConflicts,
  readOpenKeys,
  recordConflicts,
} from "../../store/queries/sync-conflicts.ts";
import { readMissingKeys, readStagedKeys, stageItems } from "../../store/queries/sync-inbound.ts";
import { readShadow } from "../../store/queries/sync-shadow.ts";
import { lockTitles } from "../../store/queries/sync-titles.ts";
import { joinWholeSets } from "../../store/queries/sync-whole-sets.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { SyncSession } from "../context.ts";

const stream = "titles";

interface CompleteList {
  /** The run that landed it. */
  readonly sourceRunId: string;
  readonly list: string | null;
  readonly approved: boolean;
}

/** Stages the removals of those missing twice; the merge carries them out like any told deletion. */
export async function settleMissing(
  session: SyncSession,
  runId: string,
  list: CompleteList,
): Promise<void> {
  const { pool, peerId } = session;
  const place = { peerId, stream };
  const kinds = ["MISSING_AT_CITY"] as const;
  await inTransaction(pool, async (client) => {
    await joinWholeSets(client);
    const missing = await readMissingKeys(client, peerId, runId);
    const asked = await readOpenKeys(client, place, kinds[0]);
    const isGone = (key: string): boolean => {
      const first = asked.get(key) as FirstAbsence | null | undefined;
      return list.approved || (first !== undefined && isOther(session, list, first));
    };
    const gone = missing.filter(isGone);
    const doubtful = new Set(missing);
    const back = [...asked.keys()].filter((key) => !doubtful.has(key));
    await closeUntold(client, place, runId);
    await stageRemovals(client, { ...place, runId }, gone);
    await closeConflicts(client, place, { keys: gone, kinds, decision: "REMOVED" });
    await closeConflicts(client, place, { keys: back, kinds, decision: "CAME_BACK" });
    const unasked = list.approved ? [] : missing.filter((key) => !asked.has(key));
    await askAbout(session, client, list, unasked);
  });
}

interface Place {
  readonly peerId: string;
  readonly stream: string;
}

async function stageRemovals(
  client: PoolClient,
  place: Place & { readonly runId: string },
  keys: readonly string[],
): Promise<void> {
  const shadow = await readShadow(client, place, keys);
  await stageItems(
    client,
    place,
    keys.map((key) => ({
      key,
      record: { ...shadow.get(key)?.record, deleted: true },
      digest: shadow.get(key)?.digest ?? "",
      outcome: null,
      reason: null,
    })),
  );
}

async function askAbout(
  { peerId, exchangeId }: SyncSession,
  client: PoolClient,
  { list, sourceRunId }: CompleteList,
  keys: readonly string[],
): Promise<void> {
  const place = { peerId, stream };
  const shadow = await readShadow(client, place, keys);
  const held = await lockTitles(client, keys);
  await recordConflicts(
    client,
    place,
    keys.map((key) => ({
      key,
      kind: "MISSING_AT_CITY",
      field: null,
      base: shadow.get(key)?.record ?? null,
      ours: held.get(key) ?? null,
      theirs: { leftOutOf: list, run: sourceRunId, exchange: exchangeId },
      reason: "left out of one complete list; a second one removes it",
      decision: null,
    })),
  );
}

/** Questions about records that could not be read and that this list no longer holds. */
async function closeUntold(client: PoolClient, place: Place, runId: string): Promise<void> {
  const asked = await readOpenKeys(client, place, "INVALID");
  const told = await readStagedKeys(client, runId, [...asked.keys()]);
  const keys = [...asked.keys()].filter((key) => !told.has(key));
  const decision = "NO_LONGER_TOLD";
  await closeConflicts(client, place, { keys, kinds: ["INVALID"], decision });
}

/** What the question of a first absence remembers. */
interface FirstAbsence {
  readonly leftOutOf?: string | null;
  readonly run?: string;
  readonly exchange?: string;
}

/**
 * Whether this is another look than the one that asked: a run resumed after a crash is the same look, so is the second
 * pass of one exchange, and so is an export that still lies where it lay.
 */
function isOther(
  { capabilities, exchangeId }: SyncSession,
  { sourceRunId, list }: Omit<CompleteList, "approved">,
  first: FirstAbsence | null,
): boolean {
  if (first?.run === sourceRunId || first?.exchange === exchangeId) return false;
  return capabilities.level !== "L0" || first?.leftOutOf !== list;
}
