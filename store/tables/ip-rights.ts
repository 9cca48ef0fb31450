/** Intellectual property, one right a row: what counts as class I differs by rule set, so nothing is pre-counted. */
import { boolean, date, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { ipAcquisitions, ipKinds, ipStatuses } from "../../domain/vocabulary.ts";
import { creditCode, oneOf, provenance, scope, recordIndex } from "./columns.ts";

export const ipRights = pgTable(
  "ip_rights",
  {
    creditCode: creditCode(),
    ...scope(),
    /** Registration or application number, the key of the right. */
    rightNo: text("right_no").notNull(),
    kind: text("kind").notNull(),
    title: text("title"),
    status: text("status").notNull(),
    acquisition: text("acquisition").notNull(),
    rightHolders: text("right_holders").array(),
    appliedOn: date("applied_on", { mode: "string" }),
    grantedOn: date("granted_on", { mode: "string" }),
    expiresOn: date("expires_on", { mode: "string" }),
    transferredOn: date("transferred_on", { mode: "string" }),
    /** High-value invention as the patent office counts it; null when not stated. */
    highValue: boolean("high_value"),
    /** Bears on the main product; null when not stated. */
    mainProduct: boolean("main_product"),
    ...provenance(),
  },
  (t) => [
    // Carries what a portrait shows (INCLUDE, migration covering_rights).
    primaryKey({ name: "ip_rights_pk", columns: [t.creditCode, t.rightNo] }),
    oneOf("ip_rights_kind_check", t.kind, ipKinds),
    oneOf("ip_rights_status_check", t.status, ipStatuses),
    oneOf("ip_rights_acquisition_check", t.acquisition, ipAcquisitions),
    recordIndex("ip_rights", t),
  ],
);
