/** Gives a command the flags of settings, and reads its settings with what was given. */
import { type Command, Option as Flag } from "commander";

import { flagName } from "../config/gather-values.ts";
import { type LoadedConfig, loadConfig } from "../config/load-config.ts";
import { type OptionName, options } from "../config/options.ts";

/** Settings that every command takes. */
const common: readonly OptionName[] = ["dataDir"];

/** Adds `--config FILE`, `--data-dir` and the flags of `more`. Secrets cannot be flags: other accounts see them. */
export function withConfigFlags(command: Command, more: readonly OptionName[] = []): Command {
  command.addOption(
    new Flag("--config <file>", "配置文件 / settings file, YAML or JSON (GOLDSEED_CONFIG)"),
  );
  for (const name of [...common, ...more]) {
    const { env, zh, en } = options[name];
    command.addOption(new Flag(`${flagName(name)} <value>`, `${zh} / ${en} (${env})`));
  }
  return command;
}

/** Warnings go to stderr. @throws GoldseedError CONFIG_INVALID with every problem. */
export function readCommandConfig(command: Command): LoadedConfig {
  const given = command.optsWithGlobals<Record<string, unknown>>();
  const flags: Partial<Record<OptionName, string>> = {};
  for (const name of Object.keys(options) as OptionName[]) {
    const text = given[name];
    if (typeof text === "string") flags[name] = text;
  }
  const file = given["config"];
  const loaded = loadConfig({ flags, ...(typeof file === "string" ? { configFile: file } : {}) });
  for (const warning of loaded.warnings) process.stderr.write(`注意 / note: ${warning}\n`);
  return loaded;
}
