/** Management-system and product certificates. */
import { date, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { creditCode, provenance, scope, recordIndex } from "./columns.ts";

export const qualityCertificates = pgTable(
  "quality_certificates",
  {
    creditCode: creditCode(),
    ...scope(),
    certificateNo: text("certificate_no").notNull(),
    kind: text("kind").notNull(),
    name: text("name"),
    issuer: text("issuer"),
    validFrom: date("valid_from", { mode: "string" }),
    validTo: date("valid_to", { mode: "string" }),
    ...provenance(),
  },
  (t) => [
    primaryKey({ name: "quality_certificates_pk", columns: [t.creditCode, t.certificateNo] }),
    recordIndex("quality_certificates", t),
  ],
);
