/** `goldseed assignment set|confirm|reject|proposals|list|disable`: what this server says a subject may see, whatever its token claims. */
import { Command } from "commander";

import { GoldseedError } from "../domain/errors.ts";
import { type Classification, classifications, type Role, roles } from "../domain/vocabulary.ts";
import { setAssignment } from "../accounts/set-assignment.ts";
import { disableAssignment, listAssignments } from "../store/queries/assignments.ts";
import { readAreaFile } from "../store/read-area-file.ts";
import { confirmCommand, proposalsCommand, rejectCommand } from "./assignment-proposals.ts";
import { choiceOption } from "./choice-option.ts";
import { withConfigFlags } from "./config-flags.ts";
import { localOfficer } from "./local-officer.ts";
import { callerOf } from "./parse-caller.ts";
import { table } from "./table.ts";
import { withAuditedStore } from "./with-audited-store.ts";

interface SetFlags {
  readonly tier: string;
  readonly area: readonly string[];
  readonly role: Role;
  readonly clearance: Classification;
  readonly reason: string;
}

export function assignmentCommand(): Command {
  const command = new Command("assignment").description("授权 / assignments");
  command.addCommand(setCommand());
  command.addCommand(proposalsCommand());
  command.addCommand(confirmCommand());
  command.addCommand(rejectCommand());
  command.addCommand(listCommand());
  command.addCommand(disableCommand());
  return command;
}

function setCommand(): Command {
  const command = new Command("set")
    .description(
      "设置授权，一分钟内生效；L3 以上须另一人确认 / set an assignment; it works within a minute, from L3 on when another has confirmed it",
    )
    .argument("<subject>", "人员或客户端 / the subject of the token")
    .requiredOption("--tier <tier>", "层级 / tier: city, district, zone, town")
    .option("--area <code...>", "区域代码或名称，可多个 / area codes or names", [])
    .addOption(choiceOption("--role <role>", "角色 / role", roles).makeOptionMandatory())
    .addOption(
      choiceOption("--clearance <level>", "可见密级 / clearance", classifications).default("L2"),
    )
    .option("--reason <text>", "事由，L3 以上必填 / why; needed from L3 on", "");
  return withConfigFlags(command).action((subject: string, flags: SetFlags) =>
    withAuditedStore(command, async ({ workerPool, change }) => {
      const { role, clearance, reason } = flags;
      const areas = readAreaFile();
      const caller = callerOf(flags.tier, flags.area, areas);
      const record = { subject, ...caller, role, clearance, reason };
      const kinds = new Map(areas.map(({ code, kind }) => [code, kind]));
      const proposal = await change("assignment.set", record, () =>
        setAssignment(workerPool, localOfficer(), record, kinds),
      );
      const what = `${subject}: ${record.tier} ${record.areaCodes.join(",")} ${role} ${clearance}`;
      process.stdout.write(
        proposal === null
          ? `${what}\n`
          : `${what}\n待另一人确认，七日内有效 waits for another person, within seven days:\n  goldseed assignment confirm ${proposal.id}\n`,
      );
    }),
  );
}

function listCommand(): Command {
  const command = new Command("list")
    .description("列出授权 / list assignments")
    .option("--json", "以 JSON 输出，每行一个 / print NDJSON");
  return withConfigFlags(command).action((flags: { json?: true }) =>
    withAuditedStore(command, async ({ workerPool }) => {
      const found = await listAssignments(workerPool);
      const heading = [
        "人员 subject",
        "层级 tier",
        "区域 areas",
        "角色 role",
        "密级 clearance",
        "停用 disabled",
      ];
      const rows = found.map(({ subject, tier, areaCodes, role, clearance, disabledAt }) => [
        subject,
        tier,
        areaCodes.join(","),
        role,
        clearance,
        disabledAt ?? "-",
      ]);
      process.stdout.write(
        flags.json
          ? found.map((row) => `${JSON.stringify(row)}\n`).join("")
          : table([heading, ...rows]),
      );
    }),
  );
}

function disableCommand(): Command {
  const command = new Command("disable")
    .description("停用账号，一分钟内生效 / let a subject in no more; it works within a minute")
    .argument("<subject>", "人员或客户端 / the subject of the token");
  return withConfigFlags(command).action((subject: string) =>
    withAuditedStore(command, async ({ workerPool, change }) => {
      const done = await change("assignment.disable", { subject }, () =>
        disableAssignment(workerPool, subject),
      );
      if (!done)
        throw new GoldseedError(
          "NOT_FOUND",
          `“${subject}”没有有效的授权 / "${subject}" has no assignment in force. See \`goldseed assignment list\`.`,
        );
      process.stdout.write(`已停用 disabled ${subject}\n`);
    }),
  );
}
