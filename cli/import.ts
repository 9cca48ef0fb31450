/** `goldseed import <source> <file>`, or from its API or exchange table, and what became of imports: status, resume, abandon. */
import { join } from "node:path";

import { Command } from "commander";

import { GoldseedError } from "../domain/errors.ts";
import { abandonImport } from "../intake/abandon-import.ts";
import { openFeed } from "../intake/feed/open-feed.ts";
import { importFromFeed } from "../intake/import-from-feed.ts";
import { rejectImport, releaseImport } from "../intake/release-import.ts";
import { resumeImport } from "../intake/resume-import.ts";
import { undoImport } from "../intake/undo-import.ts";
import type { Pool } from "../store/pool.ts";
import { listImportRuns } from "../store/queries/import-runs.ts";
import { loadReferenceData } from "../store/reference-data.ts";
import { isOpenImport } from "../domain/open-imports.ts";
import { commandActor } from "./audited-command.ts";
import { withConfigFlags } from "./config-flags.ts";
import { importStatusText } from "./import-status.ts";
import { tellImport } from "./tell-import.ts";
import { withImporter } from "./with-importer.ts";
import { wholeNumber } from "./whole-number.ts";
import { type CommandStore, withStore } from "./with-store.ts";

interface Given {
  readonly json?: true;
  readonly dryRun?: true;
  readonly fromApi?: true;
  readonly fromTable?: true;
  readonly connections?: string;
  readonly acceptColumns?: string;
  readonly file?: string;
  readonly source?: string;
  readonly limit?: string;
}

const json = ["--json", "以 JSON 输出，每行一个事件 / print NDJSON events"] as const;

export function importCommand(): Command {
  const command = new Command("import")
    .description("导入一个来源的文件 / take in a file of a source")
    .argument("<source>", "来源，如 registry / the source")
    .argument("[file]", "CSV、XLSX 或 JSON 文件，UTF-8 或 GB18030 / the file")
    .option("--from-api", "从该来源的接口取数 / fetch from the API of the source")
    .option("--from-table", "从该来源的前置库取数 / fetch from its exchange table")
    .option(
      "--connections <folder>",
      "连接配置目录，默认为数据目录下 connections / folder of connections",
    )
    .option(
      "--accept-columns <reason>",
      "列看似互换而确实无误的文件，说明理由后放行 / why a file is right whose columns look swapped",
    )
    .option("--dry-run", "只检查并说明结果，不写入 / say what would happen, write nothing")
    .option(...json);
  withConfigFlags(command).action((sourceId: string, path: string | undefined, given: Given) =>
    withReference(command, async (store) => {
      const { workerPool: pool, dataDir } = store;
      const { dryRun, acceptColumns } = given;
      const common = { sourceId, startedBy: commandActor(), dryRun, acceptColumns };
      const way = wayOf(path, given);
      if (way === "FILE") {
        const file = path ?? "";
        await withImporter(store, file, (importer) =>
          tellImport(given, (onProgress) =>
            importer.importRecords({ ...common, path: file, onProgress }),
          ),
        );
        return;
      }
      const folder = given.connections ?? join(dataDir, "connections");
      const feed = await openFeed(folder, sourceId, way);
      const outcomes = await tellImport(given, (onProgress) =>
        importFromFeed({ ...common, pool, feed, onProgress }),
      );
      if (outcomes.length === 0) process.stdout.write(nothingNew(given, sourceId));
    }),
  );
  command.addCommand(statusCommand());
  command.addCommand(resumeCommand());
  command.addCommand(abandonCommand());
  command.addCommand(releaseCommand());
  command.addCommand(rejectCommand());
  command.addCommand(undoCommand());
  return command;
}

function statusCommand(): Command {
  const command = new Command("status")
    .description("列出最近的导入 / list the latest imports")
    .option("--source <id>", "只看一个来源 / of one source")
    .option("--limit <n>", "最多几条 / how many", "20")
    .option(...json);
  return withConfigFlags(command).action(() =>
    withPool(command, async (pool) => {
      const given = givenTo(command);
      const limit = wholeNumber("--limit", given.limit ?? "20", 1_000_000);
      const runs = await listImportRuns(pool, { sourceId: given.source, limit });
      const text = given.json
        ? runs.map((run) => `${JSON.stringify(run)}\n`).join("")
        : await importStatusText(pool, runs);
      process.stdout.write(text);
    }),
  );
}

function resumeCommand(): Command {
  const command = new Command("resume")
    .description("续完被中断的导入 / finish an import that was interrupted")
    .argument("[run]", "导入编号；只有一个中断的可省 / the run, unless only one was interrupted")
    .option("--file <path>", "文件现在的位置 / where the file lies now")
    .option(...json);
  return withConfigFlags(command).action((run: string | undefined) =>
    withPool(command, async (pool) => {
      const given = givenTo(command);
      const runId = run ?? (await onlyInterrupted(pool));
      await tellImport(given, (onProgress) =>
        resumeImport({ pool, runId, path: given.file, onProgress }),
      );
    }),
  );
}

function abandonCommand(): Command {
  const command = new Command("abandon")
    .description(
      "放弃被中断的导入，已合并的行保留 / give an interrupted import up; merged rows stay",
    )
    .argument("<run>", "导入编号 / the run");
  return withConfigFlags(command).action((run: string) =>
    withPool(command, async (pool) => {
      await abandonImport(pool, run, commandActor());
      process.stdout.write(`已放弃第 ${run} 次导入 / run ${run} is given up\n`);
    }),
  );
}

function releaseCommand(): Command {
  const command = new Command("release")
    .description("放行待审核的导入 / let a held import in")
    .argument("<run>", "导入编号 / the run")
    .option(...json);
  return withConfigFlags(command).action((runId: string) =>
    withPool(command, async (pool) => {
      await tellImport(givenTo(command), (onProgress) =>
        releaseImport({ pool, runId, by: commandActor(), onProgress }),
      );
    }),
  );
}

function rejectCommand(): Command {
  const command = new Command("reject")
    .description(
      "退回待审核的导入，什么也不合并 / send a held import back; nothing of it is merged",
    )
    .argument("<run>", "导入编号 / the run");
  return withConfigFlags(command).action((runId: string) =>
    withPool(command, async (pool) => {
      await rejectImport(pool, runId, commandActor());
      process.stdout.write(`已退回第 ${runId} 次导入 / run ${runId} is sent back\n`);
    }),
  );
}

function undoCommand(): Command {
  const command = new Command("undo")
    .description(
      "撤销已完成的导入，恢复被它取代的内容 / take an import back; what it superseded returns",
    )
    .argument("<run>", "导入编号 / the run")
    .option(...json);
  return withConfigFlags(command).action((runId: string) =>
    withPool(command, async (pool) => {
      const figures = await undoImport({ pool, runId, by: commandActor() });
      const { removed, restored, kept } = figures;
      process.stdout.write(
        givenTo(command).json
          ? `${JSON.stringify({ event: "undone", runId, ...figures })}\n`
          : `已撤销第 ${runId} 次导入 / run ${runId} is undone\n移除 removed ${removed}  恢复 restored ${restored}  保留 kept ${kept}\n`,
      );
    }),
  );
}

function wayOf(path: string | undefined, { fromApi, fromTable }: Given): "FILE" | "API" | "TABLE" {
  const ways = [path !== undefined, fromApi ?? false, fromTable ?? false];
  if (ways.filter(Boolean).length === 1) return fromApi ? "API" : fromTable ? "TABLE" : "FILE";
  throw new GoldseedError(
    "BAD_USER_INPUT",
    "请给出文件、--from-api、--from-table 三者之一 / Give one of a file, --from-api and --from-table.",
  );
}

const nothingNew = ({ json }: Given, sourceId: string): string =>
  json
    ? `${JSON.stringify({ event: "nothing-new", source: sourceId })}\n`
    : `来源“${sourceId}”没有新数据 / nothing new from "${sourceId}"\n`;

const withPool = (command: Command, work: (pool: Pool) => Promise<void>): Promise<void> =>
  withReference(command, ({ workerPool }) => work(workerPool));

const withReference = (
  command: Command,
  work: (store: CommandStore) => Promise<void>,
): Promise<void> =>
  withStore(command, async (store) => {
    await loadReferenceData(store.workerPool);
    await work(store);
  });

async function onlyInterrupted(pool: Pool): Promise<string> {
  const runs = (await listImportRuns(pool, { limit: 1_000 })).filter(({ state }) =>
    isOpenImport(state),
  );
  const [run] = runs;
  if (run !== undefined && runs.length === 1) return run.id;
  throw new GoldseedError(
    run === undefined ? "NOT_FOUND" : "BAD_USER_INPUT",
    run === undefined
      ? "没有被中断的导入 / No import was interrupted; there is nothing to resume."
      : `有 ${runs.length} 个中断的导入，请指明编号：${runs.map(({ id }) => id).join("、")} / ${runs.length} imports were interrupted; name one: ${runs.map(({ id }) => id).join(", ")}.`,
  );
}

/** `import status --json`: the parser hands --json to `import`, which has it too. */
const givenTo = (command: Command): Given => command.optsWithGlobals<Given>();
