/** `goldseed link explain`: what the linker makes of one record, and why, finding by finding. */
import { Command } from "commander";

import { GoldseedError } from "../domain/errors.ts";
import type { LinkOutcome } from "../domain/linking/link-outcome.ts";
import { openStoreLinker } from "../intake/link/store-linker.ts";
import { withConfigFlags } from "./config-flags.ts";
import { reasonsInWords } from "./reasons-in-words.ts";
import { withWorkerPool } from "./with-worker-pool.ts";

interface Given {
  readonly name?: string;
  readonly code?: string;
  readonly address?: string;
  readonly place?: string;
  readonly date?: string;
  readonly json?: true;
}

export function explainCommand(): Command {
  const command = new Command("explain")
    .description("说明一条记录关联到谁、为什么 / what the linker makes of one record, and why")
    .option("--name <name>", "记录中的企业名称 / the name in the record")
    .option("--code <code>", "记录中的代码 / the number in the record")
    .option("--address <address>", "记录中的地址 / the address in the record")
    .option("--place <city>", "所在市区 / the city or district")
    .option("--date <day>", "记录日期 / the record's day, ISO")
    .option("--json", "以 JSON 输出 / print JSON");
  return withConfigFlags(command).action(({ json, ...given }: Given) =>
    withWorkerPool(command, async (pool) => {
      const { name = "", code = "", address = "", place = "", date } = given;
      if (name === "" && code === "") {
        throw new GoldseedError(
          "BAD_USER_INPUT",
          "请给出 --name 或 --code / Give --name or --code.",
        );
      }
      const linker = await openStoreLinker(pool);
      const mention = { name, code, address, place, ...(date === undefined ? {} : { date }) };
      const outcome = linker.link(mention);
      process.stdout.write(json ? `${JSON.stringify(outcome)}\n` : describe(outcome));
    }),
  );
}

const decisions = {
  LINK: "自动关联 linked",
  REVIEW: "转人工复核 to review",
  NONE: "未关联 none",
} as const;

function describe({ decision, method, confidence, ...rest }: LinkOutcome): string {
  const candidates = rest.candidates.map(
    ({ id, name, score, stops }) =>
      `  ${id}  ${name}  ${score.toFixed(1)}  ${reasonsInWords(stops)}\n`,
  );
  const head = `${decisions[decision]} ${method ?? ""}  ${(100 * confidence).toFixed(1)} %  ${reasonsInWords(rest.reasons)}\n`;
  return head + candidates.join("") + rest.explanation.map((line) => `    ${line}\n`).join("");
}
