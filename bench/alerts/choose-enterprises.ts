/** Enterprises that are judged and have a town, in an order that has nothing to do with their codes. */
import type { Pool } from "../../store/pool.ts";

export interface Chosen {
  readonly creditCode: string;
  readonly name: string;
  readonly town: string;
  readonly zone: string | null;
}

/** Those that match the screening already, from an earlier run, are left out. */
export async function chooseEnterprises(pool: Pool, count: number): Promise<readonly Chosen[]> {
  const { rows } = await pool.query<Chosen>(
    `select e.credit_code as "creditCode", e.name, e.town_code as town, e.zone_code as zone from enterprises e
     join annual_financials f on f.credit_code = e.credit_code and f.year = extract(year from now())::int - 1
     where e.town_code is not null and e.kind = 'COMPANY' and e.status = 'ACTIVE' and f.currency = 'CNY' and f.revenue < 9e11
       and exists (select from assessments a where a.credit_code = e.credit_code and a.superseded_at is null)
     order by md5(e.credit_code) limit $1`,
    [count],
  );
  if (rows.length < count)
    throw new Error(
      `The store has ${rows.length} enterprises that can be given other figures, ${count} are needed. Fill it with \`goldseed start --scale full\`.`,
    );
  return rows;
}
