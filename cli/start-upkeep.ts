/**
 * What a running Goldseed does by itself: judgements and portraits of what has changed, records fetched from departments,
 * exchanges with the city.
 */
import { findWaysToPass } from "../cultivation/find-ways-to-pass.ts";
import { listen } from "../store/listen.ts";
import type { WorkAudit } from "./audited-work.ts";
import { exchangeWithCity } from "./exchange-with-city.ts";
import type { CityLink } from "./open-city-platform.ts";
import { fetchInTurn } from "./fetch-in-turn.ts";
import { judgeInTurn } from "./judge-in-turn.ts";
import type { LogEvent } from "./log-line.ts";
import { portrayInTurn } from "./portray-in-turn.ts";
import { resumeImports } from "./resume-imports.ts";
import { wakeableBell, type Bell } from "./wakeable-bell.ts";

export interface UpkeepOptions extends WorkAudit {
  /** Where to hear that enterprises were marked; as the same role. */
  readonly listenUrl: string;
  /** Null without a city. */
  readonly city: CityLink | null;
  /** Folder of the connections by which records are fetched. */
  readonly connections: string;
  readonly uploadFolder: string;
  /** Seconds between exchanges; 0 leaves them to `goldseed sync run`. */
  readonly syncIntervalS: number;
  readonly log: (event: LogEvent) => void;
}

/** Marks wake the judging at once; this is for a notice that was lost while the connection was down. */
const judgingIntervalMs = 1_000;
const portraitIntervalMs = 1_000;
/** How often is looked whether a source is due; each says itself how often it is fetched. */
const fetchIntervalMs = 5_000;
const waysIntervalMs = 10_000;
/** A search takes 3 ms of this process, which answers requests as well: it rests four times as long. */
const waysRestMs = 12;

export interface Upkeep {
  /** Lets work under way reach its next checkpoint. */
  readonly stop: () => Promise<void>;
}

export function startUpkeep({
  pool,
  config,
  listenUrl,
  city,
  connections,
  uploadFolder,
  syncIntervalS,
  log,
}: UpkeepOptions): Upkeep {
  const stopping = new AbortController();
  const { signal } = stopping;
  const bell = wakeableBell();
  const ears = listen({ url: listenUrl, channel: "goldseed_dirty", onNotice: bell.ring });
  let moved = 0;
  const judge = judgeInTurn({ pool, log, signal, onMoved: (count) => (moved += count) });
  const takeMoved = () => {
    const taken = moved;
    moved = 0;
    return taken;
  };
  const jobs = [
    repeat("judging", judgingIntervalMs, judge, bell),
    repeat("portraits", portraitIntervalMs, portrayInTurn({ pool, log, takeMoved })),
    repeat(
      "fetch",
      fetchIntervalMs,
      fetchInTurn({ pool, config, folder: connections, log, signal }),
    ),
    repeat("ways", waysIntervalMs, async () => {
      await findWaysToPass(pool, { signal, restMs: waysRestMs });
    }),
  ];
  if (city !== null && syncIntervalS > 0) {
    jobs.push(
      repeat("sync", syncIntervalS * 1_000, async () => {
        const { words, settled } = await exchangeWithCity({ pool, config }, city, signal);
        if (!settled) log({ level: "warn", job: "sync", message: words });
      }),
    );
  }
  const running = jobs.map((job) => job({ signal, log }));
  running.push(
    resumeImports({ pool, config, uploadFolder, log, signal }).catch((error: unknown) =>
      log({ level: "warn", job: "imports", message: wordsOf(error) }),
    ),
  );
  return {
    stop: async () => {
      stopping.abort();
      await ears.close();
      await Promise.all(running);
    },
  };
}

interface Ticking {
  readonly signal: AbortSignal;
  readonly log: UpkeepOptions["log"];
}

/** One at a time, the pause counted from the end; a failure waits for the next turn and does not end the job. */
function repeat(
  job: string,
  intervalMs: number,
  work: () => Promise<void>,
  bell: Bell = wakeableBell(),
) {
  return async ({ signal, log }: Ticking): Promise<void> => {
    while (await bell.wait(intervalMs, signal)) {
      try {
        await work();
      } catch (error) {
        log({ level: "warn", job, message: wordsOf(error) });
      }
    }
  };
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
