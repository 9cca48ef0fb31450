/** `goldseed sync conflicts list|show|decide`: questions that the exchange left to an officer. */
import { Command, Option as Flag } from "commander";

import { GoldseedError } from "../domain/errors.ts";
import { readConflicts, type ReviewedConflict } from "../store/queries/sync-conflict-review.ts";
import {
  conflictDecisions,
  decideConflict,
  type ConflictDecision,
} from "../sync/review/decide-conflict.ts";
import { withConfigFlags } from "./config-flags.ts";
import { localOfficer } from "./local-officer.ts";
import { table } from "./table.ts";
import { wholeNumber } from "./whole-number.ts";
import { withWorkerPool } from "./with-worker-pool.ts";

export function conflictsCommand(): Command {
  const command = new Command("conflicts").description(
    "待决定的冲突 / questions that wait for an officer",
  );
  command.addCommand(listCommand(), { isDefault: true });
  command.addCommand(showCommand());
  command.addCommand(decideCommand());
  return command;
}

function listCommand(): Command {
  const command = new Command("list")
    .description("列出冲突，新的在前 / conflicts, newest first")
    .option("--all", "含已决定的 / with those that are decided")
    .option("--limit <n>", "最多几条 / how many", "50")
    .option("--json", "以 JSON 输出，每行一个 / print NDJSON");
  return withConfigFlags(command).action(
    (flags: { readonly all?: true; readonly limit: string; readonly json?: true }) =>
      withWorkerPool(command, async (pool) => {
        const found = await readConflicts(pool, {
          peerId: "city",
          state: flags.all ? null : "OPEN",
          key: null,
          limit: wholeNumber("--limit", flags.limit, 1_000),
        });
        process.stdout.write(flags.json ? ndjson(found) : listText(found));
      }),
  );
}

function showCommand(): Command {
  const command = new Command("show")
    .description("一条记录的三方取值与历史 / three values and history of one record")
    .argument("<key>", "记录键 / key of the record, as listed: creditCode|kind|batch")
    .option("--json", "以 JSON 输出，每行一个 / print NDJSON");
  return withConfigFlags(command).action((key: string, flags: { readonly json?: true }) =>
    withWorkerPool(command, async (pool) => {
      const asked = { peerId: "city", state: null, key, limit: 1_000 };
      const history = await readConflicts(pool, asked);
      if (history.length === 0) {
        throw new GoldseedError(
          "NOT_FOUND",
          `记录“${key}”没有冲突 / There was never a conflict of "${key}". See: goldseed sync conflicts`,
        );
      }
      process.stdout.write(flags.json ? ndjson(history) : history.map(valuesText).join("\n"));
    }),
  );
}

function decideCommand(): Command {
  const command = new Command("decide")
    .description(
      "答复一个冲突；决定本身即为变更 / answer a conflict; the answer is itself a change",
    )
    .argument("<id>", "冲突编号，见 list / id of the conflict, as listed")
    .addOption(
      new Flag("--as <decision>", "决定 / the decision")
        .choices(conflictDecisions)
        .makeOptionMandatory(),
    )
    .option("--note <text>", "说明 / why, for who reads the history");
  return withConfigFlags(command).action(
    (id: string, given: { readonly as: ConflictDecision; readonly note?: string }) =>
      withWorkerPool(command, async (pool) => {
        const note = given.note === undefined ? {} : { note: given.note };
        const { key, kind } = await decideConflict(pool, localOfficer(), {
          id,
          decision: given.as,
          ...note,
        });
        process.stderr.write(`已决定 / decided ${given.as}: ${kind} ${key}\n`);
      }),
  );
}

const ndjson = (found: readonly ReviewedConflict[]): string =>
  found.map((one) => `${JSON.stringify(one)}\n`).join("");

function listText(found: readonly ReviewedConflict[]): string {
  if (found.length === 0) return "没有冲突 no conflicts\n";
  const heading = [
    "编号 id",
    "类别 kind",
    "记录 record",
    "时间 opened",
    "状态 state",
    "原因 reason",
  ];
  const rows = found.map((one) => [
    one.id,
    one.kind,
    one.key,
    one.openedAt,
    one.decision ?? "OPEN",
    one.reason ?? "",
  ]);
  return table([heading, ...rows]);
}

function valuesText(conflict: ReviewedConflict): string {
  const { id, kind, field, base, ours, theirs, openedAt, decision, decidedBy, note } = conflict;
  const json = (value: unknown): string => (value === null ? "-" : JSON.stringify(value));
  const answer = decision === null ? "待决定 open" : `${decision} (${decidedBy ?? ""})`;
  return table([
    ["冲突 conflict", id],
    ["类别 kind", field === null ? kind : `${kind} ${field}`],
    ["时间 opened", openedAt],
    ["共同 base", json(base)],
    ["本区 ours", json(ours)],
    ["市级 theirs", json(theirs)],
    ["原因 reason", conflict.reason ?? ""],
    ["决定 decision", answer],
    ...(note === null ? [] : [["说明 note", note]]),
  ]);
}
