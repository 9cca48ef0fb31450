/** `goldseed export-request list|confirm|reject`: the second person's part of an export of many rows. */
import { Command } from "commander";

import { decideExport } from "../accounts/decide-export.ts";
import { readExportRequests } from "../accounts/read-export-requests.ts";
import { withConfigFlags } from "./config-flags.ts";
import { localOfficer } from "./local-officer.ts";
import { soundPolicy } from "./read-policy.ts";
import { table } from "./table.ts";
import { withAuditedStore } from "./with-audited-store.ts";
import { withStore } from "./with-store.ts";

const heading = [
  "编号 id",
  "状态 state",
  "申请人 by",
  "层级 tier",
  "区域 areas",
  "行数 rows",
  "事由 reason",
  "查询 document",
];

export function exportRequestCommand(): Command {
  const command = new Command("export-request").description(
    "大批量导出申请 / exports of many rows that another person confirms",
  );
  command.addCommand(listCommand());
  command.addCommand(
    decision("confirm", true, "确认他人的大批量导出 / confirm an export that another asked for"),
  );
  command.addCommand(
    decision("reject", false, "否决大批量导出 / reject an export that was asked for"),
  );
  return command;
}

function listCommand(): Command {
  const command = new Command("list")
    .description("列出近四周的申请 / list those of the last four weeks")
    .option("--json", "以 JSON 输出，每行一个，含查询原文 / print NDJSON with whole documents");
  return withConfigFlags(command).action((flags: { json?: true }) =>
    withStore(command, async ({ workerPool }) => {
      const found = await readExportRequests(workerPool, localOfficer(), confirmedHours());
      const rows = found.map((row) => [
        row.id,
        row.state,
        row.subject,
        row.tier,
        row.areaCodes.join(","),
        String(row.rows),
        row.reason,
        inOneLine(`${row.document} ${row.variables}`),
      ]);
      process.stdout.write(
        flags.json
          ? found.map((row) => `${JSON.stringify(row)}\n`).join("")
          : table([heading, ...rows]),
      );
    }),
  );
}

function decision(name: string, confirm: boolean, description: string): Command {
  const command = new Command(name)
    .description(description)
    .argument("<id>", "编号 / id as listed");
  return withConfigFlags(command).action((id: string) =>
    withAuditedStore(command, async ({ workerPool, change }) => {
      const { subject, rows } = await change(`export-request.${name}`, { id }, () =>
        decideExport(workerPool, localOfficer(), { id, confirm }, confirmedHours()),
      );
      const done = confirm ? "已确认 confirmed" : "已否决 rejected";
      process.stdout.write(`${done} ${subject} ${rows}\n`);
    }),
  );
}

const confirmedHours = (): number => soundPolicy().bulkExport.hours;

const inOneLine = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, " ");
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
};
