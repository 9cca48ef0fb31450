/** `goldseed link review list|decide|undo`: records that wait for an officer to say whose they are. */

import { Command, Option as Flag } from "commander";

import { decideLink, undoLink } from "../intake/link/decide-link.ts";
import { relinkRecords } from "../intake/link/relink-records.ts";
import { type LinkDecisionKind, linkDecisionKinds } from "../store/linking/link-decisions.ts";
import { listReviewGroups, type ReviewGroup } from "../store/linking/link-reviews.ts";
import { commandActor } from "./audited-command.ts";
import { reasonsInWords } from "./reasons-in-words.ts";
import { withConfigFlags } from "./config-flags.ts";
import { withWorkerPool } from "./with-worker-pool.ts";
import { wholeNumber } from "./whole-number.ts";

export function reviewCommand(): Command {
  const command = new Command("review").description(
    "待复核的记录 / records that wait for an officer",
  );
  command.addCommand(listCommand(), { isDefault: true });
  command.addCommand(decideCommand());
  command.addCommand(undoCommand());
  command.addCommand(retryCommand());
  return command;
}

function listCommand(): Command {
  const command = new Command("list")
    .description("按组列出，先列影响记录多的 / groups, those that settle most records first")
    .option("--source <id>", "只看一个来源 / of one source")
    .option("--limit <n>", "最多几组 / how many groups", "20")
    .option("--json", "以 JSON 输出，每行一个 / print NDJSON");
  return withConfigFlags(command).action(
    (given: { readonly source?: string; readonly limit: string; readonly json?: true }) =>
      withWorkerPool(command, async (pool) => {
        const filter = {
          sourceId: given.source,
          limit: wholeNumber("--limit", given.limit, 999_999),
        };
        const groups = await listReviewGroups(pool, filter);
        const line = given.json ? (group: ReviewGroup) => `${JSON.stringify(group)}\n` : describe;
        const nothing = given.json ? "" : "没有待复核的记录 / nothing waits\n";
        const text = groups.map(line).join(given.json ? "" : "\n");
        process.stdout.write(groups.length === 0 ? nothing : text);
      }),
  );
}

function decideCommand(): Command {
  const command = new Command("decide")
    .description("答复一组记录 / answer for a group of records")
    .argument("<group>", "组，见 list / the group, as listed")
    .addOption(
      new Flag("--as <decision>", "决定 / the decision").choices(linkDecisionKinds).default("LINK"),
    )
    .option("--code <creditCode>", "统一社会信用代码 / the credit code of the enterprise meant");
  return withConfigFlags(command).action(
    (groupKey: string, given: { readonly as: LinkDecisionKind; readonly code?: string }) =>
      withWorkerPool(command, async (pool) => {
        const answer = { groupKey, decision: given.as, creditCode: given.code };
        const { settled, merged } = await decideLink({
          pool,
          ...answer,
          decidedBy: commandActor(),
        });
        const records = settled.reduce((sum, { record }) => sum + record.rows.length, 0);
        process.stderr.write(
          `已答复 ${records} 条记录，其中 ${merged} 条已入库 / answered for ${records} records, ${merged} of them are facts now\n`,
        );
      }),
  );
}

function undoCommand(): Command {
  const command = new Command("undo")
    .description("撤回对一组记录的答复 / take an answer back")
    .argument("<group>", "组 / the group");
  return withConfigFlags(command).action((groupKey: string) =>
    withWorkerPool(command, async (pool) => {
      const reviews = await undoLink(pool, groupKey);
      process.stderr.write(`重新待复核 ${reviews} 项 / ${reviews} reviews wait again\n`);
    }),
  );
}

function retryCommand(): Command {
  const command = new Command("retry").description(
    "对照现有登记库重新关联待复核的记录 / try records that wait against the register as it is now",
  );
  return withConfigFlags(command).action(() =>
    withWorkerPool(command, async (pool) => {
      const { tried, settled } = await relinkRecords(pool);
      process.stderr.write(
        `重试 ${tried} 组，找到 ${settled} 项 / ${tried} groups tried, ${settled} reviews settled\n`,
      );
    }),
  );
}

function describe({ groupKey, records, mention, candidates, note }: ReviewGroup): string {
  const { name = "", code = "", address = "" } = mention;
  const lines = candidates.map(
    (one, i) =>
      `  ${i + 1}. ${one.creditCode}  ${one.name}${one.former ? "（曾用名）" : ""}  ${one.bits.toFixed(1)}${one.stops.length > 0 ? `  [${reasonsInWords(one.stops)}]` : ""}\n`,
  );
  const about = note === null || note === "" ? "" : `  ${note}\n`;
  return `${groupKey}\n  ${records} 条 records：${[name, code, address].filter(Boolean).join("  ")}\n${lines.join("")}${about}`;
}
