/** Policies, technology, finance and services that can be matched to enterprises, and the demands enterprises raise. */
import { date, index, jsonb, numeric, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { creditCode, instant, oneOf, scope, scopeIndexes } from "./columns.ts";

export const resources = pgTable(
  "resources",
  {
    id: text("id").primaryKey(),
    kind: text("kind").notNull(),
    nameZh: text("name_zh").notNull(),
    nameEn: text("name_en"),
    provider: text("provider"),
    summary: text("summary"),
    conditions: jsonb("conditions"),
    validFrom: date("valid_from", { mode: "string" }),
    validTo: date("valid_to", { mode: "string" }),
  },
  (t) => [oneOf("resources_kind_check", t.kind, ["POLICY", "TECHNOLOGY", "FINANCE", "SERVICE"])],
);

export const resourceMatches = pgTable(
  "resource_matches",
  {
    creditCode: creditCode(),
    ...scope(),
    resourceId: text("resource_id").notNull(),
    /** 0 to 1. */
    fit: numeric("fit").notNull(),
    reason: text("reason").notNull(),
    matchedAt: instant("matched_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "resource_matches_pk", columns: [t.creditCode, t.resourceId] }),
    ...scopeIndexes("resource_matches", t),
  ],
);

export const demands = pgTable(
  "demands",
  {
    creditCode: creditCode(),
    ...scope(),
    id: uuid("id").notNull().defaultRandom(),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    detail: text("detail"),
    state: text("state").notNull(),
    raisedOn: date("raised_on", { mode: "string" }).notNull(),
    answeredOn: date("answered_on", { mode: "string" }),
    answer: text("answer"),
  },
  (t) => [
    primaryKey({ name: "demands_pk", columns: [t.creditCode, t.id] }),
    oneOf("demands_kind_check", t.kind, [
      "FINANCE",
      "TALENT",
      "TECHNOLOGY",
      "MARKET",
      "LAND",
      "POLICY",
      "OTHER",
    ]),
    oneOf("demands_state_check", t.state, ["OPEN", "IN_PROGRESS", "ANSWERED", "CLOSED"]),
    index("demands_state_idx").on(t.state, t.raisedOn),
    ...scopeIndexes("demands", t),
  ],
);
