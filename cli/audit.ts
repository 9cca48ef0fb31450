/** `goldseed audit verify|search|export|prune`: whether the audit holds, what is in it, and what has had its time. */
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";

import { Command } from "commander";

import { auditCategories, auditOutcomes } from "../domain/audit-event.ts";
import { type AuditFilter, readAudit } from "../store/audit/audit-rows.ts";
import { openProvers } from "../store/audit/open-provers.ts";
import { type Pruned, pruneAudit } from "../store/audit/prune-audit.ts";
import { type AuditVerdict, verifyAudit, type VerifyInputs } from "../store/audit/verify-audit.ts";
import { openPool, type Pool } from "../store/pool.ts";
import { auditHeadsFolder, readHeadsFolder } from "./audit-heads-folder.ts";
import { auditFilter, type AuditFlags } from "./audit-filter.ts";
import { auditRow, verdictText } from "./audit-text.ts";
import { choiceOption } from "./choice-option.ts";
import { withConfigFlags } from "./config-flags.ts";
import { openOutFile } from "./open-out-file.ts";
import { table } from "./table.ts";
import { type AuditedStore, withAuditedStore } from "./with-audited-store.ts";
import { withStore } from "./with-store.ts";
import { withWorkerPool } from "./with-worker-pool.ts";

export function auditCommand(): Command {
  const command = new Command("audit").description("审计 / the audit");
  command.addCommand(verifyCommand());
  command.addCommand(searchCommand());
  command.addCommand(exportCommand());
  command.addCommand(pruneCommand());
  return command;
}

function verifyCommand(): Command {
  const command = new Command("verify")
    .description(
      "核验审计链与链头；不完整时指出第一条并以 1 退出 / prove the chain and its heads; names the first entry that does not hold and exits with 1",
    )
    .option("--json", "以 JSON 输出 / print JSON");
  return withConfigFlags(command, ["auditHeadsDir"]).action((flags: { json?: true }) =>
    withStore(command, async ({ workerPool: pool, workerUrl, secrets, config }) => {
      const shipped = readHeadsFolder(auditHeadsFolder(config));
      const inputs = { pool, key: secrets.auditKey, shipped };
      const verdict = await verifyInThreads(inputs, workerUrl);
      process.stdout.write(flags.json ? `${JSON.stringify(verdict)}\n` : verdictText(verdict));
      if (verdict.broken !== null) process.exitCode = 1;
    }),
  );
}

async function verifyInThreads(inputs: VerifyInputs, url: string): Promise<AuditVerdict> {
  const provers = openProvers(url);
  try {
    return await verifyAudit({ ...inputs, provers });
  } finally {
    await provers.close();
  }
}

function searchCommand(): Command {
  const command = withFilters(
    new Command("search").description("查找审计记录 / find entries, oldest first"),
  )
    .option("--limit <count>", "最多条数 / at most this many", "100")
    .option("--json", "以 JSON 输出，每行一条 / print NDJSON");
  return withConfigFlags(command).action((flags: AuditFlags) =>
    withWorkerPool(command, (pool) => search(pool, flags)),
  );
}

async function search(pool: Pool, flags: AuditFlags): Promise<void> {
  const { filter, limit } = auditFilter(flags);
  const rows: string[][] = [];
  for await (const entry of readAudit(pool, filter, limit)) {
    if (flags.json) process.stdout.write(`${JSON.stringify(entry)}\n`);
    else rows.push(auditRow(entry));
  }
  const heading = [
    "序号 no",
    "时间 at",
    "何人 actor",
    "动作 action",
    "结果 outcome",
    "字段 fields",
  ];
  if (!flags.json) process.stdout.write(table([heading, ...rows]));
}

function exportCommand(): Command {
  const command = withFilters(
    new Command("export").description(
      "导出审计记录，含摘要，每行一条 JSON / export entries with their digests as NDJSON",
    ),
  ).option("--out <file>", "写入文件，默认标准输出 / file to write; stdout when left out");
  return withConfigFlags(command).action((flags: AuditFlags) =>
    withAuditedStore(command, async ({ workerPool, change }) => {
      const { filter } = auditFilter(flags);
      const target = flags.out === undefined ? process.stdout : await openOutFile(flags.out);
      await change("audit.export", { filter }, () => {
        const lines = Readable.from(linesOf(workerPool, filter));
        return pipeline(lines, target, { end: flags.out !== undefined });
      });
    }),
  );
}

async function* linesOf(pool: Pool, filter: AuditFilter) {
  for await (const entry of readAudit(pool, filter)) yield `${JSON.stringify(entry)}\n`;
}

function pruneCommand(): Command {
  const command = new Command("prune")
    .description(
      "清除已过保存期的记录，留下签名墓碑 / take out entries whose time of keeping is over; signed tombstones stay",
    )
    .option("--json", "以 JSON 输出 / print JSON");
  const flags = ["auditHeadsDir", "auditRetentionDays", "auditSharingRetentionDays"] as const;
  return withConfigFlags(command, flags).action(({ json }: { json?: true }) =>
    withAuditedStore(command, async (store) => {
      const pruned = await prune(store);
      process.stdout.write(
        json
          ? `${JSON.stringify(pruned)}\n`
          : `清除 removed ${pruned.entries} 条 entries, 墓碑 tombstones ${pruned.tombstones}\n`,
      );
    }),
  );
}

async function prune({ config, ownerUrl, secrets, change }: AuditedStore): Promise<Pruned> {
  const owner = openPool({
    url: ownerUrl,
    name: "goldseed audit prune",
    max: 1,
    statementTimeoutMs: 0,
  });
  const { auditRetentionDays: keepDays, auditSharingRetentionDays: keepSharingDays } = config;
  const shipped = readHeadsFolder(auditHeadsFolder(config));
  try {
    return await change("audit.prune", { keepDays, keepSharingDays }, () =>
      pruneAudit({ owner, key: secrets.auditKey, shipped, keepDays, keepSharingDays }),
    );
  } finally {
    await owner.end();
  }
}

function withFilters(command: Command): Command {
  return command
    .option("--actor <name>", "何人，含代为操作的对象 / who, or for whom")
    .option("--action <name>", "动作，如 graph.read / action")
    .addOption(choiceOption("--category <kind>", "类别 / category", auditCategories))
    .addOption(choiceOption("--outcome <word>", "结果 / outcome", auditOutcomes))
    .option("--credit-code <code>", "涉及的企业 / enterprise")
    .option("--request <id>", "请求编号 / request id")
    .option("--export <id>", "导出文件末行的编号 / id in the last line of an exported file")
    .option("--from <instant>", "起，日期或时刻（含） / from this day or instant on")
    .option("--to <instant>", "止，日期或时刻（不含） / before this day or instant");
}
