/** Criteria packs in force and what they said of each enterprise; superseded assessments are kept. */
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";

import { verdicts } from "../../domain/vocabulary.ts";
import { creditCode, instant, oneOf, scope, scopeIndexes } from "./columns.ts";

export const criteriaPacks = pgTable(
  "criteria_packs",
  {
    id: text("id").notNull(),
    version: text("version").notNull(),
    nameZh: text("name_zh").notNull(),
    nameEn: text("name_en").notNull(),
    titleKind: text("title_kind"),
    documentNo: text("document_no").notNull(),
    effectiveFrom: date("effective_from", { mode: "string" }),
    /** Null while no later version replaces it. */
    effectiveTo: date("effective_to", { mode: "string" }),
    enabled: boolean("enabled").notNull(),
    definition: jsonb("definition").notNull(),
    digest: text("digest").notNull(),
    loadedAt: instant("loaded_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: "criteria_packs_pk", columns: [t.id, t.version] })],
);

export const assessments = pgTable(
  "assessments",
  {
    creditCode: creditCode(),
    ...scope(),
    packId: text("pack_id").notNull(),
    packVersion: text("pack_version").notNull(),
    asOf: date("as_of", { mode: "string" }).notNull(),
    verdict: text("verdict").notNull(),
    total: numeric("total"),
    /** Share of the way to passing, 0 to 100 (docs/criteria). */
    progress: numeric("progress"),
    points: jsonb("points"),
    failed: jsonb("failed"),
    unknown: jsonb("unknown"),
    excludedBy: jsonb("excluded_by"),
    directPass: jsonb("direct_pass"),
    waysToPass: jsonb("ways_to_pass"),
    inputs: jsonb("inputs"),
    inputsDigest: text("inputs_digest").notNull(),
    assessedAt: instant("assessed_at").notNull().defaultNow(),
    /** Null for the assessment in force; history keeps the moment another took its place. */
    supersededAt: instant("superseded_at"),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    primaryKey({
      name: "assessments_pk",
      columns: [t.creditCode, t.packId, t.packVersion, t.asOf, t.revision],
    }),
    oneOf("assessments_verdict_check", t.verdict, verdicts),
    index("assessments_pack_idx").on(t.packId, t.verdict, t.townCode, t.creditCode),
    ...scopeIndexes("assessments", t),
  ],
);
