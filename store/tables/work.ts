/** What remains to be done after a change, and the rollups that answer statistics without a scan. */
import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  index,
  integer,
  json,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";

import { creditCode, instant } from "./columns.ts";

/** Enterprises whose facts changed, one row per stage that has yet to look again. */
export const dirtyKeys = pgTable(
  "dirty_keys",
  {
    creditCode: creditCode(),
    stage: text("stage").notNull(),
    reason: text("reason").notNull(),
    markedAt: instant("marked_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "dirty_keys_pk", columns: [t.creditCode, t.stage] }),
    index("dirty_keys_stage_idx").on(t.stage, t.markedAt),
    // A few fresh ones are found among 424,000 of a new day without going through them.
    index("dirty_keys_fresh_idx")
      .on(t.stage, t.markedAt)
      .where(sql`reason <> 'day'`),
  ],
);

/**
 * Enterprises to be looked at again in one list: whose facts a run of several chunks has changed, and everybody on a new day
 * (reason `day`). Spread as marks when somebody is about to look.
 */
export const dirtyLists = pgTable("dirty_lists", {
  id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
  creditCodes: text("credit_codes").array().notNull(),
  reason: text("reason").notNull(),
  markedAt: instant("marked_at").notNull().defaultNow(),
  /** Stages that are to look again; a change of facts concerns both. */
  stages: text("stages")
    .array()
    .notNull()
    .default(sql`'{INDICATORS,PORTRAITS}'`),
});

/** The day, and the rules, for which a stage has listed everybody last: so that it does so once a day, and when rules change. */
export const listedDays = pgTable("listed_days", {
  stage: text("stage").primaryKey(),
  /** In China. */
  day: date("day", { mode: "string" }).notNull(),
  /** Digest of the rules of that stage. */
  rules: text("rules").notNull(),
});

/** The statistics grid: one figure per area, measure and member (a library kind, a title kind, or ALL). */
export const areaStatistics = pgTable(
  "area_statistics",
  {
    areaCode: text("area_code").notNull(),
    measure: text("measure").notNull(),
    member: text("member").notNull(),
    value: numeric("value").notNull(),
    /** `[{"kind", "count"}, …]` of a measure by kind, for member `*` alone, whose value is 0; null for all others. */
    figures: json("figures"),
    asOf: date("as_of", { mode: "string" }).notNull(),
    computedAt: instant("computed_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: "area_statistics_pk", columns: [t.areaCode, t.measure, t.member] })],
);

/** The figures of the district's yearly report: a row per area and year. */
export const yearlyReports = pgTable(
  "yearly_reports",
  {
    areaCode: text("area_code").notNull(),
    year: integer("year").notNull(),
    inLibrary: integer("in_library").notNull(),
    newlyAdded: integer("newly_added").notNull(),
    /** Objects of kind, members, entered, left; every library, in official order. */
    libraries: jsonb("libraries").notNull(),
    bases: integer("bases").notNull(),
    /** Null for years before it was counted: what was not decided then cannot be known now. */
    labelCompletion: numeric("label_completion"),
    computedAt: instant("computed_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: "yearly_reports_pk", columns: [t.areaCode, t.year] })],
);
