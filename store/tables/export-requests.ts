/** Exports of many rows that wait for a second person, or were decided by one. */
import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { exportDecisions } from "../../domain/access/second-person.ts";
import { tiers } from "../../domain/vocabulary.ts";
import { instant, oneOf } from "./columns.ts";

export const exportRequests = pgTable(
  "export_requests",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    subject: text("subject").notNull(),
    tier: text("tier").notNull(),
    areaCodes: text("area_codes").array().notNull(),
    /** What is asked, whole: the second person reads it. */
    document: text("document").notNull(),
    documentHash: text("document_hash").notNull(),
    /** JSON with sorted names, without the cursor. */
    variables: text("variables").notNull(),
    rows: integer("rows").notNull(),
    reason: text("reason").notNull(),
    requestedAt: instant("requested_at").notNull().defaultNow(),
    /** Null while open. */
    decision: text("decision"),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    index("export_requests_subject_idx").on(t.subject, t.requestedAt),
    oneOf("export_requests_tier_check", t.tier, tiers),
    oneOf("export_requests_decision_check", t.decision, exportDecisions),
    check(
      "export_requests_two_persons_check",
      sql`decision is distinct from 'CONFIRMED' or decided_by <> subject`,
    ),
  ],
);
