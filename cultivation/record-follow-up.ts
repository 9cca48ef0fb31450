/** What a specialist did about an enterprise, and what came of it: with an alert or without one. */
import { assertInAreas, assertMayHandle } from "../domain/access/alert-rights.ts";
import type { Principal } from "../domain/access/principal.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { FollowUpKind, FollowUpOutcome } from "../domain/vocabulary.ts";
import { dayInChina } from "../lib/day-in-china.ts";
import { isIsoDate } from "../lib/iso-date.ts";
import type { Pool } from "../store/pool.ts";
import { insertFollowUp, lockAlert } from "../store/queries/alert-rows.ts";
import { holdPlace } from "../store/queries/find-place.ts";
import { inTransaction } from "../store/transaction.ts";

export interface FollowUpRequest {
  readonly creditCode: string;
  readonly alertId?: string | null | undefined;
  readonly kind: FollowUpKind;
  readonly outcome: FollowUpOutcome;
  readonly note?: string | null | undefined;
  /** `YYYY-MM-DD`, not in the future. */
  readonly happenedOn: string;
}

/** Letters of the longest note. */
const longestNote = 4_000;

/** @returns the id of the follow-up. @throws GoldseedError NOT_FOUND, FORBIDDEN, BAD_USER_INPUT. */
export async function recordFollowUp(
  pool: Pool,
  principal: Principal,
  request: FollowUpRequest,
): Promise<string> {
  assertSound(request, dayInChina(Date.now()));
  return inTransaction(pool, async (client) => {
    const { creditCode, alertId = null } = request;
    const scope = assertInAreas(principal, await holdPlace(client, creditCode), "该企业");
    assertMayHandle(principal, "FOLLOW_UP");
    if (alertId !== null)
      assertInAreas(principal, await lockAlert(client, { creditCode, id: alertId }), "该预警");
    return insertFollowUp(client, {
      creditCode,
      ...scope,
      alertId,
      kind: request.kind,
      outcome: request.outcome,
      note: request.note?.trim() || null,
      actor: principal.subject,
      happenedOn: request.happenedOn,
    });
  });
}

function assertSound({ happenedOn, note }: FollowUpRequest, today: string): void {
  const isPast: boolean = isIsoDate(happenedOn) && happenedOn <= today;
  if (!isPast)
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `日期“${happenedOn}”无效，应为今天（${today}）或以前的日期 / Expected a day up to ${today}, as YYYY-MM-DD.`,
    );
  if ((note?.length ?? 0) > longestNote)
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `记录过长，${note?.length} 字，最多 ${longestNote} 字 / The note has ${note?.length} characters, at most ${longestNote}.`,
    );
}
