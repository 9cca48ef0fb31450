/** `goldseed sync run|status`: one exchange with the city platform, and where it stands. */
import { Command } from "commander";

import { cityPeer, type CityPeer } from "../config/city-peer.ts";
import { readRuntime } from "../config/runtime-file.ts";
import type { Config } from "../config/options.ts";
import { GoldseedError } from "../domain/errors.ts";
import { syncStatus } from "../sync/read-status.ts";
import { runSync, syncParts, type RunSyncOptions, type SyncPart } from "../sync/run-sync.ts";
import { choiceOption } from "./choice-option.ts";
import { readCommandConfig, withConfigFlags } from "./config-flags.ts";
import { districtCode, openCityPlatform } from "./open-city-platform.ts";
import { openStore, type OpenStore } from "./open-store.ts";
import { exitCodeOfSync, statusText, syncText } from "./sync-text.ts";

interface RunFlags {
  readonly only?: string;
  readonly approve?: string;
  readonly json?: true;
}

interface StatusFlags {
  readonly runs: string;
  readonly json?: true;
}

export function syncCommand(): Command {
  const command = new Command("sync").description(
    "与市级平台同步 / exchange with the city platform",
  );
  const run = command
    .command("run")
    .description(
      "同步一次：拉取称号、推送推荐、核对一致 / one exchange: pull titles, push recommendations, compare; exit code 3 when something waits for a person",
    )
    .addOption(
      choiceOption(
        "--only <part>",
        "只做一部分 / only one part",
        syncParts.map((part) => part.toUpperCase()),
      ),
    )
    .option("--approve <run>", "批准一次待确认的拉取 / let a held pull pass, by its run id")
    .option("--json", "以 JSON 输出 / print JSON");
  withConfigFlags(run).action((flags: RunFlags) => runOnce(run, flags));
  const status = command
    .command("status")
    .description("显示同步状态 / show where the exchange stands")
    .option("--runs <count>", "显示最近几次 / how many of the newest runs", "10")
    .option("--json", "以 JSON 输出 / print JSON");
  withConfigFlags(status).action((flags: StatusFlags) => showStatus(status, flags));
  return command;
}

async function runOnce(command: Command, flags: RunFlags): Promise<void> {
  const { config } = readCommandConfig(command);
  await withStore(config, async (store) => {
    const platform = openCityPlatform(peerOf(config, store));
    const stop = new AbortController();
    const onSignal = (): void => stop.abort();
    process.once("SIGINT", onSignal);
    process.once("SIGTERM", onSignal);
    try {
      const report = await runSync({
        pool: store.workerPool,
        platform,
        district: districtCode(),
        force: true,
        signal: stop.signal,
        ...chosen(flags),
      });
      process.stdout.write(flags.json ? `${JSON.stringify(report)}\n` : syncText(report));
      process.exitCode = exitCodeOfSync(report);
    } finally {
      process.off("SIGINT", onSignal);
      process.off("SIGTERM", onSignal);
      platform.close();
    }
  });
}

function chosen({ only, approve }: RunFlags): Pick<RunSyncOptions, "parts" | "approvedRunId"> {
  return {
    ...(only === undefined ? {} : { parts: [only.toLowerCase() as SyncPart] }),
    ...(approve === undefined ? {} : { approvedRunId: approve }),
  };
}

async function showStatus(command: Command, flags: StatusFlags): Promise<void> {
  const runCount = Number(flags.runs);
  if (!Number.isInteger(runCount) || runCount < 1 || runCount > 1_000) {
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `--runs 须为 1 至 1000 的整数 / --runs is "${flags.runs}", expected a whole number from 1 to 1000.`,
    );
  }
  await withStore(readCommandConfig(command).config, async ({ workerPool }) => {
    const status = await syncStatus({ pool: workerPool, runCount });
    process.stdout.write(flags.json ? `${JSON.stringify(status)}\n` : statusText(status));
  });
}

async function withStore(config: Config, work: (store: OpenStore) => Promise<void>): Promise<void> {
  const store = await openStore(config);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

function peerOf(config: Config, { secrets }: OpenStore): CityPeer {
  const peer = cityPeer(config, secrets, readRuntime(config.dataDir));
  if (peer !== null) return peer;
  throw new GoldseedError(
    "CITY_UNAVAILABLE",
    "没有可用的市级平台 / There is no city platform to talk to. Set CITY_PLATFORM_URL, CITY_PLATFORM_KEY_ID and CITY_PLATFORM_KEY, or run `goldseed start`, which brings a stand-in.",
  );
}
