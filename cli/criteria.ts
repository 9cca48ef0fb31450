/** `goldseed criteria judge|list|show|check|diff|dry-run`: official criteria as data, and verdicts by them; the last alone needs a store. */
import { open, stat } from "node:fs/promises";

import { Command } from "commander";

import {
  formatProblem,
  loadCriteria,
  loadSoundCriteria,
  type LocatedProblem,
  rulesInvalid,
} from "../cultivation/load-criteria.ts";
import type { Criteria } from "../domain/criteria/criteria.ts";
import { diffPacks } from "../domain/criteria/diff-packs.ts";
import type { Pack } from "../domain/criteria/pack.ts";
import { GoldseedError } from "../domain/errors.ts";
import { decimalToNumber, isDecimal } from "../lib/decimal.ts";
import { dayInChina } from "../lib/day-in-china.ts";
import { nearestNames } from "../lib/nearest-names.ts";
import { readLines } from "../lib/read-lines.ts";
import { day } from "./day.ts";
import { criteriaDryRunCommand } from "./criteria-dry-run.ts";
import { judgeLines } from "./criteria-judge.ts";
import { differenceText, listText, packRow, packText } from "./criteria-text.ts";

interface JudgeOptions {
  readonly asOf?: string;
  readonly pack?: readonly string[];
}

interface ShowOptions {
  readonly asOf?: string;
  readonly json?: true;
}

const exitPartial = 3;

export function criteriaCommand(): Command {
  const command = new Command("criteria").description("认定标准 / official criteria");
  addJudge(command);
  addList(command);
  addShow(command);
  addCheck(command);
  addDiff(command);
  command.addCommand(criteriaDryRunCommand(day, today));
  return command;
}

function addJudge(command: Command): void {
  command
    .command("judge")
    .argument("[file]", "记录文件，缺省读标准输入 / file of records; standard input when left out")
    .description(
      "逐行判定 / judge records {id, standard, inputs}, a JSON object on each line; verdicts on stdout",
    )
    .option(
      "--as-of <date>",
      "判定日，适用当日有效的年度通知 / day of judging: notices in force on it apply",
      day,
    )
    .option(
      "--pack <file...>",
      "试用尚未生效的标准文件 / judge by these pack files as if they were in place",
    )
    .addHelpText(
      "after",
      '\n示例 / example:\n  echo \'{"id":"1","standard":"sme_size_2011_300","inputs":{"industry":"C35","X":19,"Y":5000}}\' | goldseed criteria judge\n\n有不能判定的行时退出码为 3 / exit code 3 when some lines could not be judged',
    )
    .action(judgeStream);
}

async function judgeStream(file: string | undefined, options: JudgeOptions): Promise<void> {
  const criteria = await loadSoundCriteria({ overlaid: options.pack ?? [] });
  const source = file === undefined ? process.stdin : await openFile(file);
  const { judged, refused } = await judgeLines(
    criteria,
    { asOf: options.asOf, today: today() },
    {
      lines: readLines(source),
      write: writeOut,
      complain: (text) => process.stderr.write(text),
    },
  );
  if (refused === 0) return;
  process.stderr.write(
    `${refused} 行不能判定，${judged} 行已判定 / ${refused} line(s) could not be judged, ${judged} were\n`,
  );
  process.exitCode = exitPartial;
}

async function openFile(path: string): Promise<AsyncIterable<Uint8Array>> {
  try {
    // A folder can be opened, and fails only when it is read.
    if ((await stat(path)).isDirectory()) throw new Error("it is a folder");
    return (await open(path)).createReadStream();
  } catch (cause) {
    throw new GoldseedError(
      "FILE_UNREADABLE",
      `无法读取“${path}”，请检查路径 / "${path}" cannot be read; check the path`,
      { cause },
    );
  }
}

/** Waits for the reader of a pipe; a reader that has gone away (`| head`) ends the command quietly. */
function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error == null) resolve();
      else if ("code" in error && error.code === "EPIPE") process.exit(0);
      else reject(error);
    });
  });
}

function addList(command: Command): void {
  command
    .command("list")
    .description("列出标准 / list the packs")
    .option(
      "--as-of <date>",
      "按此日判断是否适用 / say what governs on this day; today when left out",
      day,
    )
    .option("--json", "以 JSON 输出 / print JSON")
    .action(async (options: ShowOptions) => {
      const { packs } = await loadSoundCriteria();
      const rows = [...packs.values()].map((pack) => packRow(pack, options.asOf ?? today()));
      print(options.json ? rows : listText(rows));
    });
}

function addShow(command: Command): void {
  command
    .command("show")
    .argument("<id>", "标准标识 / id of the pack")
    .description("显示一部标准 / show a pack")
    .option("--json", "以 JSON 输出 / print JSON")
    .action(async (id: string, options: ShowOptions) => {
      const criteria = await loadSoundCriteria();
      const pack = packById(id, criteria);
      print(options.json ? pack : packText(pack, criteria.catalogue));
    });
}

function addCheck(command: Command): void {
  command
    .command("check")
    .argument(
      "[file...]",
      "标准文件，放到现有标准之上一起检查 / pack files, checked together with the packs in place",
    )
    .description(
      "检查标准，列出全部问题 / check packs and list every problem; exit code 2 when there is one",
    )
    .option("--json", "以 JSON 输出 / print JSON")
    .action(async (files: string[], options: ShowOptions) => {
      const { criteria, problems } = await loadCriteria({ overlaid: files });
      if (options.json) {
        print({ ok: problems.length === 0, packs: criteria.packs.size, problems });
      } else if (problems.length === 0) {
        print(
          `${criteria.packs.size} 部标准，没有问题 / ${criteria.packs.size} packs, no problem\n`,
        );
      }
      if (problems.length > 0) refuse(problems, options.json === true);
    });
}

/** In JSON the problems are already on stdout; only the exit code is left to set. */
function refuse(problems: readonly LocatedProblem[], told: boolean): void {
  if (!told) for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
  process.exitCode = 2;
}

function addDiff(command: Command): void {
  command
    .command("diff")
    .argument("<before>", "标准标识或文件 / id of a pack, or a file")
    .argument("<after>", "标准标识或文件 / id of a pack, or a file")
    .description("比较两部标准 / compare two packs")
    .option("--json", "以 JSON 输出 / print JSON")
    .action(async (before: string, after: string, options: ShowOptions) => {
      const [old, now] = [await packNamed(before), await packNamed(after)];
      const differences = diffPacks(old.pack, now.pack, now.criteria.catalogue);
      print(options.json ? differences : differenceText(differences));
    });
}

interface NamedPack {
  readonly pack: Pack;
  readonly criteria: Criteria;
}

/** A name that ends in .yaml or .yml is a file; anything else is an id. */
async function packNamed(name: string): Promise<NamedPack> {
  if (!/\.ya?ml$/.test(name)) {
    const criteria = await loadSoundCriteria();
    return { pack: packById(name, criteria), criteria };
  }
  const { criteria, overlaid, problems } = await loadCriteria({ overlaid: [name] });
  const [pack] = overlaid;
  if (pack === undefined) throw rulesInvalid(problems);
  return { pack, criteria };
}

function packById(id: string, criteria: Criteria): Pack {
  const pack = criteria.packs.get(id);
  if (pack !== undefined) return pack;
  const near = nearestNames(id, criteria.packs.keys());
  const hint =
    near.length > 0
      ? { zh: `是否指 ${near.join(" 或 ")}？`, en: `did you mean ${near.join(" or ")}?` }
      : { zh: "见 goldseed criteria list", en: "see goldseed criteria list" };
  throw new GoldseedError(
    "NOT_FOUND",
    `没有标准“${id}”；${hint.zh} / there is no pack "${id}"; ${hint.en}`,
    { details: { near } },
  );
}

/** The day an application of today bears. */
const today = () => dayInChina(Date.now());

function print(value: unknown): void {
  process.stdout.write(
    typeof value === "string" ? value : `${JSON.stringify(value, decimalsAsNumbers, 2)}\n`,
  );
}

function decimalsAsNumbers(_key: string, value: unknown): unknown {
  return isDecimal(value) ? decimalToNumber(value) : value;
}
