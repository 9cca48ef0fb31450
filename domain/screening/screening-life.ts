/**
 * The life of a screening: 草稿 DRAFT → 待审批 PENDING_APPROVAL → 运行 ACTIVE ⇄ 暂停 PAUSED → 停用 SUPERSEDED. A version
 * that is drafted while another runs waits beside it: the screening stays as it is until the new version is approved.
 */
import { GoldseedError } from "../errors.ts";
import type { ScreeningState } from "../vocabulary.ts";

export const screeningActions = [
  "DRAFT",
  "SUBMIT",
  "APPROVE",
  "REJECT",
  "PAUSE",
  "RESUME",
  "ROLL_BACK",
  "RETIRE",
] as const;
export type ScreeningAction = (typeof screeningActions)[number];

interface LifeRule {
  readonly zh: string;
  /** State before to state after. */
  readonly moves: Readonly<Partial<Record<ScreeningState, ScreeningState>>>;
  readonly reason: boolean;
}

export const screeningLife: Readonly<Record<ScreeningAction, LifeRule>> = {
  DRAFT: {
    zh: "修订",
    moves: { DRAFT: "DRAFT", PENDING_APPROVAL: "DRAFT", ACTIVE: "ACTIVE", PAUSED: "PAUSED" },
    reason: false,
  },
  SUBMIT: {
    zh: "提交审批",
    moves: { DRAFT: "PENDING_APPROVAL", ACTIVE: "ACTIVE", PAUSED: "PAUSED" },
    reason: false,
  },
  APPROVE: {
    zh: "批准",
    moves: { PENDING_APPROVAL: "ACTIVE", ACTIVE: "ACTIVE", PAUSED: "ACTIVE" },
    reason: false,
  },
  REJECT: {
    zh: "退回",
    moves: { PENDING_APPROVAL: "DRAFT", ACTIVE: "ACTIVE", PAUSED: "PAUSED" },
    reason: true,
  },
  PAUSE: { zh: "暂停", moves: { ACTIVE: "PAUSED" }, reason: true },
  RESUME: { zh: "恢复", moves: { PAUSED: "ACTIVE" }, reason: false },
  ROLL_BACK: { zh: "回退", moves: { ACTIVE: "ACTIVE", PAUSED: "ACTIVE" }, reason: true },
  RETIRE: { zh: "停用", moves: { ACTIVE: "SUPERSEDED", PAUSED: "SUPERSEDED" }, reason: true },
};

/** @throws GoldseedError SCREENING_STEP_REFUSED, or BAD_USER_INPUT for a missing reason. */
export function nextScreeningState(
  action: ScreeningAction,
  state: ScreeningState,
  reason: string | null,
): ScreeningState {
  const rule = screeningLife[action];
  const to = rule.moves[state];
  if (to === undefined) {
    const allowed = Object.keys(rule.moves).join("、");
    throw stepRefused(
      `筛查现为 ${state}，不能${rule.zh} / ${action} is not possible in state ${state}. 允许的状态 Possible in: ${allowed}`,
    );
  }
  if (rule.reason && (reason?.trim() ?? "") === "")
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `${rule.zh}须写明理由 / ${action} needs a reason. 请填写 reason / Give one.`,
    );
  return to;
}

export const stepRefused = (message: string): GoldseedError =>
  new GoldseedError("SCREENING_STEP_REFUSED", message);
