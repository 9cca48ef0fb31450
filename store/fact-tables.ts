/** The tables that records of sources fill, as declared in store/tables: what intake may write, and by which key. */
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";

import { abnormalEntries } from "./tables/abnormal-entries.ts";
import { annualFinancials } from "./tables/annual-financials.ts";
import { awards } from "./tables/awards.ts";
import { customsTrades } from "./tables/customs-trades.ts";
import { employments } from "./tables/employments.ts";
import { equityFinancings } from "./tables/equity-financings.ts";
import { ipRights } from "./tables/ip-rights.ts";
import { bases } from "./tables/libraries.ts";
import { penalties } from "./tables/penalties.ts";
import { permits } from "./tables/permits.ts";
import { qualityCertificates } from "./tables/quality-certificates.ts";
import { rdInstitutions } from "./tables/rd-institutions.ts";
import { standards } from "./tables/standards.ts";
import { taxPayments } from "./tables/tax-payments.ts";

export interface FactColumn {
  /** SQL type. */
  readonly type: string;
  /** Null is refused and there is no default. */
  readonly required: boolean;
}

export interface FactTable {
  /** Name in SQL; safe to write into a statement, as all names here are. */
  readonly name: string;
  /** Columns of the fact itself: scope and provenance are the store's. */
  readonly columns: ReadonlyMap<string, FactColumn>;
  /** Columns of the key after the credit code. */
  readonly key: readonly string[];
}

/** Whence a fact comes. */
export const provenanceColumns = [
  "source_id",
  "record_key",
  "import_run_id",
  "received_at",
  "link_method",
  "link_confidence",
] as const;

/** Filled by the merge, never by a description. */
const ownColumns: ReadonlySet<string> = new Set([
  "credit_code",
  "town_code",
  "zone_code",
  ...provenanceColumns,
]);

const declared: readonly PgTable[] = [
  abnormalEntries,
  annualFinancials,
  awards,
  bases,
  customsTrades,
  employments,
  equityFinancings,
  ipRights,
  penalties,
  permits,
  qualityCertificates,
  rdInstitutions,
  standards,
  taxPayments,
];

export const factTables: ReadonlyMap<string, FactTable> = new Map(
  declared.map((table) => {
    const { name, columns, primaryKeys } = getTableConfig(table);
    const own = columns
      .filter((column) => !ownColumns.has(column.name))
      .map((column) => {
        const required = column.notNull && !column.hasDefault;
        return [column.name, { type: column.getSQLType(), required }] as const;
      });
    const key = (primaryKeys[0]?.columns ?? []).map((column) => column.name).slice(1);
    return [name, { name, columns: new Map(own), key }] as const;
  }),
);
