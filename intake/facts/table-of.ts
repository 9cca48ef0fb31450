/** The fact table that a source of facts fills. */
import { type FactTable, factTables } from "../../store/fact-tables.ts";
import type { SourceDescription } from "../describe/source-description.ts";

/** @throws Error for a description that was not checked. */
export function tableOf({ id, table }: SourceDescription): FactTable {
  const fact = factTables.get(table ?? "");
  if (fact === undefined) throw new Error(`source "${id}" names no fact table`);
  return fact;
}
