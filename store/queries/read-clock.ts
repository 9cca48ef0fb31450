/** The database's clock, and the time of the audit's last entry, which must not be after it. */
import type { Pool } from "../pool.ts";

export interface DatabaseClock {
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** Of the entry that was written last; null for an empty audit. */
  readonly lastEntryMs: number | null;
}

export async function readClock(pool: Pool): Promise<DatabaseClock> {
  const { rows } = await pool.query<DatabaseClock>(
    `/* store:read-clock */ select (extract(epoch from clock_timestamp()) * 1000)::float8 as "nowMs",
       (select (extract(epoch from at) * 1000)::float8 from audit_entries order by audit_entries.sequence desc limit 1) as "lastEntryMs"`,
  );
  const [clock] = rows;
  if (!clock) throw new Error("The database told no time.");
  return clock;
}
