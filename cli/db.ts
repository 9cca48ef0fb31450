/** `goldseed db migrate|status|verify`: the state of the database, and its way to the newest. */
import { Command } from "commander";

import { readMigrationStatus } from "../store/migrate.ts";
import { dbVerifyCommand } from "./db-verify.ts";
import { withConfigFlags } from "./config-flags.ts";
import type { OpenStore } from "./open-store.ts";
import { withStore } from "./with-store.ts";

interface Given {
  readonly json?: true;
}

export function dbCommand(): Command {
  const command = new Command("db").description("数据库结构 / the database and its migrations");
  const migrate = command
    .command("migrate")
    .description(
      "升级到最新结构 / bring the database to the newest migration, making it if need be",
    )
    .option("--json", "以 JSON 输出 / print JSON");
  withConfigFlags(migrate).action((given: Given) => runMigrate(migrate, given));
  const status = command
    .command("status")
    .description(
      "显示已执行与待执行的升级 / show applied and pending migrations; exit code 1 when some are pending",
    )
    .option("--json", "以 JSON 输出 / print JSON");
  withConfigFlags(status).action((given: Given) => runStatus(status, given));
  command.addCommand(dbVerifyCommand());
  return command;
}

async function runMigrate(command: Command, given: Given): Promise<void> {
  const told = ({ migrated, kind }: OpenStore) => {
    const words =
      migrated.length === 0
        ? "已是最新 / nothing to do"
        : migrated.map((tag) => `+ ${tag}`).join("\n");
    process.stdout.write(
      given.json ? `${JSON.stringify({ database: kind, applied: migrated })}\n` : `${words}\n`,
    );
    return Promise.resolve();
  };
  await withStore(command, told, { migrate: true });
}

async function runStatus(command: Command, given: Given): Promise<void> {
  const told = async ({ ownerUrl, kind }: OpenStore) => {
    const { applied, pending } = await readMigrationStatus(ownerUrl);
    const lines = [...applied.map((tag) => `✓ ${tag}`), ...pending.map((tag) => `… ${tag}`)];
    process.stdout.write(
      given.json
        ? `${JSON.stringify({ database: kind, applied, pending })}\n`
        : `${lines.join("\n")}\n`,
    );
    if (pending.length > 0) process.exitCode = 1;
  };
  await withStore(command, told, { migrate: false });
}
