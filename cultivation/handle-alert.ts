/** One step of one alert by one person: acknowledged, ended, handed on, reported false, closed, opened again, postponed. */
import { assertInAreas, assertMayHandle } from "../domain/access/alert-rights.ts";
import type { Principal } from "../domain/access/principal.ts";
import { type AlertAction, finalStates, nextAlertState } from "../domain/alerts/alert-steps.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { AlertHandler, AlertState } from "../domain/vocabulary.ts";
import { isIsoDate } from "../lib/iso-date.ts";
import type { Pool } from "../store/pool.ts";
import {
  type AlertKey,
  type AlertRow,
  lockAlert,
  writeAlertStep,
} from "../store/queries/alert-rows.ts";
import { holdPlace } from "../store/queries/find-place.ts";
import { inTransaction } from "../store/transaction.ts";

export interface AlertRequest extends AlertKey {
  readonly action: AlertAction;
  readonly reason?: string | null | undefined;
  /** For TRANSFER: whose worklist it goes to. */
  readonly handler?: AlertHandler | null | undefined;
  /** For TRANSFER: the colleague meant; for POSTPONE nothing. */
  readonly assignee?: string | null | undefined;
  /** For POSTPONE: the new day, `YYYY-MM-DD`. */
  readonly dueOn?: string | null | undefined;
  /** The version the caller saw: a step since then is a conflict. Left out: whatever stands. */
  readonly version?: number | null | undefined;
}

/**
 * @param pool of the worker role.
 * @throws GoldseedError NOT_FOUND, FORBIDDEN, ALERT_STEP_REFUSED, BAD_USER_INPUT, CONFLICT.
 */
export async function handleAlert(
  pool: Pool,
  principal: Principal,
  request: AlertRequest,
): Promise<{ readonly state: AlertState; readonly version: number }> {
  return inTransaction(pool, async (client) => {
    // The step's event bears the alert's town: a move meanwhile would leave it behind.
    await holdPlace(client, request.creditCode);
    const alert = assertInAreas(principal, await lockAlert(client, request), "该预警");
    assertMayHandle(principal, request.action);
    const reason = request.reason?.trim() || null;
    const to = nextAlertState({ action: request.action, state: alert.state, reason });
    assertUnchanged(alert, request.version);
    const version = await writeAlertStep(client, {
      from: alert,
      to,
      actor: principal.subject,
      reason,
      assignee: assigneeAfter(alert, principal, request),
      handler: request.action === "TRANSFER" ? handlerAfter(alert, request) : alert.handler,
      dueOn: request.action === "POSTPONE" ? newDay(alert, request) : alert.dueOn,
      isFinal: finalStates.includes(to),
    });
    return { state: to, version };
  });
}

function assertUnchanged(alert: AlertRow, seen: number | null | undefined): void {
  if (seen === null || seen === undefined || seen === alert.version) return;
  throw new GoldseedError(
    "CONFLICT",
    `预警已被他人处理：您看到的是第 ${seen} 版，现为第 ${alert.version} 版 / The alert has moved on from version ${seen} to ${alert.version}. 请刷新后再试 / Read it again.`,
    { details: { seen, version: alert.version } },
  );
}

/** Whoever takes it up has it; who hands it on may name the next. */
function assigneeAfter(
  alert: AlertRow,
  { subject }: Principal,
  { action, assignee }: AlertRequest,
): string | null {
  if (action === "ACKNOWLEDGE" || action === "REOPEN") return subject;
  return action === "TRANSFER" ? (assignee ?? null) : alert.assignee;
}

function handlerAfter(alert: AlertRow, { handler, assignee }: AlertRequest): AlertHandler {
  const area = { TOWN: alert.townCode, ZONE: alert.zoneCode, DISTRICT: "" };
  if (handler === null || handler === undefined) {
    if (assignee) return alert.handler;
    throw new GoldseedError(
      "BAD_USER_INPUT",
      "转办须写明去向 / TRANSFER needs to know where. 请给出 handler（TOWN、ZONE、DISTRICT）或 assignee / Give handler or assignee.",
    );
  }
  if (area[handler] !== null) return handler;
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `该企业没有${handler === "ZONE" ? "功能区" : "镇街"}，不能转办给 ${handler} / The enterprise lies in no such area. 可转办给 Possible: DISTRICT`,
  );
}

/** No later than a year from the day it was due. */
function newDay(alert: AlertRow, { dueOn }: AlertRequest): string {
  const given = dueOn ?? "";
  const last = `${Number(alert.dueOn.slice(0, 4)) + 1}${alert.dueOn.slice(4)}`;
  const isLater: boolean = isIsoDate(given) && given > alert.dueOn && given <= last;
  if (isLater) return given;
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `新的期限“${given}”无效，应晚于 ${alert.dueOn}、不晚于 ${last} / The new day must be after ${alert.dueOn} and no later than ${last}.`,
  );
}
