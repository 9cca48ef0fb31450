/** `goldseed query FILE --as …`: sends a document to the running gateway as somebody of a tier. */
import { Command } from "commander";

import { readCommandConfig, withConfigFlags } from "./config-flags.ts";
import { graphCall, type GraphOptions, withGraphOptions } from "./graph-call.ts";
import { exitCodeOf, postGraphql } from "./post-graphql.ts";

const examples = `
示例 / examples:
  goldseed query portrait.graphql --as town:370211010 --variables '{"code":"91370211MA3C8Q0T0X"}'
  echo '{ viewer { tier areas { code name } } }' | goldseed query - --as zone:董家口经济区
  goldseed query list.graphql --as district --role officer --variables @variables.json

退出码 / exit codes: 0 全部答复 all answered, 3 部分答复 answered in part, 5 被拒绝 refused, 69 网关未运行 no gateway.`;

export function queryCommand(): Command {
  const command = withGraphOptions(
    new Command("query")
      .description(
        "以某一层级的身份查询 / send a query to the running gateway as a caller of a tier",
      )
      .argument("<file>", "查询文件，- 为标准输入 / document, - for standard input"),
  ).addHelpText("after", examples);
  return withConfigFlags(command).action((file: string, given: GraphOptions) =>
    runQuery(command, file, given),
  );
}

async function runQuery(command: Command, file: string, given: GraphOptions): Promise<void> {
  const { config } = readCommandConfig(command);
  const { requestId: _, ...answer } = await postGraphql(await graphCall(config, file, given));
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  process.exitCode = exitCodeOf(answer);
}
