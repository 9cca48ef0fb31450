/**
 * What a running Goldseed does by itself: judgements and portraits of what has changed, records fetched from departments,
 * exchanges with the city, and the sweep for changes that nobody told of. Of processes that share a database one does it.
 */
import { setMaxListeners } from "node:events";

import { findWaysToPass } from "../cultivation/find-ways-to-pass.ts";
import { standForLeader } from "../store/leadership.ts";
import { listen } from "../store/listen.ts";
import { channels } from "../store/notify.ts";
import { openPool, type Pool } from "../store/pool.ts";
import { sweep } from "../sync/sweep.ts";
import type { WorkAudit } from "./audited-work.ts";
import { deliverInTurn, type WebhookParts } from "./deliver-in-turn.ts";
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
  /** How webhooks are told of alerts. */
  readonly webhooks: WebhookParts;
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
const sweepIntervalMs = 3_600_000;
/** A search takes 3 ms of this process, which answers requests as well: it rests four times as long. */
const waysRestMs = 12;

export interface Upkeep {
  /** Lets work under way reach its next checkpoint. */
  readonly stop: () => Promise<void>;
}

export function startUpkeep(options: UpkeepOptions): Upkeep {
  const { pool, config, listenUrl, uploadFolder, log } = options;
  const stopping = new AbortController();
  const bell = wakeableBell();
  const ears = listen({ url: listenUrl, channel: channels.dirty, onNotice: bell.ring });
  const lead = async (signal: AbortSignal): Promise<void> => {
    // Every job and each of its statements under way listens to it until it ends: more than the ten that Node takes for a leak.
    setMaxListeners(0, signal);
    const freshPool = openFreshPool(options);
    const judging = judgingJobs({ ...options, freshPool }, bell, signal);
    const jobs = [...judging, ...otherJobs(options, signal), ...exchangeJobs(options, signal)];
    // What was marked while nobody led.
    bell.ring();
    const delivering = deliverInTurn({ ...options, ...options.webhooks }, signal);
    try {
      await Promise.all([delivering, ...jobs.map((job) => job({ signal, log }))]);
    } finally {
      await freshPool.end();
    }
  };
  const leadership = standForLeader({
    url: listenUrl,
    name: "upkeep",
    lead,
    onChange: (state, error) => log({ job: "upkeep", ...leadershipWords[state], ...why(error) }),
  });
  // Uploads lie in a folder of this process: whoever leads, it finishes its own.
  const { signal } = stopping;
  const importing = resumeImports({ pool, config, uploadFolder, log, signal }).catch(
    (error: unknown) => log({ level: "warn", job: "imports", message: wordsOf(error) }),
  );
  return {
    stop: async () => {
      stopping.abort();
      await ears.close();
      await Promise.all([leadership.stop(), importing]);
    },
  };
}

const leadershipWords = {
  LEADING: { level: "debug", message: "本进程执行后台任务 / this process does the upkeep" },
  WAITING: {
    level: "info",
    message:
      "另一进程正在执行后台任务 / another process does the upkeep; this one takes over when it ends",
  },
  LOST: {
    level: "warn",
    message:
      "与数据库的连接中断，后台任务暂停 / the connection to the database broke; the upkeep pauses",
  },
  FAILED: {
    level: "error",
    message:
      "后台任务出错停下，数秒后重新开始 / the upkeep has failed; it begins again within seconds",
  },
} as const;

const why = (error: unknown): object => (error === undefined ? {} : { reason: wordsOf(error) });

type Job = (ticking: Ticking) => Promise<void>;

/** One connection that is never idle for long: its plans and its catalogue stay warm for the record that comes alone. */
function openFreshPool({ listenUrl, log }: UpkeepOptions): Pool {
  return openPool({
    url: listenUrl,
    name: "goldseed judging",
    max: 1,
    statementTimeoutMs: 600_000,
    onIdleError: ({ message }) => log({ level: "warn", job: "judging", message }),
  });
}

function judgingJobs(
  { pool, freshPool, log }: UpkeepOptions & { readonly freshPool: Pool },
  bell: Bell,
  signal: AbortSignal,
): readonly Job[] {
  let moved = 0;
  const onMoved = (count: number) => (moved += count);
  const judge = judgeInTurn({ pool, freshPool, log, signal, onMoved });
  const takeMoved = () => {
    const taken = moved;
    moved = 0;
    return taken;
  };
  const portray = portrayInTurn({ pool, log, signal, takeMoved });
  const judging = repeat("judging", judgingIntervalMs, judge.fresh, bell);
  return [
    async (ticking) => {
      await telling({ job: "judging", ...ticking }, judge.rehearse);
      await judging(ticking);
    },
    repeat("backlog", judgingIntervalMs, judge.backlog),
    repeat("screenings", judgingIntervalMs, judge.screenings),
    repeat("portraits", portraitIntervalMs, portray.fresh),
    repeat("portraits of the day", portraitIntervalMs, portray.backlog),
  ];
}

function otherJobs(
  { pool, config, connections, log }: UpkeepOptions,
  signal: AbortSignal,
): readonly Job[] {
  return [
    repeat(
      "fetch",
      fetchIntervalMs,
      fetchInTurn({ pool, config, folder: connections, log, signal }),
    ),
    repeat("ways", waysIntervalMs, async () => {
      await findWaysToPass(pool, { signal, restMs: waysRestMs });
    }),
  ];
}

/** An exchange ends at its next checkpoint when the signal fires; the next one, here or elsewhere, goes on from there. */
function exchangeJobs(
  { pool, config, city, syncIntervalS, log }: UpkeepOptions,
  signal: AbortSignal,
): readonly Job[] {
  const sweeping = repeat("sweep", sweepIntervalMs, async () => {
    const found = await sweep(pool);
    if (found > 0) log({ level: "warn", job: "sweep", message: sweptWords(found) });
  });
  if (city === null || syncIntervalS === 0) return [sweeping];
  const exchanging = repeat("sync", syncIntervalS * 1_000, async () => {
    const { words, settled } = await exchangeWithCity({ pool, config }, city, signal);
    if (!settled) log({ level: "warn", job: "sync", message: words });
  });
  return [sweeping, exchanging];
}

function sweptWords(found: number): string {
  return `${found} 处变更未被触发器捕获，已补发 / changes that no trigger told of; they are told with the next exchange`;
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
    while (await bell.wait(intervalMs, signal)) await telling({ job, log, signal }, work);
  };
}

async function telling(
  { job, log, signal }: Ticking & { readonly job: string },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    // Who stops the process has cancelled it.
    if (!signal.aborted) log({ level: "warn", job, message: wordsOf(error) });
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
