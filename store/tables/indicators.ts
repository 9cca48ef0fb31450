/** The catalogue of indicators, filled from data/indicators; the graph describes each value by it. Values are computed when asked for. */
import { pgTable, text } from "drizzle-orm/pg-core";

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
