/** `goldseed webhook add|list|pause|resume|rotate|retry|remove`: addresses that are told of alerts. */
import { Command } from "commander";

import { changeWebhook } from "../cultivation/change-webhook.ts";
import { readWebhooks, type WebhookReport } from "../cultivation/read-webhooks.ts";
import { registerWebhook } from "../cultivation/register-webhook.ts";
import type { Principal } from "../domain/access/principal.ts";
import type { WebhookAction } from "../domain/alerts/webhook.ts";
import { readAreaFile } from "../store/read-area-file.ts";
import { commandActor } from "./audited-command.ts";
import { withConfigFlags } from "./config-flags.ts";
import { localOfficer } from "./local-officer.ts";
import { callerOf } from "./parse-caller.ts";
import { table } from "./table.ts";
import { webhookRules } from "./webhook-rules.ts";
import { withAuditedStore } from "./with-audited-store.ts";

const changes: readonly (readonly [verb: string, action: WebhookAction, description: string])[] = [
  ["pause", "PAUSE", "暂停，待推送的保留 / pause; what is to be told waits"],
  ["resume", "RESUME", "恢复 / resume"],
  [
    "rotate",
    "ROTATE_SECRET",
    "更换密钥，旧密钥再用一天 / a new secret; the old one signs for a day",
  ],
  ["retry", "RETRY", "重试已放弃的推送 / try again what was given up"],
  ["remove", "REMOVE", "移除 / remove"],
];

export function webhookCommand(): Command {
  const command = new Command("webhook").description(
    "预警推送地址 / addresses that are told of alerts",
  );
  command.addCommand(addCommand());
  command.addCommand(listCommand());
  for (const [verb, action, description] of changes)
    command.addCommand(changeCommand(verb, action, description));
  return command;
}

interface AddFlags {
  readonly name: string;
  readonly subject?: string;
  readonly tier: string;
  readonly area: readonly string[];
  readonly all?: true;
  readonly json?: true;
}

function addCommand(): Command {
  const command = new Command("add")
    .description(
      "登记推送地址，密钥只显示这一次 / register an address; its secret is shown this once",
    )
    .argument("<url>", "https 地址；内网须由 WEBHOOK_NETWORKS 放行 / an https address")
    .requiredOption("--name <text>", "名称 / name")
    .option(
      "--subject <name>",
      "归属人，其授权变化即时生效 / owner, whose rights of the moment count",
    )
    .option("--tier <tier>", "层级 / tier", "district")
    .option("--area <code...>", "区域代码或名称 / area codes or names", [])
    .option("--all", "推送每一步，不只新预警 / every event, not new alerts alone")
    .option("--json", "以 JSON 输出 / print JSON");
  return withConfigFlags(command).action((url: string, flags: AddFlags) =>
    withAuditedStore(command, async ({ workerPool, config, secrets, change }) => {
      const owner = ownerOf(flags);
      const request = { name: flags.name, url, raisedOnly: flags.all !== true };
      const rules = webhookRules(config, secrets);
      const { id, secret } = await change("webhook.add", { ...request, owner: owner.subject }, () =>
        registerWebhook(workerPool, owner, request, rules),
      );
      process.stdout.write(
        flags.json ? `${JSON.stringify({ id, secret })}\n` : `${id}\n${secret}\n`,
      );
    }),
  );
}

function ownerOf({ subject, tier, area }: AddFlags): Principal {
  return {
    subject: subject ?? commandActor(),
    ...callerOf(tier, area, readAreaFile()),
    role: "OFFICER",
    clearance: "L2",
    purpose: null,
  };
}

function listCommand(): Command {
  const command = new Command("list")
    .description("推送地址及送达情况 / webhooks, and how their messages fare")
    .option("--json", "以 JSON 输出，每行一个 / print NDJSON");
  return withConfigFlags(command).action((flags: { json?: true }) =>
    withAuditedStore(command, async ({ workerPool }) => {
      const rows = await readWebhooks(workerPool, localOfficer());
      process.stdout.write(
        flags.json ? rows.map((row) => `${JSON.stringify(row)}\n`).join("") : tableOf(rows),
      );
    }),
  );
}

function tableOf(rows: readonly WebhookReport[]): string {
  const head = [
    "编号 id",
    "名称 name",
    "状态 state",
    "归属 owner",
    "送达 delivered",
    "待推送 pending",
    "未授权 withheld",
    "放弃 dead",
    "最近错误 last error",
  ];
  return table([
    head,
    ...rows.map((row) => [
      row.id,
      row.name,
      row.state,
      row.subject,
      String(row.delivered),
      String(row.pending),
      String(row.withheld),
      String(row.dead),
      row.lastError ?? "-",
    ]),
  ]);
}

function changeCommand(verb: string, action: WebhookAction, description: string): Command {
  const command = new Command(verb)
    .description(description)
    .argument("<id>", "编号，见 list / the id, as listed")
    .option("--reason <text>", "理由 / the reason");
  return withConfigFlags(command).action((id: string, flags: { reason?: string }) =>
    withAuditedStore(command, async ({ workerPool, config, secrets, change }) => {
      const request = { id, action, reason: flags.reason };
      const { secret, revived } = await change(`webhook.${verb}`, request, () =>
        changeWebhook(workerPool, localOfficer(), request, webhookRules(config, secrets)),
      );
      const told =
        action === "RETRY" ? `${revived} 条将重试 / messages are due again` : "完成 done";
      process.stdout.write(`${secret ?? told}\n`);
    }),
  );
}
