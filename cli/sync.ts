/** `goldseed sync …`: one exchange with the city platform, where it stands, and every look at it. */
import { Command } from "commander";

import { syncStatus } from "../sync/read-status.ts";
import { runSync, syncParts, type RunSyncOptions, type SyncPart } from "../sync/run-sync.ts";
import { choiceOption } from "./choice-option.ts";
import { withConfigFlags } from "./config-flags.ts";
import { conflictsCommand } from "./sync-conflicts.ts";
import { keyCommand } from "./sync-key.ts";
import { withExchange } from "./sync-peer.ts";
import { diffCommand, receiptCommand, replayCommand, verifyCommand } from "./sync-proofs.ts";
import { statusText } from "./sync-status-text.ts";
import { exitCodeOfSync, syncText } from "./sync-text.ts";
import { vouchCommand } from "./sync-vouch.ts";
import { wholeNumber } from "./whole-number.ts";
import { withWorkerPool } from "./with-worker-pool.ts";

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
  for (const make of [
    diffCommand,
    verifyCommand,
    replayCommand,
    conflictsCommand,
    receiptCommand,
    keyCommand,
    vouchCommand,
  ]) {
    command.addCommand(make());
  }
  return command;
}

async function runOnce(command: Command, flags: RunFlags): Promise<void> {
  await withExchange(command, async (options) => {
    const report = await runSync({ ...options, ...chosen(flags) });
    process.stdout.write(flags.json ? `${JSON.stringify(report)}\n` : syncText(report));
    process.exitCode = exitCodeOfSync(report);
  });
}

function chosen({ only, approve }: RunFlags): Pick<RunSyncOptions, "parts" | "approvedRunId"> {
  return {
    ...(only === undefined ? {} : { parts: [only.toLowerCase() as SyncPart] }),
    ...(approve === undefined ? {} : { approvedRunId: approve }),
  };
}

async function showStatus(command: Command, flags: StatusFlags): Promise<void> {
  const runCount = wholeNumber("--runs", flags.runs, 1_000);
  await withWorkerPool(command, async (pool) => {
    const status = await syncStatus({ pool, runCount });
    process.stdout.write(flags.json ? `${JSON.stringify(status)}\n` : statusText(status));
  });
}
