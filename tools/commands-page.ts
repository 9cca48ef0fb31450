/** The page of commands: what each is for, and what it does to the store. */
import type { Command } from "commander";

import { commandEffects, commandPath, type Effect } from "../cli/command-effects.ts";

const words: Readonly<Record<Effect, string>> = {
  none: "–",
  read: "读 reads",
  sensitive: "读敏感数据，先入审计 reads sensitive data, in the audit first",
  write: "写，先入审计 changes, in the audit first",
  sharing: "与市级交换，先入审计 gives data to the city, in the audit first",
  own: "写，入审计 changes, in the audit",
};

/** @param nouns ready-made, each with its verbs. */
export function commandsPage(nouns: readonly Command[]): string {
  return [
    "# 命令 Commands",
    "",
    "由命令定义与 `cli/command-effects.ts` 生成（`npm run docs`）。写入与查看敏感数据的命令先入审计，审计不可写则不执行；执行者为操作系统账户 `cli:<账户>`。",
    "Made from the commands and `cli/command-effects.ts` by `npm run docs`. What changes something or shows sensitive data is in the audit first, and is not done when it cannot be; the actor is the operating system's account, `cli:<account>`. `goldseed <noun> --help` tells the options.",
    "",
    "| 命令 command | 用途 what for | 对库 to the store |",
    "|---|---|---|",
    ...nouns.flatMap(withAction).map(row),
    "",
  ].join("\n");
}

/** Every command that does something itself, nouns with an action of their own among them. */
export function withAction(command: Command): readonly Command[] {
  const below = command.commands.flatMap(withAction);
  return isRunnable(command) ? [command, ...below] : below;
}

/** Commander tells nobody whether a command has an action. */
function isRunnable(command: Command): boolean {
  const { _actionHandler } = command as unknown as { readonly _actionHandler: unknown };
  return typeof _actionHandler === "function";
}

function row(command: Command): string {
  const path = commandPath(command);
  const effect = commandEffects[path] ?? "write";
  const told =
    typeof effect === "string"
      ? words[effect]
      : `${words[effect.usually]}; \`--${effect.flag}\`: ${words[effect.effect]}`;
  return `| \`goldseed ${path}\` | ${command.description().replaceAll("|", "\\|")} | ${told} |`;
}
