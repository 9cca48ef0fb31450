/** Indicator values as of a date, three-valued: a row without a value says why it is unknown. */
import {
  boolean,
  date,
  index,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";

import { creditCode, instant, scope, scopeIndexes } from "./columns.ts";

/** The catalogue, filled from data/indicators; the graph describes each value by it. */
export const indicators = pgTable("indicators", {
  id: text("id").primaryKey(),
  nameZh: text("name_zh").notNull(),
  nameEn: text("name_en").notNull(),
  unit: text("unit"),
  period: text("period"),
  valueType: text("value_type").notNull(),
  formula: text("formula").notNull(),
  source: text("source").notNull(),
});

export const indicatorValues = pgTable(
  "indicator_values",
  {
    creditCode: creditCode(),
    ...scope(),
    indicatorId: text("indicator_id").notNull(),
    asOf: date("as_of", { mode: "string" }).notNull(),
    /** Exact; null when unknown or when the indicator is not a number. */
    numberValue: numeric("number_value"),
    textValue: text("text_value"),
    booleanValue: boolean("boolean_value"),
    /** Why there is no value; null when there is one. */
    unknownReason: text("unknown_reason"),
    /** The facts it was computed from: table and key of each. */
    evidence: jsonb("evidence"),
    computedAt: instant("computed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "indicator_values_pk", columns: [t.creditCode, t.indicatorId, t.asOf] }),
    index("indicator_values_indicator_idx").on(t.indicatorId, t.asOf, t.numberValue),
    ...scopeIndexes("indicator_values", t),
  ],
);
