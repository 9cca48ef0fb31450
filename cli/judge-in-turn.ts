/**
 * Turns of judging, from marks through assessments and libraries to alerts, in two lanes beside each other: what was marked
 * for its own sake, for which somebody waits, and everybody on a new day, which takes minutes.
 */
import { assessDirty } from "../cultivation/assess-enterprises.ts";
import { escalateOverdue } from "../cultivation/escalate-overdue.ts";
import { installBaseScreenings } from "../cultivation/install-base-screenings.ts";
import { loadSoundCriteria } from "../cultivation/load-criteria.ts";
import { markDue } from "../cultivation/mark-due.ts";
import { matchActivated, matchDirty } from "../cultivation/match-screenings.ts";
import { rehearseJudging } from "../cultivation/rehearse-judging.ts";
import type { Criteria } from "../domain/criteria/criteria.ts";
import { dayInChina } from "../lib/day-in-china.ts";
import type { Pool } from "../store/pool.ts";
import type { Lane } from "../store/queries/dirty-marks.ts";
import type { LogEvent } from "./log-line.ts";

export interface TurnOptions {
  /** Of the worker role. */
  readonly pool: Pool;
  /** For the fresh lane alone, whose connection stays warm; the pool when left out. */
  readonly freshPool?: Pool;
  readonly log: (event: LogEvent) => void;
  /** Ends the turn between two portions. */
  readonly signal: AbortSignal;
  /** Told how much moved, for those who count. */
  readonly onMoved: (count: number) => void;
}

type Turn = () => Promise<void>;

export interface JudgingTurns {
  /** Before the first turn, so that the first record does not wait for what is cold. */
  readonly rehearse: Turn;
  /** What was marked for its own sake: woken by the marks. */
  readonly fresh: Turn;
  /** Everybody, once a day and after a release with other packs. */
  readonly backlog: Turn;
  /** Screenings whose version in force is new, and alerts past their day. */
  readonly screenings: Turn;
}

/** @returns the turns, which remember the rules they have read and the day they have looked at last. */
export function judgeInTurn(options: TurnOptions): JudgingTurns {
  const { pool, freshPool = pool, signal } = options;
  const opened = rulesOfToday(options);
  const lane = async (over: Pool, which: Lane) => {
    const criteria = await opened(which);
    const lanes = [which];
    let raised = 0;
    // Alerts of what one portion has found do not wait for the next.
    const match = async () =>
      void (raised += (await matchDirty(over, { criteria, lanes, signal })).raised);
    const assessed = await assessDirty(over, { criteria, lanes, signal, onPortion: match });
    await match();
    tell(options, { raised, judged: assessed.changed, moved: assessed.verifications });
  };
  return {
    rehearse: async () => rehearseJudging(freshPool, await opened("fresh")),
    fresh: () => lane(freshPool, "fresh"),
    backlog: () => lane(pool, "backlog"),
    screenings: async () => {
      const { raised } = await matchActivated(pool, { criteria: await opened("fresh") });
      const escalated = await escalateOverdue(pool, today());
      tell(options, { raised, escalated });
    },
  };
}

const today = () => dayInChina(Date.now());

/** Packs are recorded before anybody is judged by them, and on a new day everybody is marked by the lane that judges them. */
function rulesOfToday({ pool, onMoved }: TurnOptions): (lane: Lane) => Promise<Criteria> {
  let lookedOn: string | undefined;
  const look = async (criteria: Criteria): Promise<void> => {
    const day = today();
    if (lookedOn !== day) onMoved(await markDue(pool, criteria, day));
    lookedOn = day;
  };
  const opened = onceDone(async () => {
    const criteria = await loadSoundCriteria();
    await installBaseScreenings(pool);
    await look(criteria);
    return criteria;
  });
  return async (lane) => {
    const criteria = await opened();
    if (lane === "backlog") await look(criteria);
    return criteria;
  };
}

interface Told {
  readonly raised: number;
  readonly escalated?: number;
  /** Verdicts. */
  readonly judged?: number;
  readonly moved?: number;
}

function tell(
  { log, onMoved }: TurnOptions,
  { raised, escalated = 0, judged = 0, moved = 0 }: Told,
): void {
  if (judged + moved > 0) {
    onMoved(judged + moved);
    log({ level: "info", job: "judging", assessed: judged });
  }
  if (raised + escalated > 0) log({ level: "info", job: "alerts", raised, escalated });
}

/** The same for all who ask; tried again by the next after a failure. */
function onceDone<T>(work: () => Promise<T>): () => Promise<T> {
  let doing: Promise<T> | undefined;
  return () =>
    (doing ??= work().catch((error: unknown) => {
      doing = undefined;
      throw error;
    }));
}
