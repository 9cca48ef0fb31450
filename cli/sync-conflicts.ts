/** `goldseed sync conflicts list|show|decide`: questions that the exchange left to an officer. */
import { Command, Option as Flag } from "commander";

import { GoldseedError } from "../domain/errors.ts";
import type { ConflictKind } from "../store/queries/sync-conflicts.ts";
import { readConflicts, type ReviewedConflict } from "../store/queries/sync-conflict-review.ts";
import {
  conflictDecisions,
  decideConflict,
  decisionsOf,
  type ConflictDecision,
} from "../sync/review/decide-conflict.ts";
import { withConfigFlags } from "./config-flags.ts";
import { localOfficer } from "./local-officer.ts";
import { inBothLanguages } from "./sync-reason-text.ts";
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
      new Flag(
        "--as <decision>",
        "决定：采用市级、保留本区、搁置 / the city's value becomes ours, ours stays and is told again, nothing follows",
      )
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

const kinds: Readonly<Record<string, string>> = {
  UNMATCHED: "未登记 UNMATCHED",
  INVALID: "不合约定 INVALID",
  OWNER_CLASH: "归属冲突 OWNER_CLASH",
  MISSING_AT_CITY: "市级名单缺失 MISSING_AT_CITY",
  LOCAL_EDIT: "本区改了市级字段 LOCAL_EDIT",
  FOREIGN_WRITE: "市级改了本区字段 FOREIGN_WRITE",
};

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
    kinds[one.kind] ?? one.kind,
    one.key,
    one.openedAt,
    one.decision ?? "待决定 open",
    inBothLanguages(one.reason ?? ""),
  ]);
  return table([heading, ...rows]);
}

/** What a list leaves out has no value there; the list is named instead. */
function theirsText({ kind, theirs }: ReviewedConflict): string {
  if (kind === "MISSING_AT_CITY") {
    const list = (theirs as { leftOutOf?: string | null } | null)?.leftOutOf ?? "";
    return `名单中没有 not in the list ${list}`;
  }
  return theirs === null ? "-" : JSON.stringify(theirs);
}

function valuesText(conflict: ReviewedConflict): string {
  const { id, field, base, ours, openedAt, decision, decidedBy, note } = conflict;
  const kind = kinds[conflict.kind] ?? conflict.kind;
  const json = (value: unknown): string => (value === null ? "-" : JSON.stringify(value));
  const answer = decision === null ? "待决定 open" : `${decision} (${decidedBy ?? ""})`;
  const allowed = decisionsOf[conflict.kind as ConflictKind] ?? [];
  return table([
    ["冲突 conflict", id],
    ["类别 kind", field === null ? kind : `${kind} ${field}`],
    ["时间 opened", openedAt],
    ["共同 base", json(base)],
    ["本区 ours", json(ours)],
    ["市级 theirs", theirsText(conflict)],
    ["原因 reason", inBothLanguages(conflict.reason ?? "")],
    ["决定 decision", answer],
    ...(decision === null && allowed.length > 0
      ? [["可答复 answers", `goldseed sync conflicts decide ${id} --as ${allowed.join(" | ")}`]]
      : []),
    ...(note === null ? [] : [["说明 note", note]]),
  ]);
}
