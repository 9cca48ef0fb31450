// Four kinds of test, told apart by suffix, so that a path says what a test needs to run.
import { defineConfig } from "vitest/config";

const exclude = ["node_modules/**", "dist/**", ".goldseed/**"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [
            ...exclude,
            "test/**/*.pg.test.ts",
            "test/**/*.e2e.test.ts",
            "test/**/*.pbt.test.ts",
          ],
        },
      },
      {
        test: { name: "pbt", include: ["test/**/*.pbt.test.ts"], exclude, testTimeout: 120_000 },
      },
      {
        test: {
          name: "pg",
          include: ["test/**/*.pg.test.ts"],
          exclude,
          globalSetup: ["test/kit/global-postgres.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "e2e",
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
