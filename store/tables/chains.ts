/** Industry chains, their nodes, and where each enterprise stands in them. */
import { boolean, integer, numeric, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { creditCode, instant, scope, scopeIndexes } from "./columns.ts";

export const chains = pgTable("chains", {
  id: text("id").primaryKey(),
  nameZh: text("name_zh").notNull(),
  nameEn: text("name_en"),
  leaderCreditCode: text("leader_credit_code"),
  position: integer("position").notNull(),
});

export const chainNodes = pgTable(
  "chain_nodes",
  {
    chainId: text("chain_id").notNull(),
    id: text("id").notNull(),
    nameZh: text("name_zh").notNull(),
    nameEn: text("name_en"),
    stage: text("stage").notNull(),
    position: integer("position").notNull(),
    /** True where the district has no enterprise of its own at this node. */
    isGap: boolean("is_gap").notNull().default(false),
  },
  (t) => [primaryKey({ name: "chain_nodes_pk", columns: [t.chainId, t.id] })],
);

export const chainPlacements = pgTable(
  "chain_placements",
  {
    creditCode: creditCode(),
    ...scope(),
    chainId: text("chain_id").notNull(),
    nodeId: text("node_id").notNull(),
    role: text("role").notNull(),
    confidence: numeric("confidence").notNull(),
    reason: text("reason").notNull(),
    placedAt: instant("placed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "chain_placements_pk", columns: [t.creditCode, t.chainId, t.nodeId] }),
    ...scopeIndexes("chain_placements", t),
  ],
);
