/**
 * Runs every wrong implementation of the exchange against the test that has to reject it (test/sync/wrong), and ends with
 * the number that none rejected. Names as arguments choose some. A database per test file: some minutes for all.
 */
import { spawnSync } from "node:child_process";

import { wrongImplementations } from "../test/sync/wrong/implementations.ts";

const wanted = process.argv.slice(2);
let missed = 0;
for (const wrong of wrongImplementations) {
  if (wanted.length > 0 && !wanted.includes(wrong.name)) continue;
  const args = ["node_modules/vitest/vitest.mjs", "run", wrong.test, "--reporter=dot"];
  const { stdout } = spawnSync(
    process.execPath,
    wrong.only === undefined ? args : [...args, "-t", wrong.only],
    { env: { ...process.env, GOLDSEED_WRONG: wrong.name, NO_COLOR: "1" }, encoding: "utf8" },
  );
  // A run that could not begin rejects nothing: only tests that failed do.
  const failed = /Tests .*?(\d+) failed/u.exec(stdout)?.[1] ?? "0";
  const rejected = Number(failed) > 0;
  if (!rejected) missed += 1;
  process.stdout.write(
    `${rejected ? "rejected" : "NOT REJECTED"}  ${wrong.name}: ${failed} tests of ${wrong.test}\n`,
  );
}
process.exitCode = missed;
