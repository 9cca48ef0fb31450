/** `goldseed score backtest`: how well the score of a past day foretold the titles gained since. */
import { Command } from "commander";

import { type Backtest, backtestScore } from "../cultivation/backtest-score.ts";
import { titleKinds } from "../domain/vocabulary.ts";
import { dayInChina } from "../lib/day-in-china.ts";
import type { RankingFigures } from "../store/queries/score-backtest.ts";
import { day } from "./day.ts";
import { withConfigFlags } from "./config-flags.ts";
import { table } from "./table.ts";
import { withWorkerPool } from "./with-worker-pool.ts";

interface BacktestFlags {
  readonly asOf?: string;
  readonly until?: string;
  readonly rules?: string;
  readonly json?: true;
}

export function scoreCommand(): Command {
  const command = new Command("score").description("企业得分 / the score of enterprises");
  command.addCommand(backtestCommand());
  return command;
}

function backtestCommand(): Command {
  const command = new Command("backtest")
    .description(
      "回测：以往某日的得分能否预示此后获得的称号 / how well scores of a past day foretold the titles gained since",
    )
    .option(
      "--as-of <date>",
      "评分日，默认截止日的一年前 / day of scoring; a year before --until when left out",
      day,
    )
    .option("--until <date>", "称号截止日，默认今天 / last day of titles; today when left out", day)
    .option("--rules <file>", "试用的评分规则 / weights to try instead of those in force")
    .option("--json", "以 JSON 输出 / print JSON");
  return withConfigFlags(command).action((given: BacktestFlags) =>
    withWorkerPool(command, async (pool) => {
      const until = given.until ?? dayInChina(Date.now());
      const asOf = given.asOf ?? yearBefore(until);
      const rules = given.rules === undefined ? {} : { rules: given.rules };
      const report = await backtestScore(pool, { asOf, until, ...rules });
      if (given.json) {
        process.stdout.write(`${JSON.stringify(report)}\n`);
        return;
      }
      const rows = report.titles.map((row) => [
        ...[row.kind, row.candidates, row.scored, row.gained].map(String),
        ...figuresOf(row.score),
        ...figuresOf(row.revenue),
        percent(row.random),
      ]);
      process.stdout.write(
        `评分规则 weights ${report.version}，评分日 scored on ${asOf}，称号截止 titles until ${until}\n${table([heading, ...rows])}\n${notGained(report)}`,
      );
    }),
  );
}

/** A title that is missing from the table would look forgotten. */
function notGained({ titles }: Backtest): string {
  const absent = titleKinds.filter((kind) => titles.every((row) => row.kind !== kind));
  if (absent.length === 0) return "";
  return `其间没有候选企业获得 not gained by any candidate in between: ${absent.join(", ")}\n`;
}

const heading = [
  "称号 title",
  "候选 candidates",
  "有分 scored",
  "获得 gained",
  "得分 AUC",
  "得分 P@k",
  "得分前一成倍数 lift",
  "营收 AUC",
  "营收 P@k",
  "营收前一成倍数 lift",
  "随机 random",
];

function figuresOf({ auc, precisionAtK, liftTopTenth }: RankingFigures): string[] {
  return [auc?.toFixed(3) ?? "–", percent(precisionAtK), liftTopTenth?.toFixed(1) ?? "–"];
}

const percent = (share: number | null): string =>
  share === null ? "–" : `${(share * 100).toFixed(1)}%`;

/** 29 February has no day a year before; the first of March stands for it. */
function yearBefore(date: string): string {
  const before = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
  return before.endsWith("02-29") ? `${before.slice(0, 4)}-03-01` : before;
}
