import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, beforeEach, expect, it } from "vitest";

import { importRecords } from "../../../intake/import-records.ts";
import { retryQuarantine } from "../../../intake/quarantine/retry-quarantine.ts";
import { releaseImport } from "../../../intake/release-import.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { csvOf, fileFolder, rowOf } from "../kit/registry-rows.ts";

const database = await createTestDatabase();
const { worker: pool } = database;
const folder = fileFolder();

beforeAll(() => loadReferenceData(pool));
beforeEach(() =>
  database.owner.query(
    "truncate enterprises, enterprise_names, import_runs, quarantined_rows restart identity",
  ),
);

/** The shipped description, but that a negative capital is left unknown: as if a rule had been mended. */
function mendedDescriptions(): string {
  const path = join(folder.path, "sources");
  mkdirSync(path, { recursive: true });
  const shipped = readFileSync("data/sources/registry.yaml", "utf8");
  const capital = /(type: capital[^]*?)tolerate: \[/u;
  expect(shipped).toMatch(capital);
  writeFileSync(
    join(path, "registry.yaml"),
    shipped.replace(capital, "$1tolerate: [CAPITAL_NEGATIVE, "),
  );
  return path;
}

const fill = (bad: number) =>
  importRecords({
    pool,
    sourceId: "registry",
    startedBy: "test",
    path: folder.write(
      "a.csv",
      csvOf(
        Array.from({ length: bad * 2 }, (_, i) =>
          rowOf(i, i % 2 === 0 ? { 注册资金: "-5万元" } : {}),
        ),
      ),
    ),
  });

const open = async () =>
  (
    await database.owner.query(
      "select import_run_id::int as run, count(*)::int as rows from quarantined_rows where resolved_at is null group by 1",
    )
  ).rows;

it("rows that pass today's checks come in, and are settled", async () => {
  const { report } = await fill(3);
  expect(report).toMatchObject({ created: 3, quarantined: 3 });
  const descriptions = mendedDescriptions();
  const filter = { sourceId: "registry" };
  const dry = await retryQuarantine({
    pool,
    filter,
    startedBy: "test",
    descriptions,
    dryRun: true,
  });
  expect(dry[0]?.report).toMatchObject({ read: 3, created: 3 });
  expect(await open()).toEqual([{ run: 1, rows: 3 }]);
  const [done] = await retryQuarantine({ pool, filter, startedBy: "test", descriptions });
  expect(done?.report).toMatchObject({
    read: 3,
    created: 3,
    quarantined: 0,
    settled: { mended: 3 },
  });
  expect(await open()).toEqual([]);
  const { rows } = await pool.query("select count(*)::int as n from enterprises");
  expect(rows).toEqual([{ n: 6 }]);
});

it("rows that still do not pass wait on, once, however many they are", async () => {
  await fill(120);
  await releaseImport({ pool, runId: "1", by: "test" });
  await retryQuarantine({ pool, filter: { runId: "1" }, startedBy: "test" });
  expect(await open()).toEqual([{ run: 2, rows: 120 }]);
});

it("says so when nothing waits", async () => {
  const retried = retryQuarantine({ pool, filter: { sourceId: "permits" }, startedBy: "test" });
  await expect(retried).rejects.toMatchObject({ code: "NOT_FOUND" });
});
