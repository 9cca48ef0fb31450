/** The exchange database of section 13, word for word as docs/city-exchange-tables.sql gives it. */
import { readFileSync } from "node:fs";

export const exchangeTables = readFileSync(
  new URL("../../../docs/city-exchange-tables.sql", import.meta.url),
  "utf8",
);
