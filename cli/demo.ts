/** `goldseed demo fill|status|city-seed`: the demonstration district without starting everything else. */
import { Command, InvalidArgumentError, Option } from "commander";

import { refreshPortraits } from "../cultivation/refresh-portraits.ts";
import { readDemonstrationPlan } from "../demo/district/city-titles.ts";
import { fillDemonstration, type Progress } from "../demo/district/fill-demonstration.ts";
import { defaultSeed } from "../demo/district/plan.ts";
import { type ScaleName, scaleNames } from "../demo/district/scale.ts";
import { writeCitySeed } from "../demo/district/write-city-seed.ts";
import { GoldseedError } from "../domain/errors.ts";
import { refreshAreaStatistics } from "../store/queries/area-statistics.ts";
import { readDemoRun } from "../store/queries/demo-load.ts";
import { loadReferenceData } from "../store/reference-data.ts";
import { day } from "./day.ts";
import { withConfigFlags } from "./config-flags.ts";
import { withStore } from "./with-store.ts";

interface Given {
  readonly json?: true;
}

interface FillGiven extends Given {
  readonly scale: ScaleName;
  readonly seed: number;
  readonly asOf?: string;
}

export function demoCommand(): Command {
  const command = new Command("demo").description("演示区数据 / the demonstration district");
  const fill = command
    .command("fill")
    .description(
      "填充演示区（已有则不变） / fill an empty store with it; a filled one is left as it is",
    )
    .addOption(
      new Option("--scale <scale>", "规模 / how much").choices(scaleNames).default("default"),
    )
    .option("--seed <number>", "随机种子 / same seed, same district", wholeNumber, defaultSeed)
    .option("--as-of <date>", "基准日，缺省为今天 / the day it is made for, default today", day)
    .option("--json", "以 JSON 输出 / print JSON");
  withConfigFlags(fill).action((given: FillGiven) => runFill(fill, given));
  const status = command
    .command("status")
    .description("是否已填充 / whether and with what the store is filled")
    .option("--json", "以 JSON 输出 / print JSON");
  withConfigFlags(status).action((given: Given) => runStatus(status, given));
  const seed = command
    .command("city-seed")
    .argument("<file>", "写入的文件 / file to write")
    .description(
      "导出市级平台的初始称号（JSON 行） / write the stand-in city's titles as JSON lines",
    );
  withConfigFlags(seed).action((file: string) => runCitySeed(seed, file));
  return command;
}

async function runFill(command: Command, { scale, seed, asOf, json }: FillGiven): Promise<void> {
  await withStore(command, async ({ workerPool }) => {
    await loadReferenceData(workerPool);
    const day = asOf === undefined ? {} : { asOf };
    const result = await fillDemonstration({
      workerPool,
      scale,
      seed,
      ...day,
      refresh: async () => {
        await refreshPortraits(workerPool, day);
        await refreshAreaStatistics(workerPool, asOf);
      },
      onProgress: (progress) => showProgress(progress, json),
    });
    const asked = { scale, seed, ...day };
    if (!result.filled && isOther(asked, result.plan)) refuseOther(asked, result.plan);
    print(
      json,
      result,
      `${result.filled ? "已填充 filled" : "已在库中 there already"}: ${words(result)}`,
    );
  });
}

type Asked = Partial<Record<"scale" | "seed" | "asOf", unknown>>;

const isOther = (asked: Asked, plan: Asked) =>
  Object.entries(asked).some(([name, value]) => plan[name as keyof Asked] !== value);

function refuseOther(asked: Asked, plan: Asked): never {
  const named = (what: Asked) =>
    Object.entries(what)
      .map(([name, value]) => `${name} "${String(value)}"`)
      .join(", ");
  throw new GoldseedError(
    "CONFLICT",
    `库中已有另一演示区，请换数据目录或数据库 / This store holds the demonstration of ${named(plan)}; asked for was ${named(asked)}. Leave it as it is, or fill another data folder (--data-dir) or database (DATABASE_URL).`,
    { details: { asked, plan } },
  );
}

async function runStatus(command: Command, { json }: Given): Promise<void> {
  await withStore(command, async ({ workerPool }) => {
    const run = await readDemoRun(workerPool);
    if (run === null) process.exitCode = 4;
    const text =
      run === null
        ? "没有演示数据 no demonstration here"
        : `${run.state} ${JSON.stringify(run.report["plan"])}`;
    print(json, run, text);
  });
}

async function runCitySeed(command: Command, file: string): Promise<void> {
  await withStore(command, async ({ workerPool }) => {
    const plan = await readDemonstrationPlan(workerPool);
    if (plan === null) {
      throw new GoldseedError(
        "NOT_FOUND",
        '库中没有演示数据，请先运行 goldseed demo fill / This store holds no demonstration. Fill it first: "goldseed demo fill".',
      );
    }
    process.stdout.write(`${await writeCitySeed(plan, file)} 行 lines: ${file}\n`);
  });
}

function words({ plan, rows }: { plan: object; rows: Readonly<Record<string, number>> }): string {
  const records = Object.values(rows).reduce((sum, count) => sum + count, 0);
  return `${rows["enterprises"] ?? 0} 户 entities, ${records} 行 rows, ${JSON.stringify(plan)}`;
}

function print(json: true | undefined, value: unknown, text: string): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`);
}

/** One line that is written over on a terminal; with `--json` an event a line; else nothing, the result says it all. */
function showProgress(progress: Progress, json: true | undefined): void {
  const { done, total, label } = progress;
  if (json) process.stderr.write(`${JSON.stringify({ event: "progress", ...progress })}\n`);
  if (json || !process.stderr.isTTY) return;
  const step = label === "load" ? "演示数据 demonstration" : "画像与统计 portraits";
  const end = done === total ? "\n" : "";
  process.stderr.write(`\r${step} ${Math.floor((done * 100) / total)}% ${end}`);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new InvalidArgumentError(
      "应为 0 至 999999999 的整数 / Expected a whole number from 0 to 999999999.",
    );
  return Number(text);
}
