/** A process that imports one file and says how far it is, to be killed on the way. Arguments: URL of the worker, file. */
import { importRecords } from "../../../intake/import-records.ts";
import { openPool } from "../../../store/pool.ts";

const [, , url = "", path = ""] = process.argv;
const pool = openPool({ url, name: "goldseed import child", max: 4, statementTimeoutMs: 60_000 });
const { report } = await importRecords({
  pool,
  sourceId: "registry",
  path,
  startedBy: "child",
  chunkRows: 200,
  onProgress: ({ phase, done }) => process.stdout.write(`${phase} ${done}\n`),
});
process.stdout.write(`DONE ${JSON.stringify(report)}\n`);
await pool.end();
