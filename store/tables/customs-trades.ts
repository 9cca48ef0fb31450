/** Imports and exports by year, in yuan. */
import { integer, numeric, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { creditCode, provenance, scope, recordIndex } from "./columns.ts";

export const customsTrades = pgTable(
  "customs_trades",
  {
    creditCode: creditCode(),
    ...scope(),
    year: integer("year").notNull(),
    importAmount: numeric("import_amount"),
    exportAmount: numeric("export_amount"),
    declarations: integer("declarations"),
    customsGrade: text("customs_grade"),
    ...provenance(),
  },
  (t) => [
    primaryKey({ name: "customs_trades_pk", columns: [t.creditCode, t.year] }),
    recordIndex("customs_trades", t),
  ],
);
