/** One turn of fetching: every source whose connection says how often, when its time has come. */
import type { FeedOutcome } from "../intake/import-from-feed.ts";
import { listConnections, loadConnection } from "../intake/feed/load-connection.ts";
import type { RecordFeed } from "../intake/feed/record-feed.ts";
import { importerOf } from "../intake/thread/importer.ts";
import { auditedWork, ownActor, type WorkAudit } from "./audited-work.ts";
import type { LogEvent } from "./log-line.ts";

export interface FetchOptions extends WorkAudit {
  /** Folder of connections; it need not exist. */
  readonly folder: string;
  readonly log: (event: LogEvent) => void;
  readonly signal: AbortSignal;
}

interface Due {
  readonly sourceId: string;
  readonly way: RecordFeed["way"];
  readonly everyS: number;
}

/** @returns the turn, which remembers when each feed was read last. A feed that fails waits for its next time. */
export function fetchInTurn(options: FetchOptions): () => Promise<void> {
  const { folder, log, signal } = options;
  // By a clock that no hand sets: one set back by a day kept every source from being fetched for that day.
  const readAt = new Map<string, number>();
  return async () => {
    for (const due of await timed(folder, log)) {
      const key = `${due.sourceId}/${due.way}`;
      if (performance.now() - (readAt.get(key) ?? -Infinity) < due.everyS * 1_000) continue;
      signal.throwIfAborted();
      try {
        tell(log, due, await fetchOne(options, due));
      } catch (error) {
        log({ level: "warn", job: "fetch", source: due.sourceId, message: wordsOf(error) });
      }
      readAt.set(key, performance.now());
    }
  };
}

async function fetchOne(options: FetchOptions, due: Due): Promise<FeedOutcome> {
  const { pool, folder, signal } = options;
  const { sourceId, way } = due;
  const event = { actor: ownActor, action: "job.import", details: { sourceId, way } };
  const request = { folder, sourceId, way, startedBy: "upkeep", signal };
  return auditedWork(options, event, () => importerOf(pool).fetchRecords(request));
}

/** A connection that cannot be read must not keep the others from being fetched. */
async function timed(folder: string, log: FetchOptions["log"]): Promise<readonly Due[]> {
  const due: Due[] = [];
  for (const sourceId of await listConnections(folder)) {
    try {
      const { api, table } = await loadConnection(folder, sourceId);
      if (api?.everyS != null) due.push({ sourceId, way: "API", everyS: api.everyS });
      if (table?.everyS != null) due.push({ sourceId, way: "TABLE", everyS: table.everyS });
    } catch (error) {
      log({ level: "warn", job: "fetch", source: sourceId, message: wordsOf(error) });
    }
  }
  return due;
}

function tell(log: FetchOptions["log"], { sourceId, way }: Due, outcomes: FeedOutcome): void {
  for (const { runId, report } of outcomes) {
    const { read, accepted, quarantined } = report;
    log({ level: "info", job: "fetch", source: sourceId, way, runId, read, accepted, quarantined });
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
