/** `goldseed criteria dry-run FILE…`: what packs would say of every enterprise of the store before they take effect. */
import { Command } from "commander";

import { dryRunPacks } from "../cultivation/dry-run-packs.ts";
import { withConfigFlags } from "./config-flags.ts";
import { table } from "./table.ts";
import { withWorkerPool } from "./with-worker-pool.ts";

interface DryRunFlags {
  readonly asOf?: string;
  readonly json?: true;
}

const heading = [
  "标准 pack",
  "达标 passing",
  "未达标 failing",
  "未知 unknown",
  "新达标 newly passing",
  "不再达标 no longer",
  "其他变化 otherwise changed",
  "例 examples",
];

/** @param day parses a day, @param today tells the present one. */
export function criteriaDryRunCommand(day: (text: string) => string, today: () => string): Command {
  const command = new Command("dry-run")
    .argument(
      "<file...>",
      "标准文件，替换同标识的标准或新增 / pack files that replace the pack of their id, or are added",
    )
    .description(
      "试评：按这些标准评判全部企业，与现行评判对比，不写入 / judge all enterprises by these packs, beside the assessments in force; writes nothing",
    )
    .option("--as-of <date>", "评判日期，默认今天 / day of judging; today when left out", day)
    .option("--json", "以 JSON 输出 / print JSON");
  return withConfigFlags(command).action((files: string[], given: DryRunFlags) =>
    withWorkerPool(command, async (pool) => {
      const report = await dryRunPacks(pool, files, given.asOf ?? today());
      if (given.json) {
        process.stdout.write(`${JSON.stringify(report)}\n`);
        return;
      }
      const rows = report.packs.map((row) => [
        ...[row.pack, row.passing, row.failing, row.unknown].map(String),
        ...[row.newlyPassing, row.noLongerPassing, row.otherwiseChanged].map((count) =>
          row.judgedBefore ? String(count) : "–",
        ),
        row.examples.slice(0, 3).join(" "),
      ]);
      const idle = report.disabled.map((id) => `停用，不评判 disabled, judges nobody: ${id}\n`);
      process.stdout.write(
        `评判日 as of ${report.asOf}，企业 enterprises ${report.enterprises}\n${table([heading, ...rows])}\n${idle.join("")}`,
      );
    }),
  );
}
