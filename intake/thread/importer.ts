/** Where imports are worked on: in this process, or in a thread beside it so that whatever answers requests goes on. */
import type { Pool } from "../../store/pool.ts";
import { openFeed } from "../feed/open-feed.ts";
import type { RecordFeed } from "../feed/record-feed.ts";
import { type FeedOutcome, importFromFeed } from "../import-from-feed.ts";
import { type ImportOutcome, importRecords, type ImportRequest } from "../import-records.ts";
import { releaseImport, type ReleaseRequest } from "../release-import.ts";
import { openCodeLinker } from "../link/code-linker.ts";
import { resumeImport, type ResumeRequest } from "../resume-import.ts";
import type { OnProgress } from "../run/progress.ts";

interface Watching {
  readonly onProgress?: OnProgress | undefined;
  /** Stops between two chunks; the run can then be resumed. */
  readonly signal?: AbortSignal | undefined;
}

/** What can be told to a thread: values. */
type Told<Request> = Omit<Request, "pool" | "landing" | keyof Watching> & Watching;

export interface FetchRequest extends Watching {
  /** Of the connections. */
  readonly folder: string;
  readonly sourceId: string;
  readonly way: RecordFeed["way"];
  readonly startedBy: string;
}

/** Each throws what the function of its name throws. */
export interface Importer {
  readonly importRecords: (request: Told<ImportRequest>) => Promise<ImportOutcome>;
  readonly resumeImport: (request: Told<ResumeRequest>) => Promise<ImportOutcome>;
  readonly releaseImport: (request: Told<ReleaseRequest>) => Promise<ImportOutcome>;
  readonly fetchRecords: (request: FetchRequest) => Promise<FeedOutcome>;
  /** Reads what the first record would wait for: the model of the linking, a connection. */
  readonly prepare: (request: Watching) => Promise<void>;
}

export function importerHere(pool: Pool): Importer {
  return {
    importRecords: (request) => importRecords({ ...request, pool }),
    resumeImport: (request) => resumeImport({ ...request, pool }),
    releaseImport: (request) => releaseImport({ ...request, pool }),
    fetchRecords: async ({ folder, sourceId, way, ...watching }) => {
      const feed = await openFeed(folder, sourceId, way);
      return importFromFeed({ ...watching, pool, sourceId, feed });
    },
    prepare: async () => void (await openCodeLinker(pool, "")),
  };
}

const threads = new WeakMap<Pool, Importer>();

/** From now on imports over this pool are the thread's. */
export function workBeside(pool: Pool, importer: Importer): void {
  threads.set(pool, importer);
}

export const importerOf = (pool: Pool): Importer => threads.get(pool) ?? importerHere(pool);
