/** `goldseed quarantine list|export|retry`: rows that could not be taken in, to be looked at, mended and sent again. */
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";

import { Command } from "commander";

import { admitQuarantineExport, quarantineQuestion } from "../accounts/admit-quarantine-export.ts";
import { requestExport } from "../accounts/request-export.ts";
import { GoldseedError } from "../domain/errors.ts";
import { exportQuarantine } from "../intake/quarantine/export-quarantine.ts";
import { retryQuarantine } from "../intake/quarantine/retry-quarantine.ts";
import {
  countQuarantine,
  countQuarantinedRows,
  readQuarantine,
} from "../store/queries/import-quarantine.ts";
import type { Pool } from "../store/pool.ts";
import { commandActor } from "./audited-command.ts";
import { withConfigFlags } from "./config-flags.ts";
import { localOfficer } from "./local-officer.ts";
import { openOutFile } from "./open-out-file.ts";
import { soundPolicy } from "./read-policy.ts";
import { tellImport } from "./tell-import.ts";
import { table } from "./table.ts";
import { withWorkerPool } from "./with-worker-pool.ts";

interface Given {
  readonly source?: string;
  readonly run?: string;
  readonly all?: true;
  readonly rows?: true;
  readonly json?: true;
  readonly out?: string;
  readonly dryRun?: true;
  readonly propose?: string;
  readonly confirmed?: string;
}

export function quarantineCommand(): Command {
  const command = new Command("quarantine").description("隔离区 / rows that could not be taken in");
  command.addCommand(listCommand());
  command.addCommand(exportCommand());
  command.addCommand(retryCommand());
  return command;
}

function listCommand(): Command {
  const command = withFilters(
    new Command("list").description("按原因统计，或逐行列出 / counts by reason, or row by row"),
  )
    .option("--rows", "逐行列出 / list every row")
    .option("--json", "以 JSON 输出，每行一个 / print NDJSON");
  return withConfigFlags(command).action((given: Given) =>
    withWorkerPool(command, (pool) =>
      given.rows ? listRows(pool, given) : listCounts(pool, given),
    ),
  );
}

function exportCommand(): Command {
  const command = withFilters(
    new Command("export").description(
      "导出为 CSV，改好后可再次导入 / export as CSV, to be mended and sent again",
    ),
  )
    .option("--out <file>", "写入文件，默认标准输出 / file to write; stdout when left out")
    .option(
      "--propose <reason>",
      "行数过多时申请由另一人确认，不导出 / ask another person to confirm it; writes no file",
    )
    .option(
      "--confirmed <id>",
      "经另一人确认的申请编号 / id of the request that another confirmed",
    );
  return withConfigFlags(command).action((given: Given) =>
    withWorkerPool(command, async (pool) => {
      if (given.propose !== undefined) return propose(pool, given, given.propose);
      const { bulkExport } = soundPolicy();
      const wanted = { filter: filterOf(given), id: given.confirmed ?? null };
      await admitQuarantineExport(pool, localOfficer(), wanted, bulkExport);
      const pieces = exportQuarantine(pool, filterOf(given));
      const first = await pieces.next();
      // An empty file would be sent to the department all the same.
      if (first.done === true) process.stderr.write(nothing);
      else await write(given.out, first.value, pieces);
    }),
  );
}

async function propose(pool: Pool, given: Given, reason: string): Promise<void> {
  const filter = filterOf(given);
  const rows = await countQuarantinedRows(pool, filter);
  const question = { ...quarantineQuestion(filter), rows, reason };
  const id = await requestExport(pool, localOfficer(), question);
  process.stdout.write(
    `${rows} 行 rows，待另一人确认 wait for another person:\n  goldseed export-request confirm ${id}\n`,
  );
}

const nothing = "没有隔离的行 / nothing is quarantined\n";

async function write(
  out: string | undefined,
  first: string,
  rest: AsyncIterable<string>,
): Promise<void> {
  async function* all() {
    yield first;
    yield* rest;
  }
  const target = out === undefined ? process.stdout : await openOutFile(out);
  await pipeline(Readable.from(all()), target, { end: out !== undefined });
  if (out !== undefined) process.stderr.write(`已写出 / written: ${out}\n`);
}

function retryCommand(): Command {
  const command = new Command("retry")
    .description(
      "按现在的规则重新校验隔离的行 / check quarantined rows again as they stand, by today's rules",
    )
    .option("--source <id>", "只看一个来源 / of one source")
    .option("--run <run>", "只看一次导入 / of one import")
    .option("--dry-run", "只检查并说明结果，不写入 / say what would happen, write nothing")
    .option("--json", "以 JSON 输出，每行一个事件 / print NDJSON events");
  return withConfigFlags(command).action((given: Given) =>
    withWorkerPool(command, async (pool) => {
      const { sourceId, runId } = filterOf(given);
      const { dryRun } = given;
      const request = { pool, filter: { sourceId, runId }, startedBy: commandActor(), dryRun };
      await tellImport(given, (onProgress) => retryQuarantine({ ...request, onProgress }));
    }),
  );
}

async function listCounts(pool: Pool, given: Given): Promise<void> {
  const counts = await countQuarantine(pool, filterOf(given));
  const rows = counts.map((one) => [
    one.runId,
    one.sourceId,
    one.code,
    one.column,
    String(one.rows),
  ]);
  if (counts.length === 0 && !given.json) {
    process.stdout.write(nothing);
    return;
  }
  const heading = ["导入 run", "来源 source", "原因 reason", "列 column", "行数 rows"];
  process.stdout.write(
    given.json
      ? counts.map((one) => `${JSON.stringify(one)}\n`).join("")
      : `${table([heading, ...rows])}\n`,
  );
}

async function listRows(pool: Pool, given: Given): Promise<void> {
  let listed = 0;
  for await (const entry of readQuarantine(pool, filterOf(given))) {
    listed++;
    const reasons = entry.reasons.map((one) => `${one.messageZh} / ${one.messageEn}`).join("；");
    process.stdout.write(
      given.json
        ? `${JSON.stringify(entry)}\n`
        : `${entry.runId}-${entry.line}  ${reasons}${entry.resolution === null ? "" : `  [${entry.resolution}]`}\n`,
    );
  }
  if (listed === 0 && !given.json) process.stdout.write(nothing);
}

function withFilters(command: Command): Command {
  return command
    .option("--source <id>", "只看一个来源 / of one source")
    .option("--run <run>", "只看一次导入 / of one import")
    .option("--all", "含已解决的 / resolved rows too");
}

function filterOf({ source, run, all }: Given) {
  if (run !== undefined && !/^\d{1,18}$/.test(run)) {
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `--run “${run}”不是导入编号 / --run "${run}" is not the number of an import. See \`goldseed import status\`.`,
    );
  }
  return { sourceId: source, runId: run, all };
}
