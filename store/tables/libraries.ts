/** Membership of the six cultivation libraries with its history, and the innovation bases. */
import { sql } from "drizzle-orm";
import {
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";

import { libraryKinds, titleLevels } from "../../domain/vocabulary.ts";
import {
  creditCode,
  instant,
  oneOf,
  provenance,
  scope,
  scopeIndexes,
  recordIndex,
} from "./columns.ts";

export const libraryMemberships = pgTable(
  "library_memberships",
  {
    creditCode: creditCode(),
    ...scope(),
    libraryKind: text("library_kind").notNull(),
    enteredOn: date("entered_on", { mode: "string" }).notNull(),
    /** Null while the enterprise is a member. */
    exitedOn: date("exited_on", { mode: "string" }),
    entryReason: text("entry_reason").notNull(),
    exitReason: text("exit_reason"),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({
      name: "library_memberships_pk",
      columns: [t.creditCode, t.libraryKind, t.enteredOn],
    }),
    oneOf("library_memberships_kind_check", t.libraryKind, libraryKinds),
    index("library_memberships_kind_idx")
      .on(t.libraryKind, t.townCode, t.creditCode)
      .where(sql`exited_on is null`),
    ...scopeIndexes("library_memberships", t),
  ],
);

/** Innovation and entrepreneurship bases; each is run by one enterprise of the district. */
export const bases = pgTable(
  "bases",
  {
    creditCode: creditCode(),
    ...scope(),
    baseNo: text("base_no").notNull(),
    name: text("name").notNull(),
    level: text("level").notNull(),
    kind: text("kind").notNull(),
    recognisedOn: date("recognised_on", { mode: "string" }),
    validTo: date("valid_to", { mode: "string" }),
    residents: integer("residents"),
    details: jsonb("details"),
    ...provenance(),
    // Bases that stood here before they came as records are the district's own list.
    sourceId: text("source_id").notNull().default("district"),
    recordKey: text("record_key").notNull().default(""),
    linkMethod: text("link_method").notNull().default("CREDIT_CODE"),
    linkConfidence: numeric("link_confidence").notNull().default("1"),
  },
  (t) => [
    primaryKey({ name: "bases_pk", columns: [t.creditCode, t.baseNo] }),
    oneOf("bases_level_check", t.level, titleLevels),
    ...scopeIndexes("bases", t),
    recordIndex("bases", t),
  ],
);
