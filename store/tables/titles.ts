/**
 * Titles as the city platform registers them, what enterprises claim, how the two compare, and whom the district
 * recommends. City-owned columns of `titles` are written by sync alone (data ownership, sync/SPEC.md).
 */
import { date, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import {
  titleKinds,
  titleLevels,
  titleStatuses,
  verificationOutcomes,
} from "../../domain/vocabulary.ts";
import { creditCode, instant, oneOf, scope, scopeIndexes } from "./columns.ts";

export const titles = pgTable(
  "titles",
  {
    creditCode: creditCode(),
    ...scope(),
    kind: text("kind").notNull(),
    /** Batch as announced, such as 2024-1; part of the key, because a title is won again after it lapses. */
    batch: text("batch").notNull(),
    level: text("level").notNull(),
    validFrom: date("valid_from", { mode: "string" }),
    /** By the printed date of the announcement; null when it gives none. */
    validTo: date("valid_to", { mode: "string" }),
    status: text("status").notNull(),
    certificateNo: text("certificate_no"),
    /** Who says so: CITY for the platform, DISTRICT for the district's own grants. */
    origin: text("origin").notNull(),
    version: integer("version").notNull().default(1),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [
    // Carries what a list shows (INCLUDE, migration covering_lists).
    primaryKey({ name: "titles_pk", columns: [t.creditCode, t.kind, t.batch] }),
    oneOf("titles_kind_check", t.kind, titleKinds),
    oneOf("titles_level_check", t.level, titleLevels),
    oneOf("titles_status_check", t.status, titleStatuses),
    oneOf("titles_origin_check", t.origin, ["CITY", "DISTRICT"]),
    index("titles_kind_idx").on(t.kind, t.status, t.townCode),
    index("titles_lapsing_idx").on(t.validTo, t.creditCode),
    ...scopeIndexes("titles", t),
  ],
);

export const titleClaims = pgTable(
  "title_claims",
  {
    creditCode: creditCode(),
    ...scope(),
    kind: text("kind").notNull(),
    claimedOn: date("claimed_on", { mode: "string" }).notNull(),
    source: text("source").notNull(),
    statement: text("statement"),
  },
  (t) => [
    primaryKey({ name: "title_claims_pk", columns: [t.creditCode, t.kind] }),
    oneOf("title_claims_kind_check", t.kind, titleKinds),
    ...scopeIndexes("title_claims", t),
  ],
);

export const titleVerifications = pgTable(
  "title_verifications",
  {
    creditCode: creditCode(),
    ...scope(),
    kind: text("kind").notNull(),
    outcome: text("outcome").notNull(),
    claimed: text("claimed").notNull(),
    registered: text("registered").notNull(),
    computed: text("computed").notNull(),
    /** What is missing when the outcome is UNDECIDABLE, and the dates behind the others. */
    details: jsonb("details"),
    asOf: date("as_of", { mode: "string" }).notNull(),
  },
  (t) => [
    primaryKey({ name: "title_verifications_pk", columns: [t.creditCode, t.kind] }),
    oneOf("title_verifications_outcome_check", t.outcome, verificationOutcomes),
    index("title_verifications_outcome_idx").on(t.outcome, t.kind, t.townCode, t.creditCode),
    ...scopeIndexes("title_verifications", t),
  ],
);

/** The district's recommendation of an enterprise for a title: district-owned, pushed to the city. */
export const recommendations = pgTable(
  "recommendations",
  {
    creditCode: creditCode(),
    ...scope(),
    kind: text("kind").notNull(),
    batch: text("batch").notNull(),
    state: text("state").notNull(),
    reason: text("reason"),
    recommendedOn: date("recommended_on", { mode: "string" }).notNull(),
    /** What the city answered; null until it has. */
    cityOutcome: text("city_outcome"),
    cityReason: text("city_reason"),
    version: integer("version").notNull().default(1),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "recommendations_pk", columns: [t.creditCode, t.kind, t.batch] }),
    oneOf("recommendations_kind_check", t.kind, titleKinds),
    oneOf("recommendations_state_check", t.state, ["PROPOSED", "WITHDRAWN"]),
    ...scopeIndexes("recommendations", t),
  ],
);
