/** What packs would change if they took effect: counted against the assessments in force, in tables of the transaction. */
import { escapeIdentifier } from "pg";

import type { PoolClient } from "../pool.ts";

export interface PackDryRun {
  readonly pack: string;
  readonly passing: number;
  readonly failing: number;
  readonly unknown: number;
  /** False when the store has no assessment by a pack of this id: all that follows is then 0. */
  readonly judgedBefore: boolean;
  /** Passing now and not before; passing before and not now; otherwise another verdict. */
  readonly newlyPassing: number;
  readonly noLongerPassing: number;
  readonly otherwiseChanged: number;
  /** Up to ten of the first two, by credit code. */
  readonly examples: readonly string[];
}

/** @param verdicts table with `credit_code`, `pack_id`, `pass`. */
export async function countPackDryRun(
  client: PoolClient,
  verdicts: string,
): Promise<readonly PackDryRun[]> {
  const { rows } = await client.query<PackDryRun>(
    `/* store:pack-dry-run */ with compared as (
       select v.pack_id, v.credit_code, case when v.pass then 'TRUE' when not v.pass then 'FALSE' else 'UNKNOWN' end as now, a.verdict as before
       from ${escapeIdentifier(verdicts)} v
       left join assessments a on a.credit_code = v.credit_code and a.pack_id = v.pack_id and a.superseded_at is null
     ), moved as (
       select *, before is distinct from 'TRUE' and now = 'TRUE' as enters, before = 'TRUE' and now <> 'TRUE' as leaves from compared where before is not null
     )
     select c.pack_id as pack, count(*) filter (where c.now = 'TRUE')::int as passing, count(*) filter (where c.now = 'FALSE')::int as failing,
       count(*) filter (where c.now = 'UNKNOWN')::int as unknown, bool_or(c.before is not null) as "judgedBefore",
       count(*) filter (where m.enters)::int as "newlyPassing", count(*) filter (where m.leaves)::int as "noLongerPassing",
       count(*) filter (where m.now <> m.before and not m.enters and not m.leaves)::int as "otherwiseChanged",
       coalesce((array_agg(c.credit_code order by c.credit_code) filter (where m.enters or m.leaves))[1:10], '{}') as examples
     from compared c left join moved m on m.pack_id = c.pack_id and m.credit_code = c.credit_code
     group by c.pack_id order by c.pack_id`,
  );
  return rows;
}
