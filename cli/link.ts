/** `goldseed link`: the review queue, why a record is tied to an enterprise, and how well the linker does on files. */
import { Command } from "commander";

import { type Evaluation, evaluateLinking } from "../intake/link/evaluate-linking.ts";
import { explainCommand } from "./link-explain.ts";
import { reviewCommand } from "./link-review.ts";
import { table } from "./table.ts";

interface Given {
  readonly registry: string;
  readonly history?: string;
  readonly mentions: string;
  readonly out: string;
  readonly truth?: string;
  readonly weights?: string;
  readonly json?: true;
}

export function linkCommand(): Command {
  const command = new Command("link").description("企业关联 / tying records to enterprises");
  command.addCommand(reviewCommand());
  command.addCommand(explainCommand());
  command.addCommand(evaluateCommand());
  return command;
}

function evaluateCommand(): Command {
  return new Command("evaluate")
    .description(
      "用文件检验关联效果 / run the production linker over files and write its decisions",
    )
    .requiredOption(
      "--registry <file>",
      "登记库 CSV，可为 .gz：regid,name,uscc[,old_reg_no,city,address] / the register",
    )
    .option("--history <file>", "曾用名 CSV：regid,former_name / former names")
    .requiredOption(
      "--mentions <file>",
      "待关联记录 CSV：qid,name[,code,address,city_hint] / the mentions",
    )
    .requiredOption(
      "--out <file>",
      "结果 CSV：qid,decision(auto|review|none),regid,… / where the decisions go",
    )
    .option(
      "--truth <file>",
      "标准答案 CSV，给出即评分 / known answers; with them the figures are told",
    )
    .option("--weights <file>", "权重文件，默认内置 / other weights than the shipped ones")
    .option("--json", "以 JSON 输出 / print JSON")
    .action(async (given: Given) => {
      const evaluation = await evaluateLinking(given);
      process.stdout.write(given.json ? `${JSON.stringify(evaluation)}\n` : report(evaluation));
    });
}

function report(evaluation: Evaluation): string {
  const { decisions, mentions, figures } = evaluation;
  const share = (part: number): string => `${((100 * part) / Math.max(1, mentions)).toFixed(2)} %`;
  const percent = (value: number): string => `${(100 * value).toFixed(2)} %`;
  const rows: string[][] = [
    ["企业 / entities", String(evaluation.entities), `名称 / names ${evaluation.names}`],
    ["记录 / mentions", String(mentions), `${Math.round(evaluation.recordsPerSecond)} /s`],
    ["自动关联 / linked", String(decisions.auto), share(decisions.auto)],
    ["转人工 / review", String(decisions.review), share(decisions.review)],
    ["未关联 / none", String(decisions.none), share(decisions.none)],
    ...Object.entries(evaluation.methods).map(([method, count]) => [
      `  ${method}`,
      String(count),
      share(count),
    ]),
    [
      "建索引 / indexing",
      `${evaluation.indexSeconds.toFixed(1)} s`,
      `读取 / reading ${evaluation.readSeconds.toFixed(1)} s`,
    ],
  ];
  if (figures !== undefined) {
    rows.push(
      ["准确率 / precision", percent(figures.precision), `误连 / wrong ${figures.wrong}`],
      ["召回率 / recall", percent(figures.recall), "可判定的 / of the resolvable"],
      ["  有代码 / with a number", percent(figures.recallWithCode), ""],
      ["  仅名称 / name only", percent(figures.recallNameOnly), ""],
      ["无企业却关联 / linked without an enterprise", percent(figures.linkedWithoutEnterprise), ""],
      ["复核首选正确 / first in review", percent(figures.firstInReview), ""],
    );
  }
  return table(rows);
}
