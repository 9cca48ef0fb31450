/** A process that matches what is marked and ends itself with SIGKILL before the step its environment names. */
import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { matchDirty } from "../../../cultivation/match-screenings.ts";
import { openPool } from "../../../store/pool.ts";

const [url = "", killAt = "", asOf = ""] = process.argv.slice(2);
const pool = openPool({ url, name: "match once", max: 2, statementTimeoutMs: 30_000 });
const criteria = await loadSoundCriteria();
await matchDirty(pool, {
  asOf,
  criteria,
  onStep: (step) => {
    if (step === killAt) process.kill(process.pid, "SIGKILL");
  },
});
await pool.end();
