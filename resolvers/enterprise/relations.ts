/** Relations from an enterprise to its facts: all of them go by the credit code. */
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

import { enterprises } from "../../store/tables/enterprises.ts";
import {
  type ConnectionField,
  type FilterField,
  join,
  type ManyField,
  type OrderKey,
} from "../shape-language.ts";

type FactTable = PgTable & { readonly creditCode: PgColumn };

export function factList(type: string, table: FactTable, order: readonly OrderKey[]): ManyField {
  return { kind: "many", type, join: join([enterprises.creditCode, table.creditCode]), order };
}

export function factConnection(
  type: string,
  table: FactTable,
  order: readonly OrderKey[],
  filters: Readonly<Record<string, FilterField>> = {},
): ConnectionField {
  return {
    kind: "connection",
    type,
    join: join([enterprises.creditCode, table.creditCode]),
    orders: { default: order },
    filters,
  };
}
