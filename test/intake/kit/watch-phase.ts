/** What an import in another process is at, as the store tells: to kill it there, and to count where it was killed. */
import type { Pool } from "../../../store/pool.ts";

export const shortPhases = ["VALIDATING", "FINISHING", "RELINKING"] as const;
const phases = ["STARTING", "STAGING", ...shortPhases, "MERGING", "DONE"] as const;
export type Phase = (typeof phases)[number];

export const noHits = () =>
  Object.fromEntries(phases.map((phase) => [phase, 0])) as Record<Phase, number>;

/** All is merged and the run is still said to merge: its end is being written. */
const latest = `select case when state <> 'MERGING' or exists (select from staged_records
        where import_run_id = id and line > merged_line) then state else 'FINISHING' end as phase
  from import_runs order by id desc limit 1`;

export async function phaseOf(pool: Pool): Promise<Phase> {
  return (await pool.query<{ phase: Phase }>(latest)).rows[0]?.phase ?? "STARTING";
}

/** A run that was killed stands in its phase before anybody goes on with it: whoever does has a statement going. */
const going = `select exists (select from pg_stat_activity where datname = current_database()
    and application_name = 'goldseed import child' and state <> 'idle'
    and query !~* 'import_runs|advisory') as going`;

/** Calls `seen` when a process is at work in one of the phases. The answer ends the watching. */
export function watchPhase(pool: Pool, wanted: ReadonlySet<Phase>, seen: () => void): () => void {
  const ended = new AbortController();
  const look = async () => {
    while (!ended.signal.aborted) {
      const phase = await phaseOf(pool);
      const { rows } = await pool.query<{ going: boolean }>(going);
      if (wanted.has(phase) && rows[0]?.going === true) return seen();
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  };
  void look();
  return () => ended.abort();
}
