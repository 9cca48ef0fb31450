/** What a description may fill, per target: a misspelt `into` is refused when the file is read, not at the first row. */
import { factTables } from "../../store/fact-tables.ts";
import type { Target } from "./source-description.ts";

/** What a record says of its enterprise: goes to the linker, not into the fact. */
export const mentionColumns = [
  "mention.name",
  "mention.code",
  "mention.address",
  "mention.place",
] as const;

const enterpriseColumns: ReadonlySet<string> = new Set([
  "credit_code",
  "name",
  "established_on",
  "type_text",
  "capital_amount",
  "capital_currency",
  "business_scope",
  "province_code",
  "city_code",
  "address",
  "status",
  "industry_code",
  "industry_name",
  "legal_representative",
]);

/** `table`: of a FACTS source. Empty when there is no such table. */
export function targetColumns(target: Target, table: string | null): ReadonlySet<string> {
  if (target === "ENTERPRISES") return enterpriseColumns;
  const columns = factTables.get(table ?? "")?.columns.keys() ?? [];
  return new Set([...mentionColumns, ...columns]);
}
