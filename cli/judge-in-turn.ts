/** One turn of judging: what has changed, or everybody on a new day, through assessments and libraries to alerts. */
import { assessDirty } from "../cultivation/assess-enterprises.ts";
import { escalateOverdue } from "../cultivation/escalate-overdue.ts";
import { installBaseScreenings } from "../cultivation/install-base-screenings.ts";
import { loadSoundCriteria } from "../cultivation/load-criteria.ts";
import { markDue } from "../cultivation/mark-due.ts";
import { matchActivated, matchDirty } from "../cultivation/match-screenings.ts";
import type { Criteria } from "../domain/criteria/criteria.ts";
import type { Pool } from "../store/pool.ts";
import type { LogEvent } from "./log-line.ts";

export interface TurnOptions {
  /** Of the worker role. */
  readonly pool: Pool;
  readonly log: (event: LogEvent) => void;
  /** Ends the turn between two portions. */
  readonly signal: AbortSignal;
  /** Told how much moved, for those who count. */
  readonly onMoved: (count: number) => void;
}

/** @returns the turn, which remembers the rules it has read and the day it has looked at last. */
export function judgeInTurn({ pool, log, signal, onMoved }: TurnOptions): () => Promise<void> {
  let criteria: Criteria | undefined;
  let lookedOn: string | undefined;
  return async () => {
    const rules = (criteria ??= await loadSoundCriteria());
    const today = new Date().toISOString().slice(0, 10);
    if (lookedOn === undefined) await installBaseScreenings(pool);
    const due = lookedOn === today ? 0 : await markDue(pool, rules, today);
    let raised = 0;
    // On a new day judging takes minutes: alerts of what it has found, and of new records before it, do not wait for its end.
    const match = async () =>
      void (raised += (await matchDirty(pool, { criteria: rules, signal })).raised);
    const assessed = await assessDirty(pool, { criteria: rules, signal, onPortion: match });
    const moved = due + assessed.changed + assessed.verifications;
    if (moved > 0) {
      onMoved(moved);
      log({ level: "info", job: "judging", assessed: assessed.changed });
    }
    raised += (await matchActivated(pool, { criteria: rules })).raised;
    await match();
    const escalated = await escalateOverdue(pool, today);
    if (raised + escalated > 0) log({ level: "info", job: "alerts", raised, escalated });
    lookedOn = today;
  };
}
