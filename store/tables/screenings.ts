/** Screenings in versions with approvals, and which enterprise each has matched. */
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

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
  },
  (t) => [
    oneOf("screenings_state_check", t.state, [
      "DRAFT",
      "PENDING_APPROVAL",
      "ACTIVE",
      "PAUSED",
      "SUPERSEDED",
    ]),
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
  },
  (t) => [
    primaryKey({ name: "matches_pk", columns: [t.creditCode, t.screeningId, t.occurrence] }),
    index("matches_screening_idx").on(t.screeningId, t.creditCode),
    ...scopeIndexes("matches", t),
  ],
);
