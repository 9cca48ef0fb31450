/** What commander itself says of a command line, in both languages: its own words are English alone. */
import type { Command } from "commander";

/** Each of its complaints, in Chinese; `$1` is what it names. */
const complaints: readonly (readonly [said: RegExp, zh: string])[] = [
  [/^unknown command (.+)$/u, "没有命令 $1"],
  [/^unknown option (.+)$/u, "没有选项 $1"],
  [/^missing required argument (.+)$/u, "缺少参数 $1"],
  [/^required option (.+) not specified$/u, "缺少必需的选项 $1"],
  [/^option (.+) argument missing$/u, "选项 $1 缺少取值"],
  [/^too many arguments(.*)$/u, "参数过多"],
  [/^option (.+) cannot be used with option (.+)$/u, "选项 $1 与 $2 不能同用"],
  [
    /^(?:option|command-argument value) (.+?)(?: argument '.*')? is invalid.*Allowed choices are (.+)\.$/u,
    "$1 的取值无效，可用 $2",
  ],
  // What follows is ours, and says in both languages what would do.
  [/^(?:option|command-argument value) (.+?)(?: argument '.*')? is invalid\..*$/u, "$1 的取值无效"],
];

/** `error: unknown option '--x'` becomes `错误：没有选项 '--x' / error: unknown option '--x'`; what says it already stays. */
export function inBothLanguages(text: string): string {
  const [first = "", ...rest] = text.split("\n");
  const said = first.replace(/^error: /u, "");
  const found = complaints.find(([pattern]) => pattern.test(said));
  if (!found) return text;
  const told = `错误：${said.replace(found[0], found[1])} / ${first}`;
  const hint = rest.map((line) =>
    line.replace(/^\(Did you mean (.+)\?\)$/u, "（是否想用 $1？ Did you mean $1?）"),
  );
  return [told, ...hint].join("\n");
}

const titles: Readonly<Record<string, string>> = {
  "Usage:": "用法 Usage:",
  "Arguments:": "参数 Arguments:",
  "Options:": "选项 Options:",
  "Commands:": "命令 Commands:",
};

/** For this command; settings are not handed on to those that were made apart from it. */
export function speakBothLanguages(command: Command): void {
  command
    .configureOutput({ outputError: (text, write) => write(inBothLanguages(text)) })
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .helpOption("-h, --help", "显示帮助 / show help");
  if (command.commands.length > 0)
    command.helpCommand("help [command]", "显示某个命令的帮助 / show help of a command");
}
