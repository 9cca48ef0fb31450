/** `goldseed assess run|status`: judges the enterprises of the store by the criteria in force. */
import { Command } from "commander";

import { assessEnterprises } from "../cultivation/assess-enterprises.ts";
import { findWaysToPass } from "../cultivation/find-ways-to-pass.ts";
import { GoldseedError } from "../domain/errors.ts";
import { dayInChina } from "../lib/day-in-china.ts";
import type { Pool } from "../store/pool.ts";
import { countAssessments, lastJudgedOn } from "../store/queries/assess-counts.ts";
import { day } from "./day.ts";
import { withConfigFlags } from "./config-flags.ts";
import { table } from "./table.ts";
import { withWorkerPool } from "./with-worker-pool.ts";

interface RunFlags {
  readonly asOf?: string;
  readonly pack?: readonly string[];
  readonly ways?: true;
  readonly json?: true;
}

export function assessCommand(): Command {
  const command = new Command("assess").description("评判全部企业 / judge all enterprises");
  command.addCommand(runCommand());
  command.addCommand(statusCommand());
  return command;
}

function runCommand(): Command {
  const command = new Command("run")
    .description("按现行标准评判，并核对称号 / judge by the criteria in force, and compare titles")
    .option(
      "--as-of <date>",
      "评判日期，最近一次评判至今天，默认今天 / day of judging, from the last judgement to today; today when left out",
      day,
    )
    .option("--pack <id...>", "只按这些标准 / by these packs alone")
    .option("--ways", "并为接近达标者寻找途径 / look for ways to pass of those who are near")
    .option("--json", "以 JSON 输出 / print JSON");
  return withConfigFlags(command).action((given: RunFlags) =>
    withWorkerPool(command, async (pool) => {
      const asOf = given.asOf === undefined ? {} : { asOf: given.asOf };
      if (given.asOf !== undefined) await assertOnward(pool, given.asOf);
      const done = await assessEnterprises(pool, {
        ...asOf,
        ...(given.pack === undefined ? {} : { packs: given.pack }),
      });
      const ways = given.ways ? await findWaysToPass(pool, asOf) : 0;
      const report = { ...done, ways };
      const words =
        `企业 enterprises ${done.enterprises}，标准 packs ${done.packs}，变化 changed ${done.changed}，` +
        `终止 ended ${done.ended}，称号核对变化 verifications ${done.verifications}，出入库 moves ${done.moves}，途径 ways ${ways}`;
      process.stdout.write(`${given.json ? JSON.stringify(report) : words}\n`);
    }),
  );
}

/**
 * What is written is what stands, with its history: a day to come would let titles end and enterprises leave their
 * libraries that have not yet, and a day before the last judgement would end verdicts before they began.
 */
async function assertOnward(pool: Pool, asOf: string): Promise<void> {
  const today = dayInChina(Date.now());
  const since = (await lastJudgedOn(pool)) ?? asOf;
  if (asOf <= today && asOf >= since) return;
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `评判日“${asOf}”应在最近一次评判（${since}）与今天（${today}）之间 / --as-of "${asOf}" must lie between the last judgement (${since}) and today (${today}). ` +
      "试评不写入，可用任何一日 / A dry run writes nothing and takes any day: goldseed criteria dry-run.",
  );
}

function statusCommand(): Command {
  const command = new Command("status")
    .description("各标准与称号核对的现状 / where enterprises stand")
    .option("--json", "以 JSON 输出 / print JSON");
  return withConfigFlags(command).action((given: { readonly json?: true }) =>
    withWorkerPool(command, async (pool) => {
      const counts = await countAssessments(pool);
      if (given.json) {
        process.stdout.write(`${JSON.stringify(counts)}\n`);
        return;
      }
      const packs = counts.packs.map((row) => [row.pack, row.passing, row.failing, row.unknown]);
      const outcomes = counts.outcomes.map((row) => [row.kind, row.outcome, row.count]);
      const write = (rows: (string | number)[][]) =>
        process.stdout.write(`${table(rows.map((row) => row.map(String)))}\n`);
      write([["标准 pack", "达标 passing", "未达标 failing", "未知 unknown"], ...packs]);
      write([["称号 title", "核对结果 outcome", "户数 count"], ...outcomes]);
    }),
  );
}
