/** Competitions and prizes. */
import { date, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { titleLevels } from "../../domain/vocabulary.ts";
import { creditCode, oneOf, provenance, scope, recordIndex } from "./columns.ts";

export const awards = pgTable(
  "awards",
  {
    creditCode: creditCode(),
    ...scope(),
    awardNo: text("award_no").notNull(),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    level: text("level").notNull(),
    /** Special, first, second, third, or the place reached. */
    grade: text("grade"),
    /** Place of the enterprise among the winners; null when not stated. */
    rank: integer("rank"),
    awardedOn: date("awarded_on", { mode: "string" }),
    organiser: text("organiser"),
    ...provenance(),
  },
  (t) => [
    primaryKey({ name: "awards_pk", columns: [t.creditCode, t.awardNo] }),
    oneOf("awards_kind_check", t.kind, [
      "SCIENCE_PRIZE",
      "COMPETITION",
      "QUALITY_PRIZE",
      "DESIGN_PRIZE",
      "OTHER",
    ]),
    oneOf("awards_level_check", t.level, titleLevels),
    recordIndex("awards", t),
  ],
);
