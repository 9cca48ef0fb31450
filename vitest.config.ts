// Four kinds of test, told apart by suffix, so that a path says what a test needs to run.
import { defineConfig } from "vitest/config";

import { wrongImplementation } from "./test/sync/wrong/plugin.ts";

// graphql ships two copies of itself; Vite would take the module one and everything installed takes the other.
const resolve = { alias: [{ find: /^graphql$/u, replacement: "graphql/index.js" }] };
const exclude = ["node_modules/**", "dist/**", ".goldseed/**"];
// Kinds that differ in their number of workers cannot run in one group; the cheap ones go first.
const inTurn = (groupOrder: number) => ({ groupOrder });

// One lane runs the tests over code that is wrong on purpose.
const wrong = process.env["GOLDSEED_WRONG"];
const plugins = wrong ? [wrongImplementation(wrong)] : [];

// Where CI reads the counts from.
const reportFile = process.env["TEST_REPORT_FILE"];
const report = reportFile
  ? { reporters: ["default", "json"], outputFile: { json: reportFile } }
  : {};

export default defineConfig({
  test: {
    ...report,
    projects: [
      {
        resolve,
        plugins,
        test: {
          name: "unit",
          // Pure tests share the modules of their worker: reading them anew for each file was half of the CPU time.
          isolate: false,
          sequence: inTurn(1),
          include: ["test/**/*.test.ts"],
          // A hang is found; a machine that has other work to do is no fault.
          testTimeout: 60_000,
          exclude: [
            ...exclude,
            "test/**/*.pg.test.ts",
            "test/**/*.e2e.test.ts",
            "test/**/*.pbt.test.ts",
          ],
        },
      },
      {
        resolve,
        plugins,
        test: {
          name: "pbt",
          sequence: inTurn(2),
          include: ["test/**/*.pbt.test.ts"],
          exclude,
          testTimeout: 240_000,
        },
      },
      {
        resolve,
        plugins,
        test: {
          name: "pg",
          // As with the pure ones: each file has a database of its own, and nothing else to hide from the next.
          isolate: false,
          sequence: inTurn(3),
          include: ["test/**/*.pg.test.ts"],
          exclude,
          globalSetup: ["test/kit/global-postgres.ts"],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
      {
        resolve,
        plugins,
        test: {
          name: "e2e",
          sequence: inTurn(4),
          include: ["test/**/*.e2e.test.ts"],
          exclude,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
