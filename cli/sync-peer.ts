/** The city platform that a command of `goldseed sync` talks to, and the ending that every one of them has. */
import type { Command } from "commander";

import { cityPeer, type CityPeer } from "../config/city-peer.ts";
import type { Config } from "../config/options.ts";
import { readRuntime } from "../config/runtime-file.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { RunSyncOptions } from "../sync/run-sync.ts";
import { districtCode, openCityLink, type CityLink } from "./open-city-platform.ts";
import type { OpenStore } from "./open-store.ts";
import { type CommandStore, withStore } from "./with-store.ts";

/** Opens store and platform, and on the first signal ends the work at its next checkpoint. */
export async function withExchange(
  command: Command,
  work: (options: RunSyncOptions, store: OpenStore) => Promise<void>,
): Promise<void> {
  await withStore(command, (store) => exchanging(store, work));
}

async function exchanging(
  store: CommandStore,
  work: (options: RunSyncOptions, store: OpenStore) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once("SIGINT", onSignal);
  process.once("SIGTERM", onSignal);
  let city: CityLink | null = null;
  try {
    city = openCityLink(peerOf(store.config, store), store.secrets);
    const { workerPool: pool } = store;
    await work(
      { pool, ...city, district: districtCode(), force: true, signal: stop.signal },
      store,
    );
  } finally {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
    city?.platform.close();
  }
}

function peerOf(config: Config, { secrets }: OpenStore): CityPeer {
  const peer = cityPeer(config, secrets, readRuntime(config.dataDir));
  if (peer !== null) return peer;
  throw new GoldseedError(
    "CITY_UNAVAILABLE",
    "没有可用的市级平台 / There is no city platform to talk to. Set CITY_PLATFORM_URL, CITY_PLATFORM_KEY_ID and CITY_PLATFORM_KEY, or CITY_FILES_DIR or CITY_TABLES_URL with CITY_KEYS_FILE, or run `goldseed start`, which brings a stand-in.",
  );
}
