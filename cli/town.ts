/** `goldseed town list|assign`: enterprises whose address does not tell their town, and an officer's word on one. */
import { Command } from "commander";

import { assignTown } from "../intake/enterprises/assign-town.ts";
import {
  countTownless,
  listTownless,
  type TownlessEnterprise,
} from "../store/queries/townless-enterprises.ts";
import { withConfigFlags } from "./config-flags.ts";
import { localOfficer } from "./local-officer.ts";
import { wholeNumber } from "./whole-number.ts";
import { withWorkerPool } from "./with-worker-pool.ts";

export function townCommand(): Command {
  const command = new Command("town").description("企业所在镇街 / towns of enterprises");
  command.addCommand(listCommand());
  command.addCommand(assignCommand());
  return command;
}

function listCommand(): Command {
  const command = new Command("list")
    .description(
      "列出镇街未定的企业，有线索的在前 / enterprises without a town, those with a hint first",
    )
    .option("--limit <n>", "最多几家 / how many", "50")
    .option("--json", "以 JSON 输出，每行一个 / print NDJSON");
  return withConfigFlags(command).action(
    (given: { readonly limit: string; readonly json?: true }) =>
      withWorkerPool(command, async (pool) => {
        const found = await listTownless(pool, {
          limit: wholeNumber("--limit", given.limit, 100_000),
        });
        const line = given.json
          ? (one: TownlessEnterprise) => `${JSON.stringify(one)}\n`
          : describe;
        process.stdout.write(found.map(line).join(""));
        const waiting = await countTownless(pool);
        process.stderr.write(`镇街未定 ${waiting} 家 / ${waiting} enterprises have no town\n`);
      }),
  );
}

function assignCommand(): Command {
  const command = new Command("assign")
    .description("认定一家企业的镇街 / say to which town an enterprise belongs")
    .argument("<creditCode>", "统一社会信用代码 / the credit code")
    .argument("<townCode>", "镇街代码 / code of the town");
  return withConfigFlags(command).action((creditCode: string, townCode: string) =>
    withWorkerPool(command, async (pool) => {
      await assignTown(pool, localOfficer(), { creditCode, townCode });
      process.stderr.write(`已认定 ${creditCode} → ${townCode} / assigned\n`);
    }),
  );
}

function describe({ creditCode, name, address, hints }: TownlessEnterprise): string {
  const told = hints.map(({ townCode, evidence }) =>
    evidence === null ? townCode : `${townCode}（${evidence}）`,
  );
  const hint = told.length === 0 ? "" : `    线索 hints: ${told.join("、")}\n`;
  return `${creditCode}  ${name}\n    ${address ?? "（无地址 no address）"}\n${hint}`;
}
