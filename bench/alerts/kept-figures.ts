/**
 * What the bench changes in the store is put back at its end, or at the start of the next run when it was killed: figures
 * of enterprises, and the screenings with all that they raised. Who was judged by other figures is marked to be judged anew.
 */
import type { Pool } from "../../store/pool.ts";
import type { Chosen } from "./choose-enterprises.ts";

const year = "extract(year from now())::int - 1";

/** @param pool of the owner, as for all here. */
export async function keepFigures(pool: Pool, enterprises: readonly Chosen[]): Promise<void> {
  await pool.query(
    `create table bench_kept as select * from annual_financials where credit_code = any ($1) and year = ${year}`,
    [enterprises.map(({ creditCode }) => creditCode)],
  );
}

/** Nobody is marked: whoever asks everybody finds them. @param tenThousandYuan revenue. */
export async function setFigures(
  pool: Pool,
  enterprises: readonly Chosen[],
  tenThousandYuan: number,
): Promise<void> {
  await pool.query(
    `update annual_financials set revenue = $2 where credit_code = any ($1) and year = ${year}`,
    [enterprises.map(({ creditCode }) => creditCode), tenThousandYuan * 10_000],
  );
}

export async function putBack(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ kept: boolean }>(
    "select to_regclass('bench_kept') is not null as kept",
  );
  if (rows[0]?.kept === true) await putFiguresBack(pool);
  const isBench = "screening_id like 'bench-%'";
  const ofBench = `alert_id in (select id from alerts where ${isBench})`;
  for (const table of ["webhook_deliveries", "alert_outbox", "alert_events"])
    await pool.query(`delete from ${table} where ${ofBench}`);
  for (const table of ["alerts", "matches", "screening_events", "screening_versions"])
    await pool.query(`delete from ${table} where ${isBench}`);
  await pool.query("delete from screenings where id like 'bench-%'");
}

async function putFiguresBack(pool: Pool): Promise<void> {
  await pool.query(`with changed as (select f.credit_code, f.year from annual_financials f join bench_kept k using (credit_code, year)
      where f.import_run_id is distinct from k.import_run_id)
    insert into dirty_keys (credit_code, stage, reason)
    select credit_code, stage, 'bench' from changed cross join unnest(array['INDICATORS', 'PORTRAITS']) as stage
    on conflict do nothing`);
  await pool.query(
    "delete from annual_financials f using bench_kept k where f.credit_code = k.credit_code and f.year = k.year",
  );
  await pool.query("insert into annual_financials select * from bench_kept");
  await pool.query("drop table bench_kept");
}
