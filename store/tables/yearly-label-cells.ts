/**
 * What the label completion of a year was made of: portraits and the sum of their shares, for each place as it was then.
 * Portraits are of today alone, so a year that is over is counted from here; its rows are never written again.
 */
import { sql } from "drizzle-orm";
import { integer, numeric, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";

export const yearlyLabelCells = pgTable(
  "yearly_label_cells",
  {
    year: integer("year").notNull(),
    /** Null for enterprises whose town is not known. */
    town: text("town"),
    zone: text("zone"),
    portraits: integer("portraits").notNull(),
    /** Sum of the shares of decided labels. */
    completion: numeric("completion").notNull(),
  },
  (t) => [
    uniqueIndex("yearly_label_cells_idx").on(
      t.year,
      sql`coalesce(${t.town}, '')`,
      sql`coalesce(${t.zone}, '')`,
    ),
  ],
);
