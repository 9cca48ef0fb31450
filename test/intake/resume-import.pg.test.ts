import { rmSync } from "node:fs";

import { beforeAll, beforeEach, describe, expect, it } from "vitest";

import { abandonImport } from "../../intake/abandon-import.ts";
import { importRecords } from "../../intake/import-records.ts";
import { resumeImport } from "../../intake/resume-import.ts";
import type { Progress } from "../../intake/run/progress.ts";
import { takeImportLock } from "../../store/queries/import-lock.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { createTestDatabase } from "../kit/database.ts";
import { csvOf, fileFolder, rowOf } from "./kit/registry-rows.ts";

const database = await createTestDatabase();
const { worker: pool } = database;
const folder = fileFolder();
const rows = Array.from({ length: 600 }, (_, i) => rowOf(i));
const content = csvOf(rows);

beforeAll(() => loadReferenceData(pool));
beforeEach(() =>
  database.owner.query(
    "truncate enterprises, enterprise_names, dirty_keys, import_runs, staged_records, quarantined_rows",
  ),
);

/** Imports until `when` says so; returns the run that was stopped. */
async function interrupt(path: string, when: (progress: Progress) => boolean): Promise<string> {
  const stop = new AbortController();
  const interrupted = importRecords({
    pool,
    sourceId: "registry",
    path,
    startedBy: "test",
    signal: stop.signal,
    chunkRows: 100,
    onProgress: (progress) => {
      if (when(progress)) stop.abort(new Error("stopped by the test"));
    },
  });
  await expect(interrupted).rejects.toThrow("stopped by the test");
  const { rows: runs } = await pool.query<{ id: string; failure: string }>(
    "select id::text, failure from import_runs",
  );
  expect(runs[0]?.failure).toContain("(stopped by the test)");
  return runs[0]?.id ?? "";
}

const whileStaging = ({ phase, read }: Progress) => phase === "STAGING" && read >= 200;
const whileMerging = ({ phase, done }: Progress) => phase === "MERGING" && done >= 200;

describe("resumeImport", () => {
  it.each([
    ["staging", whileStaging],
    ["merging", whileMerging],
  ])("goes on behind the last chunk of %s", async (_, when) => {
    const runId = await interrupt(folder.write("a.csv", content), when);
    const outcome = await resumeImport({ pool, runId });
    expect(outcome).toMatchObject({
      runId,
      resumed: true,
      report: { read: 600, created: 600, path: null },
    });
    const { rows: runs } = await pool.query("select state, failure from import_runs");
    expect(runs).toEqual([{ state: "DONE", failure: null }]);
  });

  it("needs the file no more once all of it is staged", async () => {
    const path = folder.write("b.csv", content);
    const runId = await interrupt(path, whileMerging);
    rmSync(path);
    expect((await resumeImport({ pool, runId })).report.created).toBe(600);
  });

  it("finds the file in another place, and refuses another file", async () => {
    const path = folder.write("c.csv", content);
    const runId = await interrupt(path, whileStaging);
    rmSync(path);
    await expect(resumeImport({ pool, runId })).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    const other = folder.write("d.csv", csvOf(rows.slice(1)));
    await expect(resumeImport({ pool, runId, path: other })).rejects.toMatchObject({
      code: "FILE_REFUSED",
    });
    const moved = folder.write("e.csv", content);
    expect((await resumeImport({ pool, runId, path: moved })).report.created).toBe(600);
  });

  it("refuses a run that has ended, and one that never was", async () => {
    const { runId } = await importRecords({
      pool,
      sourceId: "registry",
      path: folder.write("f.csv", csvOf([rowOf(1)])),
      startedBy: "test",
    });
    await expect(resumeImport({ pool, runId })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(resumeImport({ pool, runId: "999" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(resumeImport({ pool, runId: "1; drop" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("importRecords beside an interrupted run", () => {
  const request = { pool, sourceId: "registry", startedBy: "test" };

  it("takes the same file to its end instead of beginning anew", async () => {
    const path = folder.write("g.csv", content);
    const runId = await interrupt(path, whileStaging);
    expect(await importRecords({ ...request, path })).toMatchObject({
      runId,
      resumed: true,
      report: { created: 600 },
    });
  });

  it("refuses another file until the run is resumed or given up", async () => {
    const runId = await interrupt(folder.write("h.csv", content), whileMerging);
    const path = folder.write("i.csv", csvOf([rowOf(2_000)]));
    await expect(importRecords({ ...request, path })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining(`goldseed import resume ${runId}`) as string,
    });
    await abandonImport(pool, runId, "test");
    expect((await importRecords({ ...request, path })).report.created).toBe(1);
    const { rows: runs } = await pool.query(
      "select state, failure from import_runs where id = $1",
      [runId],
    );
    expect(runs).toEqual([{ state: "FAILED", failure: "由 test 放弃 / abandoned by test" }]);
    const { rows: left } = await pool.query("select count(*)::int as n from staged_records");
    expect(left).toEqual([{ n: 0 }]);
  });

  it("refuses a second import of the source while one is under way", async () => {
    const lock = await takeImportLock(pool, "registry");
    try {
      const path = folder.write("j.csv", csvOf([rowOf(1)]));
      await expect(importRecords({ ...request, path })).rejects.toMatchObject({
        code: "CONFLICT",
        message: expect.stringMatching(/正在导入.*一次只能导入一个文件/) as string,
      });
    } finally {
      await lock?.release();
    }
  });

  it("leaves a source free when an import has ended, however it ended", async () => {
    const runId = await interrupt(folder.write("k.csv", content), whileStaging);
    const lock = await takeImportLock(pool, "registry");
    expect(lock).toBeDefined();
    await lock?.release();
    await abandonImport(pool, runId, "test");
  });
});
