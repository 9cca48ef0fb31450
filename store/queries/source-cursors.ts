/** How far the feeds of a source have been read: moved in the transaction that lands what was read, and only from where it was read from. */
import type { Pool, PoolClient } from "../pool.ts";

export interface SourceCursor {
  readonly position: Readonly<Record<string, string>>;
  /** SHA-256 of what was landed last: reading it again is nothing new. */
  readonly digest: string;
  /** What was landed last was given up, sent back or undone since: reading begins anew, for nothing to be left out. */
  readonly undone: boolean;
}

/** Null before the first landing. */
export async function readSourceCursor(
  pool: Pool,
  sourceId: string,
  way: string,
): Promise<SourceCursor | null> {
  const { rows } = await pool.query<SourceCursor>(
    `/* store:source-cursor-read */ select c.position, c.digest, coalesce(r.state in ('FAILED', 'UNDONE'), false) as undone
    from source_cursors c left join import_runs r on r.id = c.import_run_id where c.source_id = $1 and c.way = $2`,
    [sourceId, way],
  );
  return rows[0] ?? null;
}

export interface CursorStep {
  readonly sourceId: string;
  readonly way: string;
  readonly from: SourceCursor | null;
  readonly to: Pick<SourceCursor, "position" | "digest">;
  readonly runId: string;
}

/** False when another process has moved it on: then nothing of this transaction may stay. */
export async function moveSourceCursor(client: PoolClient, step: CursorStep): Promise<boolean> {
  const { sourceId, way, from, to, runId } = step;
  const next = [sourceId, way, JSON.stringify(to.position), to.digest, runId];
  const { rowCount } =
    from === null
      ? await client.query(
          `/* store:source-cursor-first */ insert into source_cursors (source_id, way, position, digest, import_run_id)
          values ($1, $2, $3, $4, $5) on conflict do nothing`,
          next,
        )
      : await client.query(
          `/* store:source-cursor-move */ update source_cursors
          set position = $3, digest = $4, import_run_id = $5, moved_at = now()
          where source_id = $1 and way = $2 and position = $6 and digest = $7`,
          [...next, JSON.stringify(from.position), from.digest],
        );
  return rowCount === 1;
}
