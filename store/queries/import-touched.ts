/**
 * Enterprises that a run of several chunks has touched. Each chunk notes them in its own transaction; when the run ends
 * they are put on lists for the judge, each enterprise once. A mark per chunk would be a third of the merge, and the judge
 * would do the work of an enterprise again for every chunk that knows it.
 */
import type { PoolClient } from "../pool.ts";

/** Enterprises of one list: it is spread in one go, before which a record that comes alone would wait. */
const listLength = 2_500;

/** In the transaction that ends the run: its notes become lists (spread-marks.ts). */
export async function listTouched(
  client: PoolClient,
  run: { readonly id: string; readonly sourceId: string },
): Promise<void> {
  await client.query(
    `/* store:import-touched */ with notes as (
      delete from import_touched where import_run_id = $1 returning credit_codes
    ), touched as (
      select code, (row_number() over () - 1) / $3::int as list
      from (select distinct unnest(credit_codes) collate "C" as code from notes order by code) n
    )
    insert into dirty_lists (credit_codes, reason) select array_agg(code), $2 from touched group by list order by list`,
    [run.id, run.sourceId, listLength],
  );
}
