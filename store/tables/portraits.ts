/** The read model of one enterprise: score with its parts, labels, trend, completeness, counts. Rebuilt from facts. */
import { sql } from "drizzle-orm";
import { integer, json, jsonb, numeric, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { creditCode, instant, scope, scopeIndexes } from "./columns.ts";

export const portraits = pgTable(
  "portraits",
  {
    /** The key's index carries what a list shows (INCLUDE, migration covering_lists). */
    creditCode: text("credit_code").primaryKey(),
    ...scope(),
    /** 0 to 100; null while too little is known to score. */
    score: numeric("score"),
    scoreVersion: text("score_version").notNull(),
    scoreParts: jsonb("score_parts").notNull(),
    /** The parts as a reader gets them, without their values, which are dearer than the score; written once, not at each read. */
    scorePartsText: json("score_parts_text")
      .notNull()
      .generatedAlwaysAs(sql`compact_json(public.without_values(score_parts))`),
    /** One sentence in Chinese that the parts add up to. */
    explanation: text("explanation").notNull(),
    labels: text("labels").array().notNull(),
    trend: text("trend").notNull(),
    /** Share of the applicable labels that could be decided, 0 to 1. */
    labelCompletion: numeric("label_completion").notNull(),
    /** Share of the expected facts that are present, 0 to 1. */
    completeness: numeric("completeness").notNull(),
    ipRightCount: integer("ip_right_count").notNull(),
    titleCount: integer("title_count").notNull(),
    latestYear: integer("latest_year"),
    latestRevenue: numeric("latest_revenue"),
    computedAt: instant("computed_at").notNull().defaultNow(),
  },
  (t) => [...scopeIndexes("portraits", t)],
);

export const enterpriseLabels = pgTable(
  "enterprise_labels",
  {
    creditCode: creditCode(),
    ...scope(),
    label: text("label").notNull(),
    category: text("category").notNull(),
    reason: text("reason").notNull(),
    evidence: jsonb("evidence"),
    ruleVersion: text("rule_version").notNull(),
    computedAt: instant("computed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "enterprise_labels_pk", columns: [t.creditCode, t.label] }),
    ...scopeIndexes("enterprise_labels", t),
  ],
);
