import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, it } from "vitest";

import type { LogEvent } from "../../cli/log-line.ts";
import { resumeImports } from "../../cli/resume-imports.ts";
import { importRecords } from "../../intake/import-records.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { csvOf, rowOf } from "../intake/kit/registry-rows.ts";
import { createTestDatabase } from "../kit/database.ts";

const { worker: pool, owner } = await createTestDatabase();
const uploadFolder = mkdtempSync(join(tmpdir(), "goldseed-uploads-"));
afterAll(() => rmSync(uploadFolder, { recursive: true }));
beforeAll(() => loadReferenceData(pool));

function upload(name: string, text: string): string {
  const folder = join(uploadFolder, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "a.csv"), text);
  const longAgo = new Date(Date.now() - 7_200_000);
  utimesSync(folder, longAgo, longAgo);
  return join(folder, "a.csv");
}

it("takes what was cut short to its end, and deletes files that no run needs", async () => {
  const path = upload("cut", csvOf(Array.from({ length: 600 }, (_, i) => rowOf(i))));
  const stopping = new AbortController();
  const request = { pool, sourceId: "registry", path, startedBy: "test", chunkRows: 100 };
  const cut = importRecords({
    ...request,
    signal: stopping.signal,
    onProgress: ({ read }) => read >= 200 && stopping.abort(new Error("cut short")),
  });
  await expect(cut).rejects.toThrow("cut short");
  const old = upload("old", "x");
  const events: LogEvent[] = [];
  const resume = () =>
    resumeImports({
      pool,
      config: { auditDigest: "sha256" },
      uploadFolder,
      log: (event) => events.push(event),
      signal: new AbortController().signal,
    });
  await resume();
  expect(events).toMatchObject([{ level: "info", source: "registry", read: 600, accepted: 600 }]);
  expect([path, old].map((file) => existsSync(file))).toEqual([false, false]);
  const { rows } = await owner.query("select state from import_runs");
  expect(rows).toEqual([{ state: "DONE" }]);
});

it("tells of a run whose file has gone, and leaves it", async () => {
  await owner.query(
    `update import_runs set state = 'STAGING', report = jsonb_set(report, '{path}', '"/nowhere/a.csv"')`,
  );
  const events: LogEvent[] = [];
  const fresh = join(uploadFolder, "coming-in");
  mkdirSync(fresh);
  await resumeImports({
    pool,
    config: { auditDigest: "sha256" },
    uploadFolder,
    log: (event) => events.push(event),
    signal: new AbortController().signal,
  });
  expect(events).toMatchObject([{ level: "warn", source: "registry" }]);
  expect(existsSync(fresh)).toBe(true);
});
