/** Enterprises whose town nobody knows yet: what an officer works through. Those of other districts are not among them. */
import type { Pool } from "../pool.ts";

export interface TownlessEnterprise {
  readonly creditCode: string;
  readonly name: string;
  readonly address: string | null;
  /** Towns to look at first; `evidence` is the place in the address that speaks for it. */
  readonly hints: readonly {
    readonly townCode: string;
    readonly confidence: number | null;
    readonly evidence: string | null;
  }[];
}

/** Those with a hint first: they are settled by a look. */
export async function listTownless(
  pool: Pool,
  { limit }: { readonly limit: number },
): Promise<readonly TownlessEnterprise[]> {
  const { rows } = await pool.query<TownlessEnterprise>(
    `/* store:townless-list */ select credit_code as "creditCode", name, address,
      coalesce(details #> '{registry,townHints}', '[]') as hints from enterprises
    where town_code is null and town_method is null
    order by details #> '{registry,townHints}' is null, credit_code limit $1`,
    [limit],
  );
  return rows;
}

export async function countTownless(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ waiting: number }>(
    `/* store:townless-count */ select count(*)::int as waiting from enterprises
    where town_code is null and town_method is null`,
  );
  return rows[0]?.waiting ?? 0;
}
