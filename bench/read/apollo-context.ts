/** One transaction for one request, opened by the first query, and the loaders that batch its relations. */
import DataLoader from "dataloader";
import { asc, desc, getTableColumns, inArray, lte, sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

import type { Pool, PoolClient } from "../../store/pool.ts";
import { annualFinancials } from "../../store/tables/annual-financials.ts";
import { areas } from "../../store/tables/areas.ts";
import { employments } from "../../store/tables/employments.ts";
import { ipRights } from "../../store/tables/ip-rights.ts";
import { portraits } from "../../store/tables/portraits.ts";
import { titles } from "../../store/tables/titles.ts";
import type { PeerScope } from "./peer-scope.ts";

export type Rows = readonly Record<string, unknown>[];

export interface UsualContext {
  readonly database: () => Promise<NodePgDatabase>;
  readonly area: DataLoader<string, Record<string, unknown> | null>;
  readonly portrait: DataLoader<string, Record<string, unknown> | null>;
  readonly titles: DataLoader<string, Rows>;
  readonly ipCount: DataLoader<string, number>;
  readonly financials: (first: number) => DataLoader<string, Rows>;
  readonly employments: (first: number) => DataLoader<string, Rows>;
  readonly ipRights: (first: number) => DataLoader<string, Rows>;
  readonly close: () => Promise<void>;
}

export function openUsualContext(pool: Pool, scope: PeerScope): UsualContext {
  let opened: Promise<NodePgDatabase> | undefined;
  let client: PoolClient | undefined;
  const open = async () => {
    client = await pool.connect();
    const database = drizzle(client);
    await database.execute(sql`begin`);
    await database.execute(
      sql`select set_config('role', ${scope.role}, true), set_config('goldseed.areas', ${scope.areas}, true)`,
    );
    return database;
  };
  const database = () => (opened ??= open());
  const close = async () => {
    await opened;
    await client?.query("commit");
    client?.release();
    client = undefined;
  };
  const codeOf = (row: Record<string, unknown>) => String(row["creditCode"]);
  return {
    database,
    close,
    area: new DataLoader(async (codes) => {
      const rows = await (
        await database()
      )
        .select()
        .from(areas)
        .where(inArray(areas.code, [...codes]));
      const known = new Map(rows.map((row) => [row.code, row]));
      return codes.map((code) => known.get(code) ?? null);
    }),
    portrait: new DataLoader(async (codes) => {
      const rows = await (
        await database()
      )
        .select()
        .from(portraits)
        .where(inArray(portraits.creditCode, [...codes]));
      const known = new Map(rows.map((row) => [row.creditCode, row]));
      return codes.map((code) => known.get(code) ?? null);
    }),
    titles: new DataLoader(async (codes) => {
      const rows = await (
        await database()
      )
        .select()
        .from(titles)
        .where(inArray(titles.creditCode, [...codes]))
        .orderBy(sql`${titles.validFrom} desc nulls last`, desc(titles.kind), desc(titles.batch));
      return grouped(codes, rows, codeOf);
    }),
    ipCount: new DataLoader(async (codes) => {
      const rows = await (
        await database()
      )
        .select({ code: ipRights.creditCode, count: sql<number>`count(*)::int` })
        .from(ipRights)
        .where(inArray(ipRights.creditCode, [...codes]))
        .groupBy(ipRights.creditCode);
      const known = new Map(rows.map(({ code, count }) => [code, count]));
      return codes.map((code) => known.get(code) ?? 0);
    }),
    financials: firstOfEach(database, annualFinancials, sql`${annualFinancials.year} desc`),
    employments: firstOfEach(database, employments, sql`${employments.year} desc`),
    ipRights: firstOfEach(
      database,
      ipRights,
      sql`${ipRights.appliedOn} desc nulls last, ${ipRights.rightNo} desc`,
    ),
  };
}

type FactTable = PgTable & { readonly creditCode: PgColumn };

/** The first few of each enterprise by a window, one loader for each number asked for. */
function firstOfEach(
  database: () => Promise<NodePgDatabase>,
  table: FactTable,
  order: ReturnType<typeof sql>,
): (first: number) => DataLoader<string, Rows> {
  const loaders = new Map<number, DataLoader<string, Rows>>();
  const place =
    sql<number>`row_number() over (partition by ${table.creditCode} order by ${order})`.as("place");
  const make = (first: number) =>
    new DataLoader<string, Rows>(async (codes) => {
      const open = await database();
      const numbered = open
        .select({ ...getTableColumns(table), place })
        .from(table)
        .where(inArray(table.creditCode, [...codes]))
        .as("numbered");
      const rows = await open
        .select()
        .from(numbered)
        .where(lte(numbered.place, first))
        .orderBy(asc(numbered.place));
      return grouped(codes, rows, (row) => String(row["creditCode"]));
    });
  return (first) => {
    let loader = loaders.get(first);
    if (!loader) loaders.set(first, (loader = make(first)));
    return loader;
  };
}

function grouped(
  codes: readonly string[],
  rows: Rows,
  codeOf: (row: Record<string, unknown>) => string,
): Rows[] {
  const groups = new Map<string, Record<string, unknown>[]>();
  for (const row of rows) {
    const code = codeOf(row);
    const group = groups.get(code);
    if (group) group.push(row);
    else groups.set(code, [row]);
  }
  return codes.map((code) => groups.get(code) ?? []);
}
