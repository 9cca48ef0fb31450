/** Fills `areas` from reference data. Idempotent; an area that the data no longer names stays, for facts refer to it. */
import type { Pool } from "../pool.ts";
import type { AreaRow } from "../read-area-file.ts";

// Parents first: the foreign key is checked at the end of the statement, so one statement holds them all.
const statement = `
  insert into areas as old (code, name, kind, parent_code, former_names, position)
  select code, name, kind, "parentCode",
    coalesce((select array_agg(former order by place) from jsonb_array_elements_text("formerNames")
      with ordinality as names(former, place)), '{}'), position
  from jsonb_to_recordset($1) as rows(code text, name text, kind text, "parentCode" text, "formerNames" jsonb, position int)
  on conflict (code) do update set name = excluded.name, kind = excluded.kind, parent_code = excluded.parent_code,
    former_names = excluded.former_names, position = excluded.position
  where (old.name, old.kind, old.parent_code, old.former_names, old.position)
    is distinct from (excluded.name, excluded.kind, excluded.parent_code, excluded.former_names, excluded.position)`;

/** @returns how many areas were added or changed; 0 when the table already says the same. */
export async function loadAreas(pool: Pool, rows: readonly AreaRow[]): Promise<number> {
  const { rowCount } = await pool.query(statement, [JSON.stringify(rows)]);
  return rowCount ?? 0;
}
