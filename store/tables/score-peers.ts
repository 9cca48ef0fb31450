/** How a measure of the score is spread among peers, so that one enterprise's percentile needs no scan of the others. */
import { integer, numeric, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { instant } from "./columns.ts";

/** Peers are enterprises of one industry section and size class. Rebuilt with every full refresh of the portraits. */
export const scorePeers = pgTable(
  "score_peers",
  {
    /** Letter of GB/T 4754. */
    section: text("section").notNull(),
    sizeClass: text("size_class").notNull(),
    /** Part of the score: IP, RD, GROWTH ... */
    part: text("part").notNull(),
    peers: integer("peers").notNull(),
    /** The 5th, 10th ... 95th percentile, 19 values in rising order. */
    cuts: numeric("cuts").array().notNull(),
    computedAt: instant("computed_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: "score_peers_pk", columns: [t.section, t.sizeClass, t.part] })],
);
