/** One exchange by files in a process of its own that is killed, as by a power cut, at the n-th passing of a named step. */
import { openPool } from "../../store/pool.ts";
import { createParcelPlatform } from "../../sync/platform/parcels/parcel-platform.ts";
import { runSync } from "../../sync/run-sync.ts";
import { district } from "./connect-to.ts";
import { fileBox } from "./file-box-for-tests.ts";
import { parcelKeys } from "./parcel-keys.ts";

const [url = "", folder = "", name = "", times = "1"] = process.argv.slice(2);
const pool = openPool({ url, name: "dying exchange", max: 4, statementTimeoutMs: 30_000 });
let left = Number(times);

async function step(passed: string): Promise<void> {
  if (passed === name && --left === 0) process.kill(process.pid, "SIGKILL");
  // The signal is delivered between turns: nothing may happen until it is.
  if (left === 0) await new Promise(() => setInterval(() => undefined, 1_000));
}

const platform = createParcelPlatform({ box: fileBox(folder, step), district, keys: parcelKeys });
await runSync({ pool, platform, district, force: true, step });
platform.close();
await pool.end();
