/**
 * Puts the demonstration's rows into their tables, in one transaction with the run that marks them.
 *
 * COPY into temporary tables, then INSERT ... SELECT: PostgreSQL refuses COPY into a table with row-level security for a
 * role that it applies to, and the worker is one. Since the mark is in the same transaction, an interrupted fill leaves
 * nothing behind and is simply done again.
 */
import { once } from "node:events";

import { from as copyFrom } from "pg-copy-streams";

import type { Pool, PoolClient } from "../pool.ts";
import { inTransaction } from "../transaction.ts";

export interface DemoTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/** COPY text (tab-separated, UTF-8) per table. */
export type DemoPortion = ReadonlyMap<DemoTable, Uint8Array>;

export interface DemoRun {
  readonly id: string;
  /** MERGING: rows are in, read models are not made yet. DONE: all is. */
  readonly state: "MERGING" | "DONE";
  readonly report: Readonly<Record<string, unknown>>;
}

/** The run that filled this store; null for a store without demonstration. */
export async function readDemoRun(pool: Pool | PoolClient): Promise<DemoRun | null> {
  const { rows } = await pool.query<DemoRun>(
    `select id::text as id, state, coalesce(report, '{}') as report from import_runs
     where source_id = 'demo' and state in ('MERGING', 'DONE') order by import_runs.id limit 1`,
  );
  return rows[0] ?? null;
}

export async function finishDemoRun(pool: Pool, id: string): Promise<void> {
  await pool.query(
    "update import_runs set state = 'DONE', finished_at = now() where id = $1 and source_id = 'demo'",
    [id],
  );
}

export interface DemoLoader {
  /** Goes into every row as `import_run_id`. */
  readonly runId: string;
  readonly add: (portion: DemoPortion) => Promise<void>;
  /** Rows so far, per table. */
  readonly counts: ReadonlyMap<string, number>;
  readonly client: PoolClient;
}

/**
 * Runs `work` with a loader and marks the run MERGING with the report that `work` returns.
 * @returns false when the store was filled before: `work` is not called then. A second caller waits for the first.
 */
export async function loadDemonstration(
  pool: Pool,
  startedBy: string,
  work: (loader: DemoLoader) => Promise<Readonly<Record<string, unknown>>>,
): Promise<boolean> {
  return inTransaction(
    pool,
    async (client) => {
      await client.query("select pg_advisory_xact_lock(hashtextextended('goldseed:demo', 0))");
      if ((await readDemoRun(client)) !== null) return false;
      const { rows } = await client.query<{ id: string }>(
        "insert into import_runs (source_id, state, started_by) values ('demo', 'STAGING', $1) returning id::text",
        [startedBy],
      );
      const runId = rows[0]?.id ?? "";
      const report = await work(loaderOn(client, runId));
      // Without it the first plans over the new rows are made as if the tables were empty.
      await client.query("select analyze_store()");
      await client.query("update import_runs set state = 'MERGING', report = $2 where id = $1", [
        runId,
        JSON.stringify(report),
      ]);
      return true;
    },
    { statementTimeoutMs: 0, lockTimeoutMs: 0 },
  );
}

function loaderOn(client: PoolClient, runId: string): DemoLoader {
  const counts = new Map<string, number>();
  const staged = new Set<DemoTable>();
  return {
    runId,
    counts,
    client,
    add: async (portion) => {
      for (const [target, text] of portion) {
        if (!staged.has(target)) await makeStage(client, target);
        staged.add(target);
        await copyText(client, target, text);
        const rows = await takeOver(client, target);
        counts.set(target.table, (counts.get(target.table) ?? 0) + rows);
      }
    },
  };
}

async function makeStage(client: PoolClient, { table, columns }: DemoTable): Promise<void> {
  await client.query(
    `create temporary table demo_${table} on commit drop as select ${columns.join(", ")} from ${table} with no data`,
  );
}

async function copyText(client: PoolClient, { table, columns }: DemoTable, text: Uint8Array) {
  const stream = client.query(copyFrom(`copy demo_${table} (${columns.join(", ")}) from stdin`));
  stream.end(text);
  await once(stream, "finish");
}

async function takeOver(client: PoolClient, { table, columns }: DemoTable): Promise<number> {
  const list = columns.join(", ");
  // The city's titles are refused from any other hand; what the city is to hear of is not captured under that name.
  const origin = table === "titles" ? "CITY" : "";
  await client.query("select set_config('goldseed.sync_origin', $1, true)", [origin]);
  const { rowCount } = await client.query(
    `insert into ${table} (${list}) select ${list} from demo_${table}`,
  );
  await client.query(`truncate demo_${table}`);
  return rowCount ?? 0;
}
