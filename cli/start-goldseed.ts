/** The order of `goldseed start`, and the same order backwards when it stops. */
import { type CityPeer, cityPeer } from "../config/city-peer.ts";
import type { Config } from "../config/options.ts";
import { readRuntime, writeRuntime, type Runtime } from "../config/runtime-file.ts";
import { fillDemonstration } from "../demo/district/fill-demonstration.ts";
import { loadReferenceData } from "../store/reference-data.ts";
import { ensureGraphiqlBuilt } from "../tools/build-graphiql.ts";
import type { PartReport } from "../sync/part-report.ts";
import { runSync } from "../sync/run-sync.ts";
import { assertPortFree } from "./assert-port-free.ts";
import { demoSessions } from "./demo-sessions.ts";
import { districtCode, openCityPlatform } from "./open-city-platform.ts";
import { type OpenStore, openStore } from "./open-store.ts";
import { startDemoCity } from "./start-demo-city.ts";
import { startConfiguredGateway } from "./start-gateway.ts";
import type { Greeting } from "./start-greeting.ts";
import type { StartReport } from "./start-report.ts";

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
  const { report, running } = starting;
  await report.step(titles.port, () => assertPortFree(config.host, config.port));
  const store = await report.step(titles.database, async ({ detail }) => {
    const opened = await openStore(config, { serve: true });
    detail(describeStore(opened));
    return opened;
  });
  running.push({ ...titles.database, stop: store.close });
  await report.step(titles.reference, () => loadReferenceData(store.workerPool));
  if (starting.wish.demo) await fillDemo(store, starting);
  const announce = announcer(config, store);
  const cityUrl = await startCity(config, store, starting);
  announce({ demoCityUrl: config.cityPlatformUrl === null ? cityUrl : null });
  const peer = cityPeer(config, store.secrets, readRuntime(config.dataDir));
  if (peer !== null) await exchangeOnce(store, peer, report);
  await buildQueryPage(report);
  const gateway = await report.step(titles.gateway, () =>
    startConfiguredGateway(config, { store, fetchCityRecords: null, log: logTo(report) }),
  );
  running.push({ ...titles.gateway, stop: gateway.stop });
  const graphqlUrl = `${gateway.url}/graphql`;
  announce({ graphqlUrl });
  const sessions =
    config.environment === "development" ? await demoSessions(config, store.secrets) : [];
  return { graphqlUrl, graphiqlUrl: `${gateway.url}/graphiql`, cityUrl, sessions };
}

const titles = {
  port: { name: "port", zh: "端口", en: "port" },
  database: { name: "database", zh: "数据库", en: "database" },
  reference: { name: "reference", zh: "基础数据", en: "reference data" },
  demonstration: { name: "demonstration", zh: "演示数据", en: "demonstration" },
  city: { name: "city", zh: "演示市级平台", en: "stand-in city" },
  exchange: { name: "exchange", zh: "首次同步", en: "first exchange" },
  page: { name: "page", zh: "查询页面", en: "query page" },
  gateway: { name: "gateway", zh: "网关", en: "gateway" },
};

/** Without it /graphiql says how to build it; the graph itself does not need it. */
async function buildQueryPage(report: StartReport): Promise<void> {
  try {
    await report.step(titles.page, async ({ detail }) => detail(await ensureGraphiqlBuilt()));
  } catch (error) {
    report.note(error instanceof Error ? error.message : String(error));
  }
}

/** The later of two words about the running process stands beside the earlier one in runtime.json. */
function announcer(config: Config, store: OpenStore): (news: Partial<Runtime>) => void {
  const first: Runtime = {
    processId: process.pid,
    databasePort: store.databasePort,
    graphqlUrl: null,
    demoCityUrl: null,
  };
  return (news) =>
    writeRuntime(config.dataDir, { ...first, ...readRuntime(config.dataDir), ...news });
}

function describeStore({ kind, migrated, relocatedTo, ownerUrl }: OpenStore): string {
  const where = kind === "server" ? new URL(ownerUrl).host : "内置 embedded";
  const moved = relocatedTo === null ? "" : `, 位于 at ${relocatedTo}`;
  return `${where}${moved}${migrated.length === 0 ? "" : `, 升级 migrations ${migrated.length}`}`;
}

async function fillDemo(store: OpenStore, { wish, report }: Starting): Promise<void> {
  await report.step(titles.demonstration, async ({ progress, detail }) => {
    const { filled, rows } = await fillDemonstration({
      workerPool: store.workerPool,
      scale: wish.scale,
      onProgress: ({ done, total, label }) => {
        if (label === "load") progress(done, total);
      },
    });
    const { enterprises = 0 } = rows;
    const words = filled ? "已填充 filled" : "已在 there";
    detail(`${words}: ${enterprises.toLocaleString("en-US")} 户 enterprises`);
  });
}

/** A city that is away does not keep the district from working: what changed is kept and told later. */
async function exchangeOnce(store: OpenStore, peer: CityPeer, report: StartReport): Promise<void> {
  const platform = openCityPlatform(peer);
  try {
    await report.step(titles.exchange, async ({ detail }) => {
      const { parts } = await runSync({
        pool: store.workerPool,
        platform,
        district: districtCode(),
      });
      detail(describeExchange(parts));
    });
  } catch (error) {
    report.note(error instanceof Error ? error.message : String(error));
  } finally {
    platform.close();
  }
}

function describeExchange(parts: readonly PartReport[]): string {
  const agreements = parts.flatMap(({ agreement }) => (agreement === null ? [] : [agreement]));
  const agreed = agreements.length > 0 && agreements.every((one) => one.agreed);
  const records = agreements.reduce((sum, one) => sum + one.records, 0);
  const failures = parts.flatMap(({ failure }) => (failure === null ? [] : [failure]));
  if (failures.length > 0) return failures.join("; ");
  return agreed
    ? `双方一致 both sides agree: ${records.toLocaleString("en-US")}`
    : "双方不一致 differences remain";
}

/** @returns its address; null without one. A demonstration without its city is still a demonstration. */
async function startCity(
  config: Config,
  store: OpenStore,
  { wish, report, running }: Starting,
): Promise<string | null> {
  if (config.cityPlatformUrl !== null) return config.cityPlatformUrl;
  if (!wish.demoCity) return null;
  try {
    const city = await report.step(titles.city, () =>
      startDemoCity({
        ownerUrl: store.ownerUrl,
        dataDir: config.dataDir,
        secret: store.secrets.demoCityKey,
        seedFile: null,
        onExit: (reason) =>
          report.note(`演示市级平台已退出 / the stand-in city platform has ended: ${reason}`),
      }),
    );
    running.push({ ...titles.city, stop: city.stop });
    return city.url;
  } catch (error) {
    report.note(error instanceof Error ? error.message : String(error));
    return null;
  }
}

function logTo(report: StartReport): (line: Readonly<Record<string, unknown>>) => void {
  return (line) => report.note(JSON.stringify({ time: new Date().toISOString(), ...line }));
}
