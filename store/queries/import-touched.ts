/**
 * Enterprises that a run of several chunks has touched. Each chunk notes them in its own transaction; when all are merged
 * they are marked to be judged again, each once. A mark per chunk would be a third of the merge, and the judge would do
 * the work of an enterprise again for every chunk that knows it.
 */
import type { Pool, PoolClient } from "../pool.ts";

/** In order of their codes. */
export async function readTouched(pool: Pool, runId: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ codes: string | null }>(
    `/* store:import-touched */ select string_agg(code, ' ' order by code collate "C") as codes
    from (select distinct unnest(credit_codes) as code from import_touched where import_run_id = $1) t`,
    [runId],
  );
  const codes = rows[0]?.codes ?? "";
  return codes === "" ? [] : codes.split(" ");
}

/** `codes`: in order, as others lock them. Marking once more does no harm. */
export async function markTouched(
  client: PoolClient,
  codes: readonly string[],
  sourceId: string,
): Promise<void> {
  await client.query(
    `/* store:import-mark-touched */ insert into dirty_keys (credit_code, stage, reason)
    select credit_code, stage, $2 from unnest(string_to_array($1, ' ')) with ordinality as t(credit_code, n)
    cross join unnest(array['INDICATORS', 'PORTRAITS']) as stage order by n
    on conflict (credit_code, stage) do update set marked_at = now(), reason = excluded.reason`,
    [codes.join(" "), sourceId],
  );
}

export async function clearTouched(client: PoolClient, runId: string): Promise<void> {
  await client.query(
    "/* store:import-touched-clear */ delete from import_touched where import_run_id = $1",
    [runId],
  );
}
