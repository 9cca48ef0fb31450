/** `goldseed <noun> <verb>`: builds the command tree and turns every ending into an exit code (docs/operations.md). */
import { Command, CommanderError } from "commander";

import { errorCatalogue, GoldseedError } from "../domain/errors.ts";
import { databaseFailure } from "../store/database-failure.ts";
import { speakBothLanguages } from "./usage-words.ts";
import { versionText } from "./version-text.ts";

/** Each noun is loaded only when it is named: `goldseed criteria judge` starts without the gateway. */
const nouns: Readonly<
  Record<string, readonly [descriptionZh: string, load: () => Promise<Command>]>
> = {
  start: ["启动全部 / start everything", async () => (await import("./start.ts")).startCommand()],
  token: [
    "签发开发令牌 / make a development token",
    async () => (await import("./token.ts")).tokenCommand(),
  ],
  query: [
    "以某一层级查询 / query as a caller of a tier",
    async () => (await import("./query.ts")).queryCommand(),
  ],
  export: [
    "逐页导出一个列表 / export a list, page after page",
    async () => (await import("./export.ts")).exportCommand(),
  ],
  "export-request": [
    "大批量导出申请 / exports that another person confirms",
    async () => (await import("./export-request.ts")).exportRequestCommand(),
  ],
  db: ["数据库结构 / migrations", async () => (await import("./db.ts")).dbCommand()],
  demo: ["演示区数据 / the demonstration", async () => (await import("./demo.ts")).demoCommand()],
  config: [
    "查看与检查配置 / show and check the settings",
    async () => (await import("./config.ts")).configCommand(),
  ],
  key: [
    "接口密钥 / API keys of machine clients",
    async () => (await import("./key.ts")).keyCommand(),
  ],
  trusted: [
    "可信查询 / documents that clients may run",
    async () => (await import("./trusted.ts")).trustedCommand(),
  ],
  assignment: [
    "授权 / what subjects may see",
    async () => (await import("./assignment.ts")).assignmentCommand(),
  ],
  audit: [
    "审计 / verify, search and export the audit",
    async () => (await import("./audit.ts")).auditCommand(),
  ],
  import: ["导入数据 / take records in", async () => (await import("./import.ts")).importCommand()],
  quarantine: [
    "隔离区 / rows that could not be taken in",
    async () => (await import("./quarantine.ts")).quarantineCommand(),
  ],
  link: [
    "企业关联 / tying records to enterprises",
    async () => (await import("./link.ts")).linkCommand(),
  ],
  town: [
    "企业所在镇街 / enterprises without a town",
    async () => (await import("./town.ts")).townCommand(),
  ],
  sync: [
    "与市级平台同步 / exchange with the city",
    async () => (await import("./sync.ts")).syncCommand(),
  ],
  criteria: [
    "认定标准 / official criteria",
    async () => (await import("./criteria.ts")).criteriaCommand(),
  ],
  assess: [
    "评判企业 / judge the enterprises",
    async () => (await import("./assess.ts")).assessCommand(),
  ],
  score: [
    "企业得分与回测 / the score and its backtest",
    async () => (await import("./score.ts")).scoreCommand(),
  ],
  policy: [
    "访问策略 / who may see what",
    async () => (await import("./policy.ts")).policyCommand(),
  ],
  grant: [
    "临时跨区授权 / sight of another area for a time",
    async () => (await import("./grant.ts")).grantCommand(),
  ],
  screening: [
    "政策条款解析为筛查条件 / notices into screening conditions",
    async () => (await import("./screening.ts")).screeningCommand(),
  ],
  alert: ["预警 / alerts", async () => (await import("./alert.ts")).alertCommand()],
  webhook: [
    "预警推送地址 / addresses that are told of alerts",
    async () => (await import("./webhook.ts")).webhookCommand(),
  ],
};

/** Every noun with its verbs, below a program as when it is run. */
export async function loadNouns(): Promise<readonly Command[]> {
  const program = new Command("goldseed");
  for (const [, load] of Object.values(nouns)) program.addCommand(await load());
  return program.commands;
}

/** Runs one command line. Returns the exit code; writes data to stdout and messages to stderr. */
export async function main(args: readonly string[]): Promise<number> {
  const program = new Command("goldseed")
    .description("金种子企业图谱网关 / the district's enterprise graph")
    .version(versionText(), "-V, --version", "显示版本 / show the version")
    .exitOverride()
    .showSuggestionAfterError();
  for (const [noun, [description, load]] of Object.entries(nouns)) {
    if (args[0] === noun) program.addCommand(overrideExits(await load()));
    else program.command(noun).description(description);
  }
  speakBothLanguages(program);
  try {
    await program.parseAsync([...args], { from: "user" });
    return typeof process.exitCode === "number" ? process.exitCode : 0;
  } catch (error) {
    return report(error);
  }
}

/** Commander copies settings to subcommands it creates, not to those added ready-made. */
function overrideExits(command: Command): Command {
  command.exitOverride().showSuggestionAfterError();
  speakBothLanguages(command);
  for (const child of command.commands) overrideExits(child);
  return command;
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof GoldseedError) {
    process.stderr.write(`${error.code}: ${error.message}\n`);
    return errorCatalogue[error.code].exitCode;
  }
  const away = databaseFailure(error);
  // Whoever reads our output may have gone as well: `goldseed … | head`.
  const isPipe = (error as NodeJS.ErrnoException | null)?.code === "EPIPE";
  if (away !== undefined && !isPipe) {
    const { titleZh, titleEn, remedyZh, remedyEn, exitCode } = errorCatalogue[away];
    const inside = error instanceof Error ? ` (${error.message})` : "";
    process.stderr.write(`${away}: ${titleZh}。${remedyZh} / ${titleEn}${inside}. ${remedyEn}.\n`);
    return exitCode;
  }
  // A reader that has gone away has had enough; what was changed is changed.
  if ((error as { code?: string } | null)?.code === "EPIPE") return 0;
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 1;
}
