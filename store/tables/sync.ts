/** The exchange with the city platform: all its state is in these tables, the process holds none (sync/SPEC.md). */
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  smallint,
  unique,
  uuid,
} from "drizzle-orm/pg-core";

import { syncDirections } from "../../domain/vocabulary.ts";
import { instant, oneOf } from "./columns.ts";

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

export const syncPeers = pgTable("sync_peers", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  level: text("level").notNull(),
  capabilities: jsonb("capabilities"),
  /** Rises when either side is restored from a backup; part of every idempotency key. */
  generation: integer("generation").notNull().default(1),
  breakerState: text("breaker_state").notNull().default("CLOSED"),
  breakerUntil: instant("breaker_until"),
  seenAt: instant("seen_at"),
  /** Digest of the run closed last, and how many are closed: a ledger whose tail was cut off does not end here. */
  ledgerHead: text("ledger_head"),
  ledgerLength: integer("ledger_length").notNull().default(0),
});

export const syncStreams = pgTable(
  "sync_streams",
  {
    peerId: text("peer_id").notNull(),
    stream: text("stream").notNull(),
    direction: text("direction").notNull(),
    lastBatch: bigint("last_batch", { mode: "bigint" })
      .notNull()
      .default(sql`0`),
    /** Opaque token of the peer, moved in the transaction that lands the page. */
    cursor: text("cursor"),
    completedAt: instant("completed_at"),
    /** Most records in a batch while the peer asks for patience; null when only its limits bind. */
    batchItems: integer("batch_items"),
    /** Batches taken without complaint since that was last changed. */
    cleanBatches: integer("clean_batches").notNull().default(0),
    /** Changes that no trigger had told of and a sweep found, ever: it rises, and a rise is an alarm. */
    uncaptured: bigint("uncaptured", { mode: "bigint" })
      .notNull()
      .default(sql`0`),
    sweptAt: instant("swept_at"),
  },
  (t) => [
    primaryKey({ name: "sync_streams_pk", columns: [t.peerId, t.stream] }),
    oneOf("sync_streams_direction_check", t.direction, syncDirections),
  ],
);

/** Dirty keys, written by trigger in the transaction of the change; sealed into batches, never read by cursor. */
export const syncOutbox = pgTable(
  "sync_outbox",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    stream: text("stream").notNull(),
    entityKey: text("entity_key").notNull(),
    operation: text("operation").notNull(),
    origin: text("origin").notNull(),
    at: instant("at")
      .notNull()
      .default(sql`clock_timestamp()`),
    batchNo: bigint("batch_no", { mode: "bigint" }),
  },
  (t) => [
    index("sync_outbox_unsealed_idx")
      .on(t.stream, t.id)
      .where(sql`batch_no is null`),
    // The sweep asks per entity whether anything is on its way: without this it is quadratic after a bulk change.
    index("sync_outbox_entity_idx")
      .on(t.stream, t.entityKey)
      .where(sql`batch_no is null`),
  ],
);

export const syncBatches = pgTable(
  "sync_batches",
  {
    peerId: text("peer_id").notNull(),
    stream: text("stream").notNull(),
    generation: integer("generation").notNull(),
    batchNo: bigint("batch_no", { mode: "bigint" }).notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    /** Immutable once sealed: a retry sends the same bytes. */
    body: bytes("body").notNull(),
    bodyDigest: text("body_digest").notNull(),
    previousDigest: text("previous_digest"),
    state: text("state").notNull(),
    attempts: integer("attempts").notNull().default(0),
    sealedAt: instant("sealed_at").notNull().defaultNow(),
    nextAttemptAt: instant("next_attempt_at"),
    finishedAt: instant("finished_at"),
    lastError: text("last_error"),
  },
  (t) => [
    primaryKey({ name: "sync_batches_pk", columns: [t.peerId, t.stream, t.generation, t.batchNo] }),
    unique("sync_batches_key").on(t.idempotencyKey),
    oneOf("sync_batches_state_check", t.state, [
      "SEALED",
      "SENDING",
      "IN_DOUBT",
      "ACKED",
      "PARTIALLY_ACKED",
      "PARKED",
    ]),
  ],
);

export const syncBatchItems = pgTable(
  "sync_batch_items",
  {
    peerId: text("peer_id").notNull(),
    stream: text("stream").notNull(),
    generation: integer("generation").notNull(),
    batchNo: bigint("batch_no", { mode: "bigint" }).notNull(),
    entityKey: text("entity_key").notNull(),
    entityVersion: bigint("entity_version", { mode: "bigint" }).notNull(),
    record: jsonb("record"),
    digest: text("digest").notNull(),
    /** applied, unchanged, rejected, deferred; null until known. */
    outcome: text("outcome"),
    outcomeCode: text("outcome_code"),
    outcomeMessage: text("outcome_message"),
  },
  (t) => [
    primaryKey({
      name: "sync_batch_items_pk",
      columns: [t.peerId, t.stream, t.generation, t.batchNo, t.entityKey],
    }),
    index("sync_batch_items_entity_idx").on(t.stream, t.entityKey),
  ],
);

/** What the peer is known to hold, per record and owner: the base of a three-way merge. */
export const syncShadow = pgTable(
  "sync_shadow",
  {
    peerId: text("peer_id").notNull(),
    stream: text("stream").notNull(),
    entityKey: text("entity_key").notNull(),
    owner: text("owner").notNull(),
    record: jsonb("record"),
    digest: text("digest").notNull(),
    version: bigint("version", { mode: "bigint" }).notNull(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    /** Leaf of the digest tree that the key belongs to, 0 to 4095. */
    bucket: smallint("bucket").generatedAlwaysAs(sql`sync_bucket(entity_key)`),
  },
  (t) => [
    primaryKey({ name: "sync_shadow_pk", columns: [t.peerId, t.stream, t.entityKey, t.owner] }),
    // The tree in its own order: read from here it needs neither a hash of each key nor a sort (770 ms against 150).
    index("sync_shadow_tree_idx").on(
      t.peerId,
      t.stream,
      t.bucket,
      sql`${t.entityKey} collate "C"`,
      t.digest,
    ),
  ],
);

/** Bytes as they came, landed before anything is made of them. */
export const syncInboundRaw = pgTable(
  "sync_inbound_raw",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    peerId: text("peer_id").notNull(),
    stream: text("stream").notNull(),
    runId: uuid("run_id").notNull(),
    page: integer("page").notNull(),
    body: bytes("body").notNull(),
    digest: text("digest").notNull(),
    headers: jsonb("headers"),
    fetchedAt: instant("fetched_at").notNull().defaultNow(),
  },
  (t) => [unique("sync_inbound_raw_page").on(t.runId, t.stream, t.page)],
);

export const syncInboundItems = pgTable(
  "sync_inbound_items",
  {
    runId: uuid("run_id").notNull(),
    stream: text("stream").notNull(),
    entityKey: text("entity_key").notNull(),
    record: jsonb("record").notNull(),
    digest: text("digest").notNull(),
    outcome: text("outcome"),
    reason: text("reason"),
  },
  (t) => [primaryKey({ name: "sync_inbound_items_pk", columns: [t.runId, t.stream, t.entityKey] })],
);

export const syncTombstones = pgTable(
  "sync_tombstones",
  {
    peerId: text("peer_id").notNull(),
    stream: text("stream").notNull(),
    entityKey: text("entity_key").notNull(),
    record: jsonb("record"),
    removedAt: instant("removed_at").notNull().defaultNow(),
    reason: text("reason").notNull(),
  },
  (t) => [primaryKey({ name: "sync_tombstones_pk", columns: [t.peerId, t.stream, t.entityKey] })],
);

export const syncRuns = pgTable(
  "sync_runs",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    peerId: text("peer_id").notNull(),
    direction: text("direction").notNull(),
    stream: text("stream").notNull(),
    state: text("state").notNull(),
    startedAt: instant("started_at").notNull().defaultNow(),
    finishedAt: instant("finished_at"),
    read: integer("read").notNull().default(0),
    applied: integer("applied").notNull().default(0),
    unchanged: integer("unchanged").notNull().default(0),
    rejected: integer("rejected").notNull().default(0),
    quarantined: integer("quarantined").notNull().default(0),
    /** Taken by the city for later; the final outcome is read back by a later run. */
    deferred: integer("deferred").notNull().default(0),
    failure: text("failure"),
    /** Hash chain over the ledger: this row's digest covers the one before it. */
    previousDigest: text("previous_digest"),
    digest: text("digest"),
    details: jsonb("details"),
  },
  (t) => [
    oneOf("sync_runs_direction_check", t.direction, syncDirections),
    oneOf("sync_runs_state_check", t.state, ["RUNNING", "DONE", "INCOMPLETE", "HELD", "FAILED"]),
    // Every record that was read has exactly one fate: counts that do not add up cannot be written.
    check(
      "sync_runs_balance_check",
      sql`${t.state} = 'RUNNING' or ${t.read} = ${t.applied} + ${t.unchanged} + ${t.rejected} + ${t.quarantined} + ${t.deferred}`,
    ),
    index("sync_runs_started_idx").on(t.startedAt.desc(), t.id),
  ],
);

export const syncConflicts = pgTable(
  "sync_conflicts",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    peerId: text("peer_id").notNull(),
    stream: text("stream").notNull(),
    entityKey: text("entity_key").notNull(),
    field: text("field"),
    kind: text("kind").notNull(),
    baseValue: jsonb("base_value"),
    ourValue: jsonb("our_value"),
    theirValue: jsonb("their_value"),
    state: text("state").notNull(),
    openedAt: instant("opened_at").notNull().defaultNow(),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by"),
    decision: text("decision"),
    reason: text("reason"),
    /** What the officer who decided wrote about it. */
    note: text("note"),
  },
  (t) => [
    oneOf("sync_conflicts_state_check", t.state, ["OPEN", "DECIDED"]),
    // History of one entity, and the page that an officer reads.
    index("sync_conflicts_entity_idx").on(t.stream, t.entityKey, t.openedAt),
    index("sync_conflicts_opened_idx").on(t.openedAt.desc(), t.id),
    index("sync_conflicts_open_idx")
      .on(t.stream, t.entityKey)
      .where(sql`state = 'OPEN'`),
  ],
);

/** Where what the city sends is no longer of the form that was agreed: a state, until a whole list is of that form again. */
export const syncDrifts = pgTable(
  "sync_drifts",
  {
    peerId: text("peer_id").notNull(),
    stream: text("stream").notNull(),
    kind: text("kind").notNull(),
    /** The member of a record that it is about. */
    field: text("field").notNull(),
    /** What was said, and how often in the newest list. */
    example: text("example").notNull(),
    records: integer("records").notNull(),
    state: text("state").notNull(),
    firstSeenAt: instant("first_seen_at").notNull().defaultNow(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "sync_drifts_pk", columns: [t.peerId, t.stream, t.kind, t.field] }),
    oneOf("sync_drifts_state_check", t.state, ["OPEN", "CLOSED"]),
    oneOf("sync_drifts_kind_check", t.kind, [
      "NEW_MEMBER",
      "MISSING_MEMBER",
      "NEW_VALUE",
      "OTHER_TYPE",
    ]),
  ],
);

/** Proof that both sides hold the same records at one cut, with the level at which it was obtained. */
export const agreementReceipts = pgTable("agreement_receipts", {
  id: uuid("id").primaryKey().defaultRandom(),
  peerId: text("peer_id").notNull(),
  stream: text("stream").notNull(),
  level: text("level").notNull(),
  agreed: boolean("agreed").notNull(),
  ourRoot: text("our_root").notNull(),
  theirRoot: text("their_root"),
  recordCount: integer("record_count").notNull(),
  differences: jsonb("differences"),
  ourSignature: text("our_signature"),
  theirSignature: text("their_signature"),
  roundTrips: integer("round_trips").notNull(),
  bytesExchanged: bigint("bytes_exchanged", { mode: "bigint" }).notNull(),
  obtainedAt: instant("obtained_at").notNull().defaultNow(),
  /** Where the ledger stood: a ledger that was cut short with the peer's row does not reach it. Null before there was one. */
  ledgerHead: text("ledger_head"),
  ledgerLength: integer("ledger_length"),
});

/**
 * What came of a list of the city that came as a parcel (L0), as the city is told: bytes that are made once, and laid down
 * until they lie there.
 */
export const syncListReceipts = pgTable(
  "sync_list_receipts",
  {
    peerId: text("peer_id").notNull(),
    runId: uuid("run_id").notNull(),
    /** Digest of the list's manifest: these bytes and no others. */
    listDigest: text("list_digest").notNull(),
    /** The list's name as its manifest tells it. */
    list: text("list").notNull(),
    generation: integer("generation").notNull(),
    /** Of two receipts for one list the higher one holds. */
    receiptNo: integer("receipt_no").notNull(),
    /** Null when the receipt before it says the same of this list: it is not told twice. */
    body: bytes("body"),
    /** Of state, reason and what is not held: what is the same when the list is looked at again. */
    contentDigest: text("content_digest").notNull(),
    madeAt: instant("made_at").notNull().defaultNow(),
    /** When it lay whole where the city takes it; null until then. */
    laidAt: instant("laid_at"),
  },
  (t) => [
    primaryKey({ name: "sync_list_receipts_pk", columns: [t.runId, t.listDigest] }),
    index("sync_list_receipts_list_idx").on(t.peerId, t.listDigest, t.receiptNo),
    index("sync_list_receipts_owed_idx")
      .on(t.peerId, t.madeAt)
      .where(sql`body is not null and laid_at is null`),
  ],
);
