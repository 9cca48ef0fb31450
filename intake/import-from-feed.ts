/**
 * Fetches what is new from a source's API or exchange table and takes it in as if it were a file: the same checks, the
 * same report. The place reached is written in the transaction that ends staging, so that what was fetched and how far are
 * one: a process killed before it fetches again, one killed after it goes on with what has landed.
 */
import { once } from "node:events";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";

import { GoldseedError } from "../domain/errors.ts";
import type { Pool, PoolClient } from "../store/pool.ts";
import { findUnfinishedRun } from "../store/queries/import-runs.ts";
import {
  moveSourceCursor,
  readSourceCursor,
  type SourceCursor,
} from "../store/queries/source-cursors.ts";
import { abandonImport } from "./abandon-import.ts";
import type { FeedReading, RecordFeed } from "./feed/record-feed.ts";
import { type ImportOutcome, importRecords, type ImportRequest } from "./import-records.ts";
import { resumeImport } from "./resume-import.ts";

export interface FeedRequest extends Omit<ImportRequest, "path" | "landing" | "way" | "pool"> {
  readonly pool: Pool;
  readonly feed: RecordFeed;
}

/** Of one landing each; none when there was nothing new. */
export type FeedOutcome = readonly ImportOutcome[];

/** @throws GoldseedError as importRecords does, SOURCE_UNAVAILABLE, SOURCE_FAULTY. What landed before it stays. */
export async function importFromFeed(request: FeedRequest): Promise<FeedOutcome> {
  const outcomes: ImportOutcome[] = [];
  const begun = await settleUnfinished(request);
  if (begun !== null) outcomes.push(begun);
  for (;;) {
    const landed = await landNext(request);
    if (landed.outcome !== null) outcomes.push(landed.outcome);
    // A dry run moves no cursor: it would read the same for ever.
    if (!landed.more || (request.dryRun ?? false)) return outcomes;
  }
}

/** What had landed is taken to its end; what had not is fetched again, as the place has not moved. */
async function settleUnfinished(request: FeedRequest): Promise<ImportOutcome | null> {
  const { pool, sourceId, feed } = request;
  const run = await findUnfinishedRun(pool, sourceId);
  if (run === undefined || run.fileName !== fileNameOf(feed)) return null;
  // Looking writes nothing: importRecords says that a run waits.
  if ((request.dryRun ?? false) && run.report?.["dryRun"] !== true) return null;
  if (run.state !== "STAGING") return await resumeImport({ ...request, runId: run.id });
  await abandonImport(pool, run.id, request.startedBy);
  return null;
}

interface Landing {
  readonly outcome: ImportOutcome | null;
  readonly more: boolean;
}

async function landNext(request: FeedRequest): Promise<Landing> {
  const { pool, sourceId, feed } = request;
  const from = await readSourceCursor(pool, sourceId, feed.way);
  const folder = await mkdtemp(join(tmpdir(), "goldseed-feed-"));
  try {
    const path = join(folder, fileNameOf(feed));
    const { reading, digest } = await spool(path, request, from);
    if (
      reading.records === 0 ||
      (from?.undone === false && digest === from.digest && !reading.more)
    ) {
      return { outcome: null, more: false };
    }
    const to = { position: reading.position, digest };
    const landing = async (client: PoolClient, runId: string): Promise<void> => {
      const step = { sourceId, way: feed.way, from, to, runId };
      if (!(await moveSourceCursor(client, step))) throw overtaken(sourceId);
    };
    const outcome = await importRecords({ ...request, way: feed.way, path, landing });
    // A held run bars the next: an officer looks at it first.
    return { outcome, more: reading.more && outcome.report.held.length === 0 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function spool(
  path: string,
  { feed, signal }: FeedRequest,
  from: SourceCursor | null,
): Promise<{ readonly reading: FeedReading; readonly digest: string }> {
  const file = createWriteStream(path);
  const written = finished(file);
  // A full disk is met below, and by whoever waits for the next line.
  written.catch(() => undefined);
  const hash = createHash("sha256");
  const take = async (record: string): Promise<void> => {
    const line = `${record}\n`;
    hash.update(line);
    if (!file.write(line)) await Promise.race([once(file, "drain"), written]);
  };
  try {
    const reading = await feed.read(
      from === null || from.undone ? null : from.position,
      take,
      signal,
    );
    return { reading, digest: hash.digest("hex") };
  } finally {
    file.end();
    await written;
  }
}

/** Names the feed and not the moment: by it an interrupted run is known for one of this feed. */
const fileNameOf = ({ way, name }: RecordFeed): string =>
  `${way.toLowerCase()}-${name.replaceAll(/[^\w.-]+/g, "-")}.jsonl`;

function overtaken(sourceId: string): GoldseedError {
  return new GoldseedError(
    "CONFLICT",
    `来源“${sourceId}”已由另一进程读到更后处 / Another process has read "${sourceId}" further meanwhile; nothing was landed twice.`,
  );
}
