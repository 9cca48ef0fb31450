/** `goldseed start`: everything in one process tree, from an empty folder to an answering gateway. */
import { Command, Option } from "commander";

import type { Config } from "../config/options.ts";
import { assertPortFree } from "./assert-port-free.ts";
import { readCommandConfig, withConfigFlags } from "./config-flags.ts";
import { serveUntilEnded } from "./serve-until-ended.ts";
import type { StartWish } from "./start-goldseed.ts";
import { greet, type Greeting } from "./start-greeting.ts";
import { eventReport, type StartReport, terminalReport } from "./start-report.ts";
import { steps } from "./start-steps.ts";
import { untilSignal } from "./until-signal.ts";

interface StartOptions {
  readonly scale: StartWish["scale"];
  readonly demo: boolean;
  readonly demoCity: boolean;
  readonly json?: true;
}

const help = `
示例 / examples:
  goldseed start
  PORT=8080 goldseed start --data-dir /var/lib/goldseed --no-demo
  DATABASE_URL=postgres://… goldseed start --no-demo --no-demo-city

--json 时标准输出每行一个事件 / with --json stdout has one event a line; the last before serving is {"event":"ready",…}.
退出码 / exit codes: 0 已停止 stopped, 69 依赖不可用 dependency down, 75 端口或目录被占用 port or folder in use, 78 配置有误 settings wrong.`;

export function startCommand(): Command {
  const command = new Command("start")
    .description(
      "启动全部：数据库、演示数据、市级平台、网关 / start everything and print how to use it",
    )
    .addOption(
      new Option("--scale <size>", "演示数据规模 / size of the demonstration, on the first start")
        .choices(["small", "default", "full"])
        .default("default"),
    )
    .option("--no-demo", "不填充演示数据 / do not fill an empty store")
    .option("--no-demo-city", "不启动演示市级平台 / no stand-in city platform")
    .option("--json", "输出事件 / print events")
    .addHelpText("after", help);
  withConfigFlags(command, ["host", "port", "environment", "language", "logLevel"]);
  return command.action((given: StartOptions) => runStart(command, given));
}

async function runStart(command: Command, given: StartOptions): Promise<void> {
  const { config } = readCommandConfig(command);
  const report = given.json ? jsonReport() : stderrReport(config);
  if (!given.json)
    process.stderr.write(`金种子 Goldseed  数据目录 data folder: ${config.dataDir}\n`);
  await report.step(steps.port, () => assertPortFree(config.host, config.port));
  const ending = untilSignal();
  await serveUntilEnded(ending, {
    config,
    wish: wishOf(given, config),
    report,
    onReady: (greeting) =>
      process.stdout.write(
        given.json ? `${JSON.stringify(readyEvent(greeting))}\n` : greet(greeting, config.language),
      ),
    onEnding: ({ text }) => given.json ?? process.stderr.write(`\n${text}\n`),
  });
  process.exitCode = (await ending).exitCode;
  // Whatever still holds the process, an idle socket of a client say, is not waited for.
  setTimeout(() => process.exit(), 1_000).unref();
}

/** A demonstration has no place beside real data: production fills nothing and runs no stand-in. */
function wishOf({ scale, demo, demoCity }: StartOptions, { environment }: Config): StartWish {
  const demonstrates = environment === "development";
  return { scale, demo: demo && demonstrates, demoCity: demoCity && demonstrates };
}

function readyEvent({ sessions, ...addresses }: Greeting): Readonly<Record<string, unknown>> {
  return {
    event: "ready",
    ...addresses,
    tokens: sessions.map(({ label, caller, token }) => ({ label, ...caller, token })),
  };
}

function stderrReport({ language }: Config): StartReport {
  const redraws = process.stderr.isTTY && process.env["TERM"] !== "dumb";
  return terminalReport({
    write: (text) => process.stderr.write(text),
    redraws,
    language,
    clock: () => performance.now(),
  });
}

function jsonReport(): StartReport {
  return eventReport(
    (event) => process.stdout.write(`${JSON.stringify(event)}\n`),
    () => performance.now(),
  );
}
