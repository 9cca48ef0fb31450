/** What remains to be done after a change, and the rollups that answer statistics without a scan. */
import { date, index, json, numeric, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

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
  ],
);

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
