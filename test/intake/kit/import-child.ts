/**
 * A process that imports one file and says how far it is, to be killed on the way, and how much memory it took. Arguments:
 * URL of the worker, file, source, rows of a chunk.
 */
import { GoldseedError } from "../../../domain/errors.ts";
import { importRecords } from "../../../intake/import-records.ts";
import { openPool } from "../../../store/pool.ts";

/** Not the import's doing: it can be gone on with. */
const cutOffBy: ReadonlySet<string> = new Set(["DB_UNAVAILABLE", "TIMEOUT"]);

const [, , url = "", path = "", sourceId = "registry", chunkRows = "200"] = process.argv;
const pool = openPool({ url, name: "goldseed import child", max: 4, statementTimeoutMs: 60_000 });
try {
  const { report } = await importRecords({
    pool,
    sourceId,
    path,
    startedBy: "child",
    chunkRows: Number(chunkRows),
    onProgress: ({ phase, done }) => process.stdout.write(`${phase} ${done}\n`),
  });
  process.stdout.write(`MEMORY ${process.resourceUsage().maxRSS}\n`);
  process.stdout.write(`DONE ${JSON.stringify(report)}\n`);
} catch (error) {
  if (!(error instanceof GoldseedError) || !cutOffBy.has(error.code)) throw error;
  process.stdout.write(`CUT OFF ${error.message}\n`);
} finally {
  await pool.end();
}
