/**
 * Imports that were cut short, taken to their end when Goldseed comes up again, and files that were sent for imports long
 * done, deleted.
 */
import { readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

import { importerOf } from "../intake/thread/importer.ts";
import { type ImportRunRow, listOpenRuns } from "../store/queries/import-runs.ts";
import { auditedWork, ownActor, type WorkAudit } from "./audited-work.ts";
import type { LogEvent } from "./log-line.ts";

export interface ResumeOptions extends WorkAudit {
  /** Of files sent over HTTP. */
  readonly uploadFolder: string;
  readonly log: (event: LogEvent) => void;
  readonly signal: AbortSignal;
}

/** One that cannot go on (its file has gone, another process has it) is told of and left as it is. */
export async function resumeImports(options: ResumeOptions): Promise<void> {
  const { pool, log, signal } = options;
  for (const { id: runId, sourceId } of (await listOpenRuns(pool)).filter(goesOn)) {
    try {
      const event = { actor: ownActor, action: "job.import", details: { sourceId, runId } };
      const { report } = await auditedWork(options, event, () =>
        importerOf(pool).resumeImport({ runId, signal }),
      );
      const { read, accepted, quarantined } = report;
      log({ level: "info", job: "imports", runId, source: sourceId, read, accepted, quarantined });
    } catch (error) {
      if (signal.aborted) return;
      log({ level: "warn", job: "imports", runId, source: sourceId, message: wordsOf(error) });
    }
  }
  await sweep(options);
}

/** What a feed had not landed is fetched again by its next turn, with its place. */
function goesOn({ state, report }: ImportRunRow): boolean {
  return state !== "STAGING" || !["API", "TABLE"].includes(String(report?.["way"]));
}

/** A file stays while a run that was not finished names it: only its bytes can finish the run. */
async function sweep({ pool, uploadFolder }: ResumeOptions): Promise<void> {
  const begun = Date.now();
  const kept = new Set((await listOpenRuns(pool)).map(folderOf));
  const found = await readdir(uploadFolder).catch(() => []);
  for (const name of found) {
    const folder = join(uploadFolder, name);
    if (!kept.has(folder) && (await isOlder(folder, begun))) await rm(folder, { recursive: true });
  }
}

/** What comes in just now belongs to no run yet. */
async function isOlder(folder: string, than: number): Promise<boolean> {
  const facts = await stat(folder).catch(() => null);
  return facts !== null && facts.mtimeMs < than - 3_600_000;
}

function folderOf({ report }: ImportRunRow): string {
  const path = report?.["path"];
  return typeof path === "string" ? dirname(path) : "";
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
