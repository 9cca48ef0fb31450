/** What one subject has had imported in the last twenty-four hours, dry runs and failures too. */
import type { Pool } from "../pool.ts";

export interface UploadsOfDay {
  readonly files: number;
  readonly bytes: number;
}

export async function readUploadsOfDay(pool: Pool, subject: string): Promise<UploadsOfDay> {
  const { rows } = await pool.query<UploadsOfDay>(
    `/* store:uploads-of-day */ select count(*)::int as files, coalesce(sum(file_bytes), 0)::float8 as bytes
     from import_runs where started_by = $1 and started_at > now() - interval '24 hours'`,
    [subject],
  );
  return rows[0] ?? { files: 0, bytes: 0 };
}
