/** `goldseed db verify`: every read model computed anew and compared; exit code 1 when something differs. */
import { Command } from "commander";

import { type Verification, verifyReadModels } from "../cultivation/verify-read-models.ts";
import { day } from "./day.ts";
import { withConfigFlags } from "./config-flags.ts";
import { withWorkerPool } from "./with-worker-pool.ts";

interface Given {
  readonly json?: true;
  readonly repair?: true;
  readonly asOf?: string;
}

export function dbVerifyCommand(): Command {
  const command = new Command("verify")
    .description(
      "重新计算全部读模型并逐项比对，有出入时退出码为 1 / compute every read model anew and list every difference; exit code 1 when there is one",
    )
    .option("--repair", "以重新计算的结果为准 / keep what has been computed")
    .option(
      "--as-of <date>",
      "画像的日期，默认今天 / day portraits are of; today when left out",
      day,
    )
    .option("--json", "以 JSON 输出 / print JSON");
  return withConfigFlags(command).action((given: Given) =>
    withWorkerPool(command, async (pool) => {
      const found = await verifyReadModels(pool, {
        repair: given.repair === true,
        ...(given.asOf === undefined ? {} : { asOf: given.asOf }),
      });
      process.stdout.write(given.json ? `${JSON.stringify(found)}\n` : `${wordsOf(found)}\n`);
      if (found.differences.length > 0 && !found.repaired) process.exitCode = 1;
    }),
  );
}

function wordsOf({ differences, waiting, repaired }: Verification): string {
  const lines = differences.map(
    ({ model, key, column, stored, computed }) =>
      `≠ ${model} ${key}${column === null ? "" : ` ${column}`}: ${JSON.stringify(stored)} → ${JSON.stringify(computed)}`,
  );
  if (waiting > 0)
    lines.push(
      `… 有 ${waiting} 家的变更尚待计算 / changes of ${waiting} enterprises wait for the worker`,
    );
  const ending = repaired ? "已修复 / repaired" : "未改动 / left as they are: --repair mends them";
  lines.push(
    differences.length === 0
      ? "✓ 读模型与事实一致 / the read models agree with the facts"
      : `✗ ${differences.length} 处不一致 / differences, ${ending}`,
  );
  return lines.join("\n");
}
