/** What a database holds, to be compared with another's: of each table how many rows, and a sum over all that they say. */
import type { Pool } from "../../../store/pool.ts";

/** Say when, and by which number of which run, not what. `import_runs` has times in its reports. */
const columns = `select table_name as name, array_agg(column_name::text) filter (where
      data_type in ('timestamp with time zone', 'uuid') or is_identity = 'YES') as volatile
  from information_schema.columns join information_schema.tables using (table_schema, table_name)
  where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'import_runs'
  group by table_name order by table_name`;

/** In bodies of older versions. */
const moments = String.raw`\d{4}-\d\d-\d\d.\d\d:\d\d:\d\d[.+0-9:]*`;

export async function contentOf(pool: Pool): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string; volatile: string[] | null }>(columns);
  const content: Record<string, string> = {};
  for (const { name, volatile } of tables) {
    const { rows } = await pool.query<{ said: string }>(
      `select count(*) || ' rows, ' || coalesce(sum(hashtextextended(
         regexp_replace((to_jsonb(t) - $1::text[])::text, $2, 'moment', 'g'), 0)), 0) as said from ${name} t`,
      [volatile ?? [], moments],
    );
    content[name] = rows[0]?.said ?? "";
  }
  return content;
}
