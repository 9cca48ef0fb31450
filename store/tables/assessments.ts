/** Criteria packs in force and what they said of each enterprise; superseded assessments are kept. */
import { sql } from "drizzle-orm";
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
    issuer: text("issuer").notNull().default(""),
    /** How surely the text is known: text_seen, secondary, recalled, interpretation, unseen. */
    confidence: text("confidence").notNull().default("unseen"),
    /** Days on which renewals fall under it; `effective_*` are those of new applications. */
    renewalFrom: date("renewal_from", { mode: "string" }),
    renewalTo: date("renewal_to", { mode: "string" }),
    /** Null for the version that is judged by. */
    supersededAt: instant("superseded_at"),
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
    category: jsonb("category"),
    /** Least and greatest points of items that are not settled. */
    ranges: jsonb("ranges"),
    failed: jsonb("failed"),
    unknown: jsonb("unknown"),
    excludedBy: jsonb("excluded_by"),
    directPass: jsonb("direct_pass"),
    /** Missing inputs that count as met because an office checks them on receipt. */
    presumed: jsonb("presumed"),
    /** What is wrong with the facts: other currencies, years that have not ended, figures that cannot be. */
    flags: jsonb("flags"),
    /** Only for the size standard. */
    sizeClass: text("size_class"),
    waysToPass: jsonb("ways_to_pass"),
    inputs: jsonb("inputs"),
    inputsDigest: text("inputs_digest").notNull(),
    assessedAt: instant("assessed_at").notNull().defaultNow(),
    /** Null for the assessment in force; history keeps the moment another took its place. */
    supersededAt: instant("superseded_at"),
    /** Day from which another assessment holds; it was in force on days from `as_of` and before this one. */
    supersededOn: date("superseded_on", { mode: "string" }),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    primaryKey({
      name: "assessments_pk",
      columns: [t.creditCode, t.packId, t.packVersion, t.asOf, t.revision],
    }),
    oneOf("assessments_verdict_check", t.verdict, verdicts),
    index("assessments_pack_idx").on(t.packId, t.verdict, t.townCode, t.creditCode),
    // Those whose ways are yet to be looked for: without it every look reads all assessments of a full store, 4 s of it.
    index("assessments_pending_ways_idx")
      .on(t.packId, t.progress)
      .where(sql`superseded_at is null and ways_to_pass is null and verdict <> 'TRUE'`),
    ...scopeIndexes("assessments", t),
  ],
);
