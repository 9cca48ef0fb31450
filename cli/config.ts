/** `goldseed config show|check`: what is set, where it came from, and whether it is right. */
import { Command } from "commander";

import { explainConfig, type SettingRow } from "../config/explain-config.ts";
import { readCommandConfig, withConfigFlags } from "./config-flags.ts";
import { table } from "./table.ts";

export function configCommand(): Command {
  const command = new Command("config").description("查看与检查配置 / show and check the settings");
  const show = command
    .command("show")
    .description("显示每项设置，密钥不显示 / show every setting, without secrets")
    .option("--origin", "显示来源 / show where each value came from")
    .option("--set", "只显示非默认的 / only those that are not the default")
    .option("--json", "以 JSON 输出 / print JSON")
    .addHelpText(
      "after",
      "\n示例 / example:\n  goldseed config show --origin\n  PORT=8080 goldseed config show --set --json",
    );
  withConfigFlags(show).action((given: ShowOptions) => {
    const rows = explainConfig(readCommandConfig(show)).filter(
      (row) => !given.set || row.origin !== "default",
    );
    process.stdout.write(
      given.json ? `${JSON.stringify(rows, null, 2)}\n` : asTable(rows, given.origin ?? false),
    );
  });
  const check = command
    .command("check")
    .description(
      "检查配置，不启动 / check the settings without starting; exit code 78 when they are wrong",
    )
    .option("--json", "以 JSON 输出 / print JSON");
  withConfigFlags(check).action((given: { json?: true }) => {
    const { warnings } = readCommandConfig(check);
    process.stdout.write(
      given.json
        ? `${JSON.stringify({ ok: true, warnings })}\n`
        : "配置无误 / The settings are right.\n",
    );
  });
  return command;
}

interface ShowOptions {
  readonly origin?: true;
  readonly set?: true;
  readonly json?: true;
}

const origins = { default: "默认 default", file: "文件 file", env: "环境 env", flag: "参数 flag" };

function asTable(rows: readonly SettingRow[], withOrigin: boolean): string {
  return table(
    rows.map(({ name, env, value, origin, by }) => {
      const from = origin === "default" ? origins.default : `${origins[origin]}: ${by}`;
      return [name, env, value ?? "–", ...(withOrigin ? [from] : [])];
    }),
  );
}
