/**
 * Records on their way in: sources, runs, staged lines, quarantine, link review. These rows hold text of enterprises
 * whose town is not known yet, so no town or zone may read them: district officers only.
 */
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";

import { importStates } from "../../domain/vocabulary.ts";
import { creditCode, instant, oneOf, scope, scopeIndexes } from "./columns.ts";

export const sources = pgTable("sources", {
  id: text("id").primaryKey(),
  nameZh: text("name_zh").notNull(),
  nameEn: text("name_en").notNull(),
  department: text("department").notNull(),
  cadence: text("cadence").notNull(),
  classification: text("classification").notNull(),
  description: jsonb("description").notNull(),
  digest: text("digest").notNull(),
});

export const importRuns = pgTable(
  "import_runs",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    sourceId: text("source_id").notNull(),
    state: text("state").notNull(),
    fileName: text("file_name"),
    fileDigest: text("file_digest"),
    fileBytes: bigint("file_bytes", { mode: "bigint" }),
    encoding: text("encoding"),
    startedBy: text("started_by").notNull(),
    startedAt: instant("started_at").notNull().defaultNow(),
    finishedAt: instant("finished_at"),
    /** Bytes and lines already staged: where a run killed while staging goes on. */
    stagedBytes: bigint("staged_bytes", { mode: "bigint" })
      .notNull()
      .default(sql`0`),
    stagedLines: integer("staged_lines").notNull().default(0),
    /** Last staged line whose chunk has been merged: where a run killed while merging goes on. */
    mergedLine: integer("merged_line").notNull().default(0),
    report: jsonb("report"),
    failure: text("failure"),
    /** In which order staged facts of the run have their values; null for a run of the registry. */
    factColumns: text("fact_columns").array(),
  },
  (t) => [
    oneOf("import_runs_state_check", t.state, importStates),
    index("import_runs_source_idx").on(t.sourceId, t.id),
  ],
);

/** How far each feed of a source (API, exchange table) has been read; moved with the landing of what was read. */
export const sourceCursors = pgTable(
  "source_cursors",
  {
    sourceId: text("source_id").notNull(),
    way: text("way").notNull(),
    position: jsonb("position").notNull(),
    digest: text("digest").notNull(),
    importRunId: bigint("import_run_id", { mode: "bigint" }).notNull(),
    movedAt: instant("moved_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "source_cursors_pk", columns: [t.sourceId, t.way] }),
    oneOf("source_cursors_way_check", t.way, ["API", "TABLE"]),
  ],
);

export const stagedRecords = pgTable(
  "staged_records",
  {
    importRunId: bigint("import_run_id", { mode: "bigint" }).notNull(),
    line: integer("line").notNull(),
    /** JSON text: cells by column name, as read; nothing altered. */
    raw: text("raw").notNull(),
    /** Of a registry row: typed values after validation. */
    parsed: jsonb("parsed"),
    /** Of a record about an enterprise: what it says of it, and what it states (queries/staged-fact.ts). */
    mention: text("mention"),
    fact: text("fact"),
    notes: jsonb("notes"),
    recordKey: text("record_key"),
    creditCode: text("credit_code"),
    linkMethod: text("link_method"),
    linkConfidence: numeric("link_confidence"),
    outcome: text("outcome"),
  },
  (t) => [
    primaryKey({ name: "staged_records_pk", columns: [t.importRunId, t.line] }),
    index("staged_records_key_idx").on(t.importRunId, t.recordKey),
  ],
);

/** Enterprises whose facts a run under way has changed, a list for each merged chunk: marked to be judged again at its end. */
export const importTouched = pgTable(
  "import_touched",
  {
    importRunId: bigint("import_run_id", { mode: "bigint" }).notNull(),
    /** Last line of the chunk. */
    line: integer("line").notNull(),
    creditCodes: text("credit_codes").array().notNull(),
  },
  (t) => [primaryKey({ name: "import_touched_pk", columns: [t.importRunId, t.line] })],
);

export const quarantinedRows = pgTable(
  "quarantined_rows",
  {
    importRunId: bigint("import_run_id", { mode: "bigint" }).notNull(),
    line: integer("line").notNull(),
    sourceId: text("source_id").notNull(),
    raw: jsonb("raw").notNull(),
    /** Every reason: `[{ column, value, code, messageZh, messageEn }]`. */
    reasons: jsonb("reasons").notNull(),
    quarantinedAt: instant("quarantined_at").notNull().defaultNow(),
    resolvedAt: instant("resolved_at"),
    resolution: text("resolution"),
  },
  (t) => [
    primaryKey({ name: "quarantined_rows_pk", columns: [t.importRunId, t.line] }),
    index("quarantined_rows_open_idx")
      .on(t.sourceId, t.importRunId, t.line)
      .where(sql`resolved_at is null`),
  ],
);

export const linkReviews = pgTable(
  "link_reviews",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    importRunId: bigint("import_run_id", { mode: "bigint" }).notNull(),
    sourceId: text("source_id").notNull(),
    /** Records that look alike are decided once: the normalised name and code they share. */
    groupKey: text("group_key").notNull(),
    lines: integer("lines").array().notNull(),
    record: jsonb("record").notNull(),
    /** Top five: `[{ creditCode, name, bits, evidence }]`. */
    candidates: jsonb("candidates").notNull(),
    state: text("state").notNull(),
    openedAt: instant("opened_at").notNull().defaultNow(),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by"),
    decision: text("decision"),
    decidedCreditCode: text("decided_credit_code"),
    note: text("note"),
  },
  (t) => [
    oneOf("link_reviews_state_check", t.state, ["OPEN", "DECIDED", "UNDONE"]),
    oneOf("link_reviews_decision_check", t.decision, [
      "LINK",
      "ALIAS",
      "BRANCH_OF",
      "NOT_REGISTERED",
      "SPLIT",
    ]),
    index("link_reviews_group_idx").on(t.groupKey),
    index("link_reviews_open_idx")
      .on(t.sourceId, t.groupKey)
      .where(sql`state = 'OPEN'`),
  ],
);

/** Decisions remembered: the same record is not asked about twice. */
export const linkDecisions = pgTable("link_decisions", {
  groupKey: text("group_key").primaryKey(),
  decision: text("decision").notNull(),
  creditCode: text("credit_code"),
  reviewId: uuid("review_id"),
  decidedBy: text("decided_by").notNull(),
  decidedAt: instant("decided_at").notNull().defaultNow(),
  revokedAt: instant("revoked_at"),
});

/**
 * Why a record is tied to an enterprise, where its number alone does not say so: what was compared, with its bits. With
 * a fact's own `source_id` and `record_key` its evidence is found.
 */
export const linkEvidence = pgTable(
  "link_evidence",
  {
    creditCode: creditCode(),
    ...scope(),
    sourceId: text("source_id").notNull(),
    recordKey: text("record_key").notNull(),
    method: text("method").notNull(),
    confidence: numeric("confidence").notNull(),
    /** Chinese, a finding each. */
    evidence: text("evidence").array().notNull(),
    importRunId: bigint("import_run_id", { mode: "bigint" }).notNull(),
    linkedAt: instant("linked_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({
      name: "link_evidence_pk",
      columns: [t.creditCode, t.sourceId, t.recordKey],
    }),
    ...scopeIndexes("link_evidence", t),
  ],
);

/** Former versions of facts, for history and for undoing an import. */
export const factHistory = pgTable(
  "fact_history",
  {
    creditCode: creditCode(),
    ...scope(),
    factTable: text("fact_table").notNull(),
    factKey: text("fact_key").notNull(),
    version: integer("version").notNull(),
    /** The row before the change; null when the change created it. */
    formerRow: jsonb("former_row"),
    supersededBy: bigint("superseded_by", { mode: "bigint" }),
    supersededAt: instant("superseded_at").notNull().defaultNow(),
    wasDeleted: boolean("was_deleted").notNull().default(false),
  },
  (t) => [
    primaryKey({
      name: "fact_history_pk",
      columns: [t.creditCode, t.factTable, t.factKey, t.version],
    }),
    index("fact_history_run_idx").on(t.supersededBy),
  ],
);
