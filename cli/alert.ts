/** `goldseed alert list|ack|…`: the worklist and its steps on the command line, as an officer of the district. */
import { Command, Option } from "commander";

import { handleAlert } from "../cultivation/handle-alert.ts";
import { type AlertAction, alertActions, stateNames } from "../domain/alerts/alert-steps.ts";
import { GoldseedError } from "../domain/errors.ts";
import {
  type AlertHandler,
  alertHandlers,
  type AlertState,
  alertStates,
} from "../domain/vocabulary.ts";
import { dayInChina } from "../lib/day-in-china.ts";
import type { Pool } from "../store/pool.ts";
import { findAlerts, readWorklist, type WorklistRow } from "../store/queries/alert-worklist.ts";
import { readAreaFile } from "../store/read-area-file.ts";
import { withConfigFlags } from "./config-flags.ts";
import { localOfficer } from "./local-officer.ts";
import { callerOf } from "./parse-caller.ts";
import { table } from "./table.ts";
import { withWorkerPool } from "./with-worker-pool.ts";
import { wholeNumber } from "./whole-number.ts";

export function alertCommand(): Command {
  const command = new Command("alert").description("预警 / alerts");
  command.addCommand(listCommand());
  command.addCommand(stepCommand("ack", "签收 / acknowledge", "ACKNOWLEDGE"));
  command.addCommand(stepCommand("step", "处置一步 / take a step"));
  return command;
}

interface ListFlags {
  readonly town?: string;
  readonly state?: readonly AlertState[];
  readonly overdue?: true;
  readonly limit: string;
  readonly json?: true;
}

const open: readonly AlertState[] = ["PENDING", "IN_PROGRESS", "TRANSFERRED"];

function listCommand(): Command {
  const command = new Command("list")
    .description("待办，先列到期早的 / what is open, earliest due first")
    .option("--town <town>", "只看一个镇街，代码或名称 / of one town, by code or name")
    .addOption(
      new Option("--state <state...>", "只看这些状态，默认未办结 / of these states").choices(
        alertStates,
      ),
    )
    .option("--overdue", "只看逾期的 / overdue alone")
    .option("--limit <n>", "最多几条 / how many", "50")
    .option("--json", "以 JSON 输出，每行一条 / print NDJSON");
  return withConfigFlags(command).action((given: ListFlags) =>
    withWorkerPool(command, async (pool) => {
      const rows = await readWorklist(pool, {
        townCode: given.town === undefined ? null : townOf(given.town),
        states: given.state ?? open,
        overdueOn: given.overdue ? dayInChina(Date.now()) : null,
        limit: wholeNumber("--limit", given.limit, 999_999),
      });
      process.stdout.write(
        given.json ? rows.map((row) => `${JSON.stringify(row)}\n`).join("") : worklistTable(rows),
      );
    }),
  );
}

/** @throws GoldseedError BAD_USER_INPUT: a list of nothing would look like a town without work. */
function townOf(name: string): string {
  return callerOf("town", [name], readAreaFile()).areaCodes[0] ?? name;
}

function worklistTable(rows: readonly WorklistRow[]): string {
  const head = ["编号 id", "到期 due", "状态 state", "镇街 town", "企业 enterprise", "内容 what"];
  return table([
    head,
    ...rows.map((row) => [
      row.id.slice(0, 8),
      `${row.dueOn}${row.escalated ? " 督办" : ""}`,
      `${stateNames[row.state]} ${row.state}`,
      row.town ?? "—",
      row.name,
      row.headline,
    ]),
  ]);
}

interface StepFlags {
  readonly as?: AlertAction;
  readonly reason?: string;
  readonly to?: AlertHandler;
  readonly assignee?: string;
  readonly due?: string;
  readonly json?: true;
}

function stepCommand(name: string, description: string, action?: AlertAction): Command {
  const command = new Command(name)
    .description(description)
    .argument("<id>", "编号，至少 8 位，见 list / the id, as listed")
    .option("--json", "以 JSON 输出 / print JSON");
  if (action === undefined)
    command
      .addOption(
        new Option("--as <action>", "步骤 / the step").choices(alertActions).makeOptionMandatory(),
      )
      .option("--reason <text>", "理由 / the reason")
      .addOption(new Option("--to <tier>", "转办去向 / where to").choices(alertHandlers))
      .option("--assignee <account>", "转办给谁，缺省待签收 / whom to hand it to")
      .option("--due <date>", "新的期限 / the new day");
  return withConfigFlags(command).action((id: string, given: StepFlags) =>
    withWorkerPool(command, async (pool) => {
      const done = await handleAlert(pool, localOfficer(), {
        ...(await keyOf(pool, id)),
        action: action ?? given.as ?? "ACKNOWLEDGE",
        reason: given.reason,
        handler: given.to,
        assignee: given.assignee,
        dueOn: given.due,
      });
      process.stdout.write(
        given.json
          ? `${JSON.stringify(done)}\n`
          : `${done.state}，第 ${done.version} 版 / version ${done.version}\n`,
      );
    }),
  );
}

async function keyOf(pool: Pool, id: string) {
  const found = /^[0-9a-f-]{8,36}$/.test(id) ? await findAlerts(pool, id) : [];
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw new GoldseedError(
    found.length === 0 ? "NOT_FOUND" : "BAD_USER_INPUT",
    found.length === 0
      ? `没有预警“${id}” / There is no alert "${id}". See goldseed alert list.`
      : `编号“${id}”对应多条预警，请写长一些 / More than one alert begins with "${id}". Give more of the id.`,
  );
}
