/** `goldseed grant create|list|revoke`: sight of another area, for a reason and a time. */

import { Command } from "commander";

import { revokeSight } from "../accounts/revoke-sight.ts";
import { assertGrantable } from "../domain/access/grants.ts";
import { assertNotForOneself } from "../domain/access/second-person.ts";
import { GoldseedError } from "../domain/errors.ts";
import { isInstant } from "../lib/is-instant.ts";
import { type GrantRow, insertGrant, listGrants } from "../store/queries/access-grants.ts";
import { readAreaFile } from "../store/read-area-file.ts";
import { accountName } from "./account-name.ts";
import { withConfigFlags } from "./config-flags.ts";
import { localOfficer } from "./local-officer.ts";
import { parseDuration } from "./parse-duration.ts";
import { soundPolicy } from "./read-policy.ts";
import { table } from "./table.ts";
import { withWorkerPool } from "./with-worker-pool.ts";

export function grantCommand(): Command {
  const command = new Command("grant").description(
    "临时跨区授权 / sight of another area for a time",
  );
  command.addCommand(createCommand());
  command.addCommand(listCommand());
  command.addCommand(revokeCommand());
  return command;
}

interface CreateFlags {
  readonly subject: string;
  readonly area: string;
  readonly reason: string;
  readonly for: string;
  readonly from?: string;
  readonly by: string;
  readonly json?: true;
}

const examples = `
示例 / example:
  goldseed grant create --subject li.si --area 370211103 --reason "重点项目联合走访" --for 7d

一分钟内生效，到期即止；只授予查看，不授予办理。
In effect within a minute, over at its end; sight alone, no right to write.`;

function createCommand(): Command {
  const command = new Command("create")
    .description("授予查看另一功能区或镇街 / grant sight of another zone or town")
    .requiredOption("--subject <name>", "使用者，即令牌中的 sub / the subject of the token")
    .requiredOption("--area <code>", "功能区或镇街，代码或名称 / zone or town, by code or name")
    .requiredOption("--reason <text>", "事由 / reason")
    .requiredOption("--for <span>", "时长 / how long: 12h, 7d, 90d")
    .option("--from <instant>", "开始时刻，默认现在 / beginning, RFC 3339; now when left out")
    .option("--by <name>", "授权人 / who grants it", accountName())
    .option("--json", "以 JSON 输出 / print JSON")
    .addHelpText("after", examples);
  return withConfigFlags(command).action((given: CreateFlags) => create(command, given));
}

async function create(command: Command, given: CreateFlags): Promise<void> {
  // Whoever runs the command may name another as the grantor, and is none the less asked about themselves.
  for (const person of [given.by, accountName()]) assertNotForOneself(given.subject, person);
  const policy = soundPolicy();
  const areas = readAreaFile();
  const named = areas.find(({ code, name }) => code === given.area || name === given.area);
  const nowS = Date.now() / 1_000;
  const fromS = given.from === undefined ? nowS : instantOf(given.from);
  const wish = {
    subject: given.subject,
    areaCode: named?.code ?? given.area,
    reason: given.reason,
    grantedBy: given.by,
    fromS,
    toS: fromS + parseDuration(given.for, `${policy.longestGrantDays}d`),
  };
  assertGrantable(wish, { policy, areas: new Map(areas.map((a) => [a.code, a.kind])), nowS });
  await withWorkerPool(command, async (pool) => {
    const id = await insertGrant(pool, wish);
    const until = new Date(wish.toS * 1_000).toISOString();
    process.stdout.write(
      given.json
        ? `${JSON.stringify({ id, ...wish, until })}\n`
        : `已授权 granted ${id}：${wish.subject} → ${named?.name ?? wish.areaCode}，至 until ${until}\n`,
    );
  });
}

function instantOf(text: string): number {
  if (isInstant(text)) return Date.parse(text) / 1_000;
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `“${text}”不是带时区的时刻 / "${text}" is not a moment with its zone, expected such as 2026-12-01T09:00:00+08:00.`,
  );
}

interface ListFlags {
  readonly subject?: string;
  readonly all?: true;
  readonly json?: true;
}

function listCommand(): Command {
  const command = new Command("list")
    .description("列出有效与将生效的授权 / grants in force and to come")
    .option("--subject <name>", "只看此人 / of this subject alone")
    .option("--all", "包括已过期和已撤销的 / those that are over as well")
    .option("--json", "以 JSON 输出 / print JSON");
  return withConfigFlags(command).action((given: ListFlags) =>
    withWorkerPool(command, async (pool) => {
      const subject = given.subject === undefined ? {} : { subject: given.subject };
      const rows = await listGrants(pool, { ...subject, past: given.all === true });
      process.stdout.write(given.json ? `${JSON.stringify(rows)}\n` : listText(rows));
    }),
  );
}

const states: Readonly<Record<GrantRow["state"], string>> = {
  IN_FORCE: "有效 in force",
  FUTURE: "未开始 to come",
  EXPIRED: "已过期 expired",
  REVOKED: "已撤销 revoked",
};

function listText(rows: readonly GrantRow[]): string {
  return table([
    [
      "标识 id",
      "使用者 subject",
      "区域 area",
      "状态 state",
      "至 until",
      "授权人 by",
      "事由 reason",
    ],
    ...rows.map((row) => [
      row.id,
      row.subject,
      `${row.areaCode} ${row.areaName ?? ""}`.trim(),
      states[row.state],
      row.validTo,
      row.grantedBy,
      row.reason,
    ]),
  ]);
}

function revokeCommand(): Command {
  const command = new Command("revoke")
    .description("撤销授权，一分钟内生效 / revoke a grant, in effect within a minute")
    .argument("<id>", "标识 / id as listed");
  return withConfigFlags(command).action((id: string) =>
    withWorkerPool(command, async (pool) => {
      await revokeSight(pool, localOfficer(), id);
      process.stdout.write(`已撤销 revoked ${id}\n`);
    }),
  );
}
