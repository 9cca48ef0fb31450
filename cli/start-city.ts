/** Brings up what the gateway and the timer talk to as the city: the real platform, the stand-in, or nothing. */
import { cityPeer, type CityPeer } from "../config/city-peer.ts";
import type { Config } from "../config/options.ts";
import { readRuntime, writeRuntime } from "../config/runtime-file.ts";
import type { WorkAudit } from "./audited-work.ts";
import { demoCitySeed } from "./demo-city-seed.ts";
import { exchangeWithCity } from "./exchange-with-city.ts";
import { openCityLink, statementKeyOf, type CityLink } from "./open-city-platform.ts";
import type { OpenStore } from "./open-store.ts";
import { startDemoCity } from "./start-demo-city.ts";
import type { Starting } from "./start-goldseed.ts";
import { steps } from "./start-steps.ts";

export interface City {
  readonly url: string;
  readonly link: CityLink;
}

/** @returns null without a city. One that is away does not keep the district from working. */
export async function startCity(
  config: Config,
  store: OpenStore,
  starting: Starting,
): Promise<City | null> {
  if (cityPeer(config, store.secrets, null) === null && starting.wish.demoCity)
    await runStandIn(config, store, starting);
  const peer = cityPeer(config, store.secrets, readRuntime(config.dataDir));
  if (peer === null) return null;
  const link = openCityLink(peer, store.secrets);
  await exchangeFirst({ pool: store.workerPool, config }, link, starting);
  return { url: addressOf(peer), link };
}

/** A database's address may hold a password: it is left out. */
function addressOf({ way, url }: CityPeer): string {
  if (way !== "tables") return url;
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}

async function runStandIn(
  config: Config,
  store: OpenStore,
  { report, running }: Starting,
): Promise<void> {
  const { dataDir } = config;
  try {
    const city = await report.step(steps.city, async () =>
      startDemoCity({
        ownerUrl: store.ownerUrl,
        dataDir,
        secret: store.secrets.demoCityKey,
        statementKey: statementKeyOf(store.secrets),
        seedFile: await demoCitySeed(store),
        onExit: (reason) =>
          report.note(`演示市级平台已退出 / the stand-in city platform has ended: ${reason}`),
      }),
    );
    running.push({ ...steps.city, stop: city.stop });
    const runtime = readRuntime(dataDir);
    if (runtime !== null) writeRuntime(dataDir, { ...runtime, demoCityUrl: city.url });
  } catch (error) {
    report.note(error instanceof Error ? error.message : String(error));
  }
}

/** Changes that the city does not hear of now are kept and told by the timer. */
async function exchangeFirst(
  audit: WorkAudit,
  city: CityLink,
  { report }: Starting,
): Promise<void> {
  try {
    await report.step(steps.exchange, async ({ detail }) => {
      detail((await exchangeWithCity(audit, city)).words);
    });
  } catch (error) {
    report.note(error instanceof Error ? error.message : String(error));
  }
}
