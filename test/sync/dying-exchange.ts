/** One exchange in a process of its own that is killed, as by a power cut, at the n-th passing of a named step. */
import { openPool } from "../../store/pool.ts";
import { runSync } from "../../sync/run-sync.ts";
import { connectTo, district } from "./connect-to.ts";

const [url = "", cityUrl = "", name = "", times = "1"] = process.argv.slice(2);
const pool = openPool({ url, name: "dying exchange", max: 4, statementTimeoutMs: 30_000 });
const platform = connectTo(cityUrl);
let left = Number(times);

await runSync({
  pool,
  platform,
  district,
  force: true,
  step: async (passed) => {
    if (passed === name && --left === 0) process.kill(process.pid, "SIGKILL");
    // The signal is delivered between turns: nothing may happen until it is.
    if (left === 0) await new Promise(() => setInterval(() => undefined, 1_000));
  },
});
platform.close();
await pool.end();
