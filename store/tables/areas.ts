/** City, district, 10 zones, 23 towns. Reference data, filled from data/areas; no row-level security. */
import { foreignKey, integer, pgTable, text } from "drizzle-orm/pg-core";

import { tiers } from "../../domain/vocabulary.ts";
import { oneOf } from "./columns.ts";

export const areas = pgTable(
  "areas",
  {
    code: text("code").primaryKey(),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    parentCode: text("parent_code"),
    formerNames: text("former_names").array().notNull(),
    /** Place in lists: the order of the official table. */
    position: integer("position").notNull(),
  },
  (t) => [
    oneOf("areas_kind_check", t.kind, tiers),
    foreignKey({ name: "areas_parent_fk", columns: [t.parentCode], foreignColumns: [t.code] }),
  ],
);
