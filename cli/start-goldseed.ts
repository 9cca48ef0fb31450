/** The order of `goldseed start`, and the same order backwards when it stops. */
import { join } from "node:path";

import type { Config } from "../config/options.ts";
import { readRuntime, writeRuntime } from "../config/runtime-file.ts";
import { loadReferenceData } from "../store/reference-data.ts";
import { workBeside } from "../intake/thread/importer.ts";
import { openImportThread } from "../intake/thread/open-import-thread.ts";
import type { Gateway } from "../gateway/main.ts";
import { createCityRecordReader } from "../sync/read-city-records.ts";
import { ensureGraphiqlBuilt } from "../tools/build-graphiql.ts";
import { demoSessions } from "./demo-sessions.ts";
import { fillDemo } from "./fill-demo.ts";
import { type LogEvent, logLine } from "./log-line.ts";
import { saySeldom } from "./say-seldom.ts";
import { type OpenStore, openStore } from "./open-store.ts";
import { type City, startCity } from "./start-city.ts";
import { startConfiguredGateway } from "./start-gateway.ts";
import type { Greeting } from "./start-greeting.ts";
import type { StartReport } from "./start-report.ts";
import { uploadFolderOf } from "./upload-folder.ts";
import { steps } from "./start-steps.ts";
import { startUpkeep } from "./start-upkeep.ts";
import { webhookRules } from "./webhook-rules.ts";

export interface StartWish {
  readonly scale: "small" | "default" | "full";
  /** Fill an empty store with the demonstration district. */
  readonly demo: boolean;
  /** Run the stand-in city platform unless a real one is set. */
  readonly demoCity: boolean;
}

/** Parts that run, in the order of their start. */
export type Running = {
  readonly zh: string;
  readonly en: string;
  readonly stop: () => Promise<void>;
}[];

export interface Starting {
  readonly wish: StartWish;
  readonly report: StartReport;
  /** Filled as the parts come up, so that a start cut short can be undone. */
  readonly running: Running;
}

/** @throws GoldseedError of the step that failed, with everything that had been started stopped again. */
export async function startGoldseed(config: Config, starting: Starting): Promise<Greeting> {
  try {
    return await startAll(config, starting);
  } catch (error) {
    await stopGoldseed(starting.running, starting.report);
    throw error;
  }
}

/** Last started, first stopped; one that cannot be stopped does not keep the others running. */
export async function stopGoldseed(running: Running, report: StartReport): Promise<void> {
  for (let part = running.pop(); part; part = running.pop()) {
    const { zh, en, stop } = part;
    const title = { name: "stop", zh: `停止${zh}`, en: `stop ${en}` };
    await report.step(title, stop).catch((error: unknown) => {
      report.note(error instanceof Error ? error.message : String(error));
    });
  }
}

async function startAll(config: Config, starting: Starting): Promise<Greeting> {
  const { report, running, wish } = starting;
  const log = logTo(report, config);
  const store = await openServed(config, starting, log);
  const { workerPool: pool } = store;
  const imports = openImportThread(store.workerUrl);
  workBeside(pool, imports);
  running.push({ ...steps.imports, stop: imports.close });
  await report.step(steps.reference, () => loadReferenceData(pool));
  if (wish.demo) await fillDemo(pool, wish.scale, report);
  const city = await startCity(config, store, starting);
  await buildQueryPage(report);
  const { url, ask } = await listen(config, { store, city, starting, log });
  // Beside what goes on; if it cannot, the first import says why.
  void imports.prepare({}).catch(() => undefined);
  const { syncIntervalS, requireAssignment } = config;
  const upkeep = startUpkeep({
    pool,
    config,
    listenUrl: store.workerUrl,
    city: city?.link ?? null,
    connections: join(store.dataDir, "connections"),
    uploadFolder: uploadFolderOf(config),
    syncIntervalS,
    webhooks: { ask, rules: webhookRules(config, store.secrets), requireAssignment },
    log,
  });
  running.push({ ...steps.upkeep, stop: upkeep.stop });
  const sessions =
    config.environment === "development" ? await demoSessions(config, store.secrets) : [];
  return {
    graphqlUrl: `${url}/graphql`,
    graphiqlUrl: `${url}/graphiql`,
    cityUrl: city?.url ?? null,
    sessions,
  };
}

async function openServed(
  config: Config,
  { report, running }: Starting,
  log: Log,
): Promise<OpenStore> {
  return report.step(steps.database, async ({ detail }) => {
    const store = await openStore(config, {
      serve: true,
      onTrouble: (trouble) => log({ ...trouble }),
    });
    running.push({ ...steps.database, stop: store.close });
    detail(describeStore(store));
    return store;
  });
}

function describeStore({ kind, migrated, relocatedTo, ownerUrl }: OpenStore): string {
  const where = kind === "server" ? new URL(ownerUrl).host : "内置 embedded";
  const moved = relocatedTo === null ? "" : `, 位于 at ${relocatedTo}`;
  return `${where}${moved}${migrated.length === 0 ? "" : `, 升级 migrations ${migrated.length}`}`;
}

/** Without it /graphiql says how to build it; the graph itself does not need it. */
async function buildQueryPage(report: StartReport): Promise<void> {
  try {
    await report.step(steps.page, async ({ detail }) => detail(await ensureGraphiqlBuilt()));
  } catch (error) {
    report.note(error instanceof Error ? error.message : String(error));
  }
}

interface Listening {
  readonly store: OpenStore;
  readonly city: City | null;
  readonly starting: Starting;
  readonly log: Log;
}

/** An answer of the city is good for so long: a page's reload does not ask again, a change shows within the minute. */
const cityCacheMs = 30_000;

/** Commands find its address in runtime.json from now on. */
async function listen(
  config: Config,
  { store, city, starting, log }: Listening,
): Promise<Pick<Gateway, "url" | "ask">> {
  const { report, running } = starting;
  const { dataDir, cityTimeoutMs: deadlineMs } = config;
  const fetchCityRecords =
    city &&
    createCityRecordReader({ platform: city.link.platform, deadlineMs, cacheMs: cityCacheMs });
  const gateway = await report.step(steps.gateway, () =>
    startConfiguredGateway(config, { store, fetchCityRecords, log }),
  );
  running.push({ ...steps.gateway, stop: gateway.stop });
  const runtime = readRuntime(dataDir);
  if (runtime !== null) writeRuntime(dataDir, { ...runtime, graphqlUrl: `${gateway.url}/graphql` });
  return gateway;
}

type Log = (event: LogEvent) => void;

function logTo(report: StartReport, { logLevel }: Config): Log {
  const write: Log = (event) => {
    const line = logLine(event, logLevel, new Date());
    if (line !== null) report.log(line);
  };
  return saySeldom(write, { clock: () => performance.now() });
}
