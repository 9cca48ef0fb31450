/**
 * The enterprise itself, its names over time, and codes it was known by.
 *
 * Invariant: a credit code is never updated; a corrected code is a new row and an alias (scale.md). `score`,
 * `library_kinds` and `title_kinds` are read-model columns kept by the writers of portraits, memberships and titles in
 * the same transaction, because sorting a town's worklist across a join costs ten times the keyset on this table.
 */
import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";

import { enterpriseKinds, enterpriseStatuses, sizeClasses } from "../../domain/vocabulary.ts";
import { creditCode, instant, oneOf, provenance, scope } from "./columns.ts";

export const enterprises = pgTable(
  "enterprises",
  {
    creditCode: text("credit_code").primaryKey(),
    ...scope(),
    name: text("name").notNull(),
    /** Pairs of neighbouring characters of the name, by which a text inside it is found (migration name_search). */
    nameGrams: text("name_grams")
      .array()
      .notNull()
      .generatedAlwaysAs(sql`name_grams(name)`),
    kind: text("kind").notNull(),
    legalForm: text("legal_form"),
    /** GB/T 4754 code, letter first (C3562); null when the registry gives none. */
    industryCode: text("industry_code"),
    industryName: text("industry_name"),
    establishedOn: date("established_on", { mode: "string" }),
    /** In units of `capital_currency`, not in ten thousands; null when not stated. */
    capitalAmount: numeric("capital_amount"),
    capitalCurrency: text("capital_currency"),
    status: text("status").notNull(),
    businessScope: text("business_scope"),
    address: text("address"),
    /** How the town was found: TOWN_NAME, FORMER_NAME, ROAD, VILLAGE, OFFICER; null when it is not known. */
    townMethod: text("town_method"),
    townConfidence: numeric("town_confidence"),
    sizeClass: text("size_class"),
    legalRepresentative: text("legal_representative"),
    contactName: text("contact_name"),
    contactPhone: text("contact_phone"),
    contactEmail: text("contact_email"),
    website: text("website"),
    isDemo: boolean("is_demo").notNull().default(false),
    inLibrary: boolean("in_library").notNull().default(false),
    libraryKinds: text("library_kinds").array().notNull().default([]),
    titleKinds: text("title_kinds").array().notNull().default([]),
    /** 0 to 100; null until the enterprise has been scored. */
    score: numeric("score"),
    /**
     * What lists sort by: never null, and a type whose comparison PostgreSQL trusts below a row policy. `numeric_lt` is
     * not leakproof, so a keyset over `score` itself cannot be an index range for a town.
     */
    scoreOrder: doublePrecision("score_order")
      .notNull()
      .generatedAlwaysAs(sql`coalesce(score, -1)::double precision`),
    establishedOrder: date("established_order", { mode: "string" })
      .notNull()
      .generatedAlwaysAs(sql`coalesce(established_on, '0001-01-01'::date)`),
    version: integer("version").notNull().default(1),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    ...provenance(),
    /** SHA-256 of the canonical record: the same file twice changes nothing. */
    contentDigest: text("content_digest").notNull(),
    details: jsonb("details"),
  },
  (t) => [
    oneOf("enterprises_kind_check", t.kind, enterpriseKinds),
    oneOf("enterprises_status_check", t.status, enterpriseStatuses),
    oneOf("enterprises_size_check", t.sizeClass, sizeClasses),
    index("enterprises_name_idx").on(t.name, t.creditCode),
    index("enterprises_name_grams_idx").using("gin", t.nameGrams),
    index("enterprises_town_name_idx").on(t.townCode, t.name, t.creditCode),
    index("enterprises_zone_name_idx").on(t.zoneCode, t.name, t.creditCode),
    index("enterprises_score_idx").on(t.scoreOrder, t.creditCode),
    index("enterprises_town_score_idx").on(t.townCode, t.scoreOrder, t.creditCode),
    index("enterprises_zone_score_idx").on(t.zoneCode, t.scoreOrder, t.creditCode),
    index("enterprises_established_idx").on(t.establishedOrder, t.creditCode),
    index("enterprises_town_established_idx").on(t.townCode, t.establishedOrder, t.creditCode),
    // One enterprise of a caller's areas (gateway/compile/key-conditions.ts). Partial, so that a zone's caller cannot be
    // sent through the towns' index.
    index("enterprises_town_key_idx")
      .on(t.townCode, sql`${t.creditCode} collate "C"`)
      .where(sql`town_code is not null`),
    index("enterprises_zone_key_idx")
      .on(t.zoneCode, sql`${t.creditCode} collate "C"`)
      .where(sql`zone_code is not null`),
    index("enterprises_library_idx")
      .on(t.creditCode)
      .where(sql`in_library`),
    // The worklist of a library: one in 25 enterprises is in one, so the whole score index is a long way to a full page.
    // They carry what a list shows (INCLUDE, migration covering_lists), which Drizzle has no words for.
    ...(
      [
        ["enterprises_town_library_score_idx", [t.townCode, t.scoreOrder, t.creditCode]],
        ["enterprises_zone_library_score_idx", [t.zoneCode, t.scoreOrder, t.creditCode]],
        ["enterprises_library_score_idx", [t.scoreOrder, t.creditCode]],
      ] as const
    ).map(([name, [first, ...more]]) =>
      index(name)
        .on(first, ...more)
        .where(sql`in_library`),
    ),
    index("enterprises_library_kinds_idx").using("gin", t.libraryKinds),
    index("enterprises_title_kinds_idx").using("gin", t.titleKinds),
    index("enterprises_townless_idx")
      .on(t.creditCode)
      .where(sql`town_code is null`),
  ],
);

export const enterpriseNames = pgTable(
  "enterprise_names",
  {
    creditCode: creditCode(),
    ...scope(),
    name: text("name").notNull(),
    /** Normalised for comparison: width, brackets and spaces folded. */
    normalName: text("normal_name").notNull(),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    /** Null for the present name. */
    validTo: date("valid_to", { mode: "string" }),
    sourceId: text("source_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "enterprise_names_pk", columns: [t.creditCode, t.normalName, t.validFrom] }),
    index("enterprise_names_normal_idx").on(t.normalName),
  ],
);

export const enterpriseAliases = pgTable(
  "enterprise_aliases",
  {
    creditCode: creditCode(),
    ...scope(),
    kind: text("kind").notNull(),
    alias: text("alias").notNull(),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "enterprise_aliases_pk", columns: [t.creditCode, t.kind, t.alias] }),
    oneOf("enterprise_aliases_kind_check", t.kind, [
      "CREDIT_CODE",
      "TAX_NUMBER",
      "ORGANISATION_CODE",
      "REGISTRATION_NUMBER",
    ]),
    index("enterprise_aliases_alias_idx").on(t.alias),
  ],
);
