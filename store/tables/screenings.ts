/** Screenings in versions with approvals, and which enterprise each has matched. */
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";

import { alertLevels, screeningStates } from "../../domain/vocabulary.ts";
import { creditCode, instant, oneOf, scope, scopeIndexes } from "./columns.ts";

export const screenings = pgTable(
  "screenings",
  {
    id: text("id").primaryKey(),
    nameZh: text("name_zh").notNull(),
    nameEn: text("name_en"),
    state: text("state").notNull(),
    activeVersion: integer("active_version"),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** True for the screenings that ship with a criteria pack. */
    isBase: boolean("is_base").notNull().default(false),
    /** How pressing its alerts are. */
    level: text("level").notNull().default("MEDIUM"),
    /** Days a specialist has from the alert to its end. */
    dueDays: integer("due_days").notNull().default(10),
    /** A match again within so many days after an alert joins that alert instead of raising another. */
    mergeDays: integer("merge_days").notNull().default(30),
    /** Version by which everybody was asked last; upkeep asks all again when another is in force. */
    matchedVersion: integer("matched_version"),
    /** Counts up with every change of the row. */
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    oneOf("screenings_level_check", t.level, alertLevels),
    oneOf("screenings_state_check", t.state, screeningStates),
  ],
);

export const screeningVersions = pgTable(
  "screening_versions",
  {
    screeningId: text("screening_id").notNull(),
    version: integer("version").notNull(),
    conditions: jsonb("conditions").notNull(),
    sentence: text("sentence").notNull(),
    sourceText: text("source_text"),
    citations: jsonb("citations"),
    dryRun: jsonb("dry_run"),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** Another officer than `created_by`; null until approved. */
    approvedBy: text("approved_by"),
    approvedAt: instant("approved_at"),
  },
  (t) => [primaryKey({ name: "screening_versions_pk", columns: [t.screeningId, t.version] })],
);

/** Each step in the life of a screening, with who took it and why. */
export const screeningEvents = pgTable(
  "screening_events",
  {
    screeningId: text("screening_id").notNull(),
    sequence: integer("sequence").notNull(),
    action: text("action").notNull(),
    /** Null for the first. */
    fromState: text("from_state"),
    toState: text("to_state").notNull(),
    version: integer("version").notNull(),
    actor: text("actor").notNull(),
    reason: text("reason"),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: "screening_events_pk", columns: [t.screeningId, t.sequence] })],
);

export const matches = pgTable(
  "matches",
  {
    creditCode: creditCode(),
    ...scope(),
    screeningId: text("screening_id").notNull(),
    /** 1 for the first time it matched, 2 after it had left and matched again. */
    occurrence: integer("occurrence").notNull(),
    version: integer("version").notNull(),
    matchedAt: instant("matched_at").notNull().defaultNow(),
    leftAt: instant("left_at"),
    figures: jsonb("figures").notNull(),
    /** The one alert in which this match is visible: its own, or the earlier one it was merged into. */
    alertId: uuid("alert_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "matches_pk", columns: [t.creditCode, t.screeningId, t.occurrence] }),
    index("matches_screening_idx").on(t.screeningId, t.creditCode),
    ...scopeIndexes("matches", t),
  ],
);
