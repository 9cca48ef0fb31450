/** Rows of the demonstration that belong to no enterprise: sources, chains with their nodes, resources. */
import type { PoolClient } from "../pool.ts";

export interface DemoCatalogues {
  readonly sources: readonly Readonly<Record<string, unknown>>[];
  readonly chains: readonly Readonly<Record<string, unknown>>[];
  readonly chainNodes: readonly Readonly<Record<string, unknown>>[];
  readonly resources: readonly Readonly<Record<string, unknown>>[];
}

/** Rows of the same id are left as they are: the district's own chains and sources are worth more than invented ones. */
export async function loadDemoCatalogues(
  client: PoolClient,
  { sources, chains, chainNodes, resources }: DemoCatalogues,
): Promise<void> {
  for (const [table, rows] of [
    ["sources", sources],
    ["chains", chains],
    ["chain_nodes", chainNodes],
    ["resources", resources],
  ] as const) {
    const columns = Object.keys(rows[0] ?? {}).join(", ");
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)
       on conflict do nothing`,
      [JSON.stringify(rows)],
    );
  }
}

/** The leader of a chain: its core enterprise of the largest revenue in the latest year. */
export async function nameDemoChainLeaders(client: PoolClient): Promise<void> {
  await client.query(`
    update chains set leader_credit_code = leader.credit_code
    from (
      select distinct on (placed.chain_id) placed.chain_id, placed.credit_code
      from chain_placements placed
      join annual_financials year on year.credit_code = placed.credit_code
      join enterprises on enterprises.credit_code = placed.credit_code and enterprises.is_demo
      where placed.role in ('CORE', 'KEY')
      order by placed.chain_id, placed.role = 'CORE' desc, year.year desc, year.revenue desc nulls last, placed.credit_code
    ) leader
    where chains.id = leader.chain_id and chains.leader_credit_code is null`);
}
