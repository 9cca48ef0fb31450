/**
 * What may be done with an alert in each state: the one table behind mutations, command line and console.
 * 待签收 PENDING → 处置中 IN_PROGRESS → 已办结 DONE / 转办 TRANSFERRED / 误报 FALSE_ALARM / 关闭 CLOSED.
 */
import { GoldseedError } from "../errors.ts";
import type { AlertState, Role } from "../vocabulary.ts";

export const alertActions = [
  "ACKNOWLEDGE",
  "RESOLVE",
  "TRANSFER",
  "REPORT_FALSE",
  "CLOSE",
  "REOPEN",
  "POSTPONE",
] as const;
export type AlertAction = (typeof alertActions)[number];

interface StepRule {
  readonly zh: string;
  readonly from: readonly AlertState[];
  /** Null: the state stays. */
  readonly to: AlertState | null;
  readonly reason: boolean;
  readonly roles: readonly Role[];
}

const both = ["SPECIALIST", "OFFICER"] as const;

export const alertSteps: Readonly<Record<AlertAction, StepRule>> = {
  ACKNOWLEDGE: {
    zh: "签收",
    from: ["PENDING", "TRANSFERRED"],
    to: "IN_PROGRESS",
    reason: false,
    roles: both,
  },
  RESOLVE: { zh: "办结", from: ["IN_PROGRESS"], to: "DONE", reason: true, roles: both },
  TRANSFER: {
    zh: "转办",
    from: ["PENDING", "IN_PROGRESS", "TRANSFERRED"],
    to: "TRANSFERRED",
    reason: true,
    roles: both,
  },
  REPORT_FALSE: {
    zh: "报误报",
    from: ["PENDING", "IN_PROGRESS", "TRANSFERRED"],
    to: "FALSE_ALARM",
    reason: true,
    roles: both,
  },
  CLOSE: {
    zh: "关闭",
    from: ["PENDING", "IN_PROGRESS", "TRANSFERRED"],
    to: "CLOSED",
    reason: true,
    roles: ["OFFICER"],
  },
  REOPEN: {
    zh: "重新打开",
    from: ["DONE", "FALSE_ALARM", "CLOSED"],
    to: "IN_PROGRESS",
    reason: true,
    roles: ["OFFICER"],
  },
  POSTPONE: {
    zh: "延期",
    from: ["PENDING", "IN_PROGRESS", "TRANSFERRED"],
    to: null,
    reason: true,
    roles: both,
  },
};

export const finalStates: readonly AlertState[] = ["DONE", "FALSE_ALARM", "CLOSED"];

export const stateNames: Readonly<Record<AlertState, string>> = {
  PENDING: "待签收",
  IN_PROGRESS: "处置中",
  DONE: "已办结",
  TRANSFERRED: "转办",
  FALSE_ALARM: "误报",
  CLOSED: "关闭",
};

/** Longer reasons are reports, which belong into a follow-up. */
const longestReason = 2_000;

export interface AskedStep {
  readonly action: AlertAction;
  readonly state: AlertState;
  readonly reason: string | null;
}

/**
 * The state after the step.
 * @throws GoldseedError ALERT_STEP_REFUSED for a step the state does not allow, BAD_USER_INPUT for a missing reason.
 */
export function nextAlertState({ action, state, reason }: AskedStep): AlertState {
  const rule = alertSteps[action];
  if (!rule.from.includes(state)) {
    const allowed = rule.from.map((one) => `${one}（${stateNames[one]}）`).join("、");
    throw new GoldseedError(
      "ALERT_STEP_REFUSED",
      `预警现为“${stateNames[state]}”，不能${rule.zh} / ${action} is not possible in state ${state}. 允许的状态 Possible in: ${allowed}`,
      { details: { state, action, possibleIn: rule.from } },
    );
  }
  const words = reason?.trim() ?? "";
  if (rule.reason && words === "")
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `${rule.zh}须写明理由 / ${action} needs a reason. 请填写 reason / Give one.`,
      { details: { action } },
    );
  if (words.length > longestReason)
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `理由过长，${words.length} 字，最多 ${longestReason} 字 / The reason has ${words.length} characters, at most ${longestReason}. 详情请记入走访记录 / Put details into a follow-up.`,
    );
  return rule.to ?? state;
}
