/** A process that imports one file of permits and says how much memory it took. Arguments: URL of the worker, file. */
import { importRecords } from "../../intake/import-records.ts";
import { openPool } from "../../store/pool.ts";

const [, , url = "", path = ""] = process.argv;
const pool = openPool({ url, name: "goldseed bench", max: 4, statementTimeoutMs: 60_000 });
const { report } = await importRecords({ pool, sourceId: "permits", path, startedBy: "bench" });
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ read: report.read, peakMb: Math.round(maxRSS / 1024) }));
await pool.end();
