/**
 * Seals what has changed into one immutable batch, in one short transaction under the stream's lock.
 *
 * Visible notices are taken in order of id; their content is read afterwards, so a notice lost, doubled or out of order
 * costs nothing but a look. Why neither a cursor nor transaction numbers: SPEC.md, "Capture".
 */
import type { PoolClient } from "../../store/pool.ts";
import {
  countBatchesIn,
  insertBatch,
  nextBatchNo,
  readLastBodyDigest,
} from "../../store/queries/sync-batches.ts";
import {
  assignNotices,
  lockSealing,
  readRecommendations,
  takeNotices,
  type TakenNotices,
} from "../../store/queries/sync-outbox.ts";
import { readBatchItems } from "../../store/queries/sync-pace.ts";
import { readShadow } from "../../store/queries/sync-shadow.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { SyncSession } from "../context.ts";
import { inFlightStates } from "../machine.ts";
import { recordKey, sha256Hex } from "../protocol/canonical-record.ts";
import { countFitting, makeBody } from "./batch-body.ts";
import { buildItem, type ItemToSend } from "./build-items.ts";

const stream = "recommendations";
/** One being settled, one on its way, one sealed ahead: nobody waits for another. They have no entity in common. */
const mostInFlight = 3;

/**
 * @param until notices after this one are left to the next run; null takes whatever there is.
 * @returns SEALED when a batch was written, NOTHING when there is nothing to tell, BUSY while enough are on their way.
 */
export async function sealBatch(
  session: SyncSession,
  until: string | null = null,
): Promise<"SEALED" | "NOTHING" | "BUSY"> {
  for (;;) {
    const result = await inTransaction(session.pool, (client) => sealOnce(session, client, until));
    if (result !== "EMPTY") return result;
  }
}

/** EMPTY: notices were taken, and the city holds all of it already. */
async function sealOnce(
  session: SyncSession,
  client: PoolClient,
  until: string | null,
): Promise<"SEALED" | "NOTHING" | "BUSY" | "EMPTY"> {
  const { peerId } = session;
  const place = { peerId, stream };
  if (!(await lockSealing(client, peerId, stream))) return "BUSY";
  if ((await countBatchesIn(client, place, inFlightStates)) >= mostInFlight) return "BUSY";
  const { limits } = session.capabilities;
  const size = await readBatchItems(client, place, itemLimit(session));
  const notices = await takeNotices(client, place, size, until);
  if (notices.length === 0) return "NOTHING";
  const items = await itemsOf(session, client, notices);
  const fitting = items.slice(0, countFitting(items, limits.maxBatchBytes));
  const told = new Set(fitting.map(({ key }) => key));
  const late = new Set(items.slice(fitting.length).map(({ key }) => key));
  const known = notices.filter(({ key }) => !told.has(key) && !late.has(key));
  await assignNotices(client, known, toldAlready);
  if (items.length === 0) return "EMPTY";
  const batchNo = await writeBatch(session, client, fitting);
  await assignNotices(
    client,
    notices.filter(({ key }) => told.has(key)),
    batchNo,
  );
  return "SEALED";
}

/** The batch of notices that say nothing new. */
const toldAlready = "0";

/** More than a thousand would make the peer's transaction long; the limit of the peer may be lower. */
export function itemLimit({ capabilities }: SyncSession): number {
  const { level, limits } = capabilities;
  // A parcel is carried by hand: as much as the city takes goes into one.
  return level === "L0" ? limits.maxBatchItems : Math.min(1_000, limits.maxBatchItems);
}

async function itemsOf(
  session: SyncSession,
  client: PoolClient,
  notices: readonly TakenNotices[],
): Promise<ItemToSend[]> {
  const keys = notices.map(({ key }) => key);
  const live = new Map(
    (await readRecommendations(client, keys)).map((row) => [row.key, row] as const),
  );
  const shadow = await readShadow(client, { peerId: session.peerId, stream }, keys);
  return keys
    .map((key) => buildItem(key, live.get(key), shadow.get(key)))
    .filter((item) => item !== null);
}

/** Also used by the splitting of a batch, which seals the same items anew. @returns the batch's number. */
export async function writeBatch(
  session: SyncSession,
  client: PoolClient,
  items: readonly ItemToSend[],
): Promise<string> {
  const { peerId, generation, district } = session;
  const batchNo = await nextBatchNo(client, peerId, stream);
  const prevSha256 = await readLastBodyDigest(client, { peerId, stream, generation });
  const head = { district, generation, batchNo, prevSha256, sealedAt: session.now() };
  const { batchKey, body } = makeBody(head, items);
  await insertBatch(client, {
    peerId,
    stream,
    generation,
    batchNo,
    idempotencyKey: batchKey,
    body,
    bodyDigest: sha256Hex(body),
    previousDigest: prevSha256,
    items: items.map(({ record, digest }) => ({
      entityKey: recordKey(record),
      entityVersion: batchNo,
      record,
      digest,
    })),
  });
  return batchNo;
}
