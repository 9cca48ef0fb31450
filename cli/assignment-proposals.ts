/** `goldseed assignment proposals|confirm|reject`: the second person's part of an assignment. */
import { Command } from "commander";

import { decideAssignment } from "../accounts/decide-assignment.ts";
import { readProposals } from "../accounts/read-proposals.ts";
import { withConfigFlags } from "./config-flags.ts";
import { localOfficer } from "./local-officer.ts";
import { table } from "./table.ts";
import { withAuditedStore } from "./with-audited-store.ts";

const heading = [
  "编号 id",
  "人员 subject",
  "层级 tier",
  "区域 areas",
  "角色 role",
  "密级 clearance",
  "提出人 by",
  "事由 reason",
];

export function proposalsCommand(): Command {
  const command = new Command("proposals")
    .description("列出待确认的授权 / assignments that wait for another person")
    .option("--json", "以 JSON 输出，每行一个 / print NDJSON");
  return withConfigFlags(command).action((flags: { json?: true }) =>
    withAuditedStore(command, async ({ workerPool }) => {
      const found = await readProposals(workerPool, localOfficer());
      const rows = found.map((row) => [
        row.id,
        row.subject,
        row.tier,
        row.areaCodes.join(","),
        row.role,
        row.clearance,
        row.proposedBy,
        row.reason,
      ]);
      process.stdout.write(
        flags.json
          ? found.map((row) => `${JSON.stringify(row)}\n`).join("")
          : table([heading, ...rows]),
      );
    }),
  );
}

export function confirmCommand(): Command {
  return decision("confirm", {
    confirm: true,
    description:
      "确认他人提出的授权，一分钟内生效 / confirm what another proposed; it works within a minute",
    done: "已确认 confirmed",
  });
}

export function rejectCommand(): Command {
  return decision("reject", {
    confirm: false,
    description: "否决或撤回待确认的授权 / reject a proposal, or take back one's own",
    done: "已否决 rejected",
  });
}

interface Decision {
  readonly confirm: boolean;
  readonly description: string;
  readonly done: string;
}

function decision(name: string, { confirm, description, done }: Decision): Command {
  const command = new Command(name)
    .description(description)
    .argument("<id>", "编号 / id as listed");
  return withConfigFlags(command).action((id: string) =>
    withAuditedStore(command, async ({ workerPool, change }) => {
      const { subject, clearance } = await change(`assignment.${name}`, { id }, () =>
        decideAssignment(workerPool, localOfficer(), { id, confirm }),
      );
      process.stdout.write(`${done} ${subject} ${clearance}\n`);
    }),
  );
}
