/** The page docs/configuration.md, written from the option table so that it cannot drift from what is read. */
import { flagName } from "./gather-values.ts";
import { type Option, type OptionGroup, optionGroups } from "./option.ts";
import { options } from "./options.ts";

export function documentConfig(): string {
  const groups = Object.keys(optionGroups) as OptionGroup[];
  return `${[introduction, ...groups.map(section)].join("\n\n")}\n`;
}

const introduction = `# 配置 / Configuration

<!-- Written by tools/write-configuration-docs.ts from config/options.ts; change it there. -->

取值次序：默认值 < 配置文件 < 环境变量 < 命令行参数。\`goldseed config show --origin\` 显示每项的值与来源，
\`goldseed config check\` 只检查不启动。有误时一次列出全部问题，退出码 78。

A value is taken from the command line, else the environment, else the settings file, else the default.
\`goldseed config show --origin\` shows each value and where it is from; \`goldseed config check\` checks without starting.
All problems are told at once, with exit code 78.

- 配置文件 / settings file: YAML or JSON, named by \`GOLDSEED_CONFIG\` or \`--config FILE\`; its keys are the names in
  the first column (\`port: 4000\`). A key that is not in the table is an error.
- 命令行 / command line: \`--port 4000\` for \`port\`; which flags a command takes is in its \`--help\`. Secrets have no
  flag, because other accounts of a machine can read the command lines of processes.
- 密钥 / secrets are marked 🔑: \`NAME_FILE\` may name a file that holds the value (Docker and Kubernetes secrets).
  Anyone's right to change that file is refused; anyone's right to read it is warned of.
- 空的环境变量视为未设置。An empty variable counts as unset. An unknown variable that begins with \`GOLDSEED_\` is an error.`;

function section(group: OptionGroup): string {
  const [zh, en] = optionGroups[group];
  const rows = Object.entries(options)
    .filter(([, option]) => option.group === group)
    .map(([name, option]) => row(name, option));
  const head = [
    "| 名称 name | 环境变量 environment | 默认 default | 说明 meaning |",
    "|---|---|---|---|",
  ];
  return [`## ${zh} / ${en}`, "", ...head, ...rows].join("\n");
}

function row(name: string, option: Option<unknown>): string {
  const env = `\`${option.env}\`${option.secret ? " 🔑" : ""}`;
  const unit = option.unit === null ? "" : ` ${option.unit}`;
  const shown = option.default === null ? "–" : `\`${String(option.default)}\`${unit}`;
  const meaning = `${option.zh}。${option.type.expectedZh}。<br>${option.en}. Takes ${option.type.expectedEn}.`;
  const flag = option.secret ? "" : `<br>\`${flagName(name)}\``;
  return `| \`${name}\`${flag} | ${env} | ${shown} | ${meaning} |`;
}
