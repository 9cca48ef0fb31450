/**
 * Turns of judging, from marks through assessments and libraries to alerts, in two lanes beside each other: what was marked
 * for its own sake, for which somebody waits, and everybody on a new day, which takes minutes.
 */
import { assessDirty } from "../cultivation/assess-enterprises.ts";
import { readCurrentCriteria } from "../cultivation/current-criteria.ts";
import { escalateOverdue } from "../cultivation/escalate-overdue.ts";
import { installBaseScreenings } from "../cultivation/install-base-screenings.ts";
import { markDue } from "../cultivation/mark-due.ts";
import { matchActivated, matchDirty } from "../cultivation/match-screenings.ts";
import { rehearseJudging } from "../cultivation/rehearse-judging.ts";
import type { Criteria } from "../domain/criteria/criteria.ts";
import { GoldseedError } from "../domain/errors.ts";
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
  /** Where the packs lie; the folder that ships when left out. */
  readonly dataFolder?: string;
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
  const outdated = outdatedTeller(options);
  const lane = async (over: Pool, which: Lane) => {
    const criteria = await opened(which);
    const lanes = [which];
    let raised = 0;
    // Alerts of what one portion has found do not wait for the next.
    const match = async () =>
      void (raised += (await matchDirty(over, { criteria, lanes, signal })).raised);
    const assessed = await outdated.unless(criteria, () =>
      assessDirty(over, { criteria, lanes, signal, onPortion: match }),
    );
    if (assessed === null) return;
    await match();
    tell(options, { raised, judged: assessed.changed, moved: assessed.verifications });
  };
  return {
    rehearse: async () => rehearseJudging(freshPool, await opened("fresh")),
    fresh: () => lane(freshPool, "fresh"),
    backlog: () => lane(pool, "backlog"),
    screenings: async () => {
      const { raised } = await matchActivated(pool, { criteria: await opened("fresh"), signal });
      const escalated = await escalateOverdue(pool, today());
      tell(options, { raised, escalated });
    },
  };
}

const today = () => dayInChina(Date.now());

/**
 * Packs are recorded before anybody is judged by them: at the start, and when a file of theirs has changed. On a new day
 * everybody is marked by the lane that judges them.
 */
function rulesOfToday(options: TurnOptions): (lane: Lane) => Promise<Criteria> {
  const { pool, onMoved, dataFolder } = options;
  let [lookedOn, faultTold]: [string | undefined, unknown] = [undefined, null];
  let opened: { readonly criteria: Criteria; readonly done: Promise<void> } | undefined;
  const look = async (criteria: Criteria | null): Promise<void> => {
    const day = today();
    if (criteria !== null || lookedOn !== day) onMoved(await markDue(pool, criteria, day));
    lookedOn = day;
  };
  const takeUp = async (criteria: Criteria): Promise<void> => {
    await installBaseScreenings(pool);
    await look(criteria);
  };
  return async (lane) => {
    const { criteria, fault } = await readCurrentCriteria(dataFolder);
    if (fault !== null && fault !== faultTold) tellFault(options, fault);
    faultTold = fault;
    if (opened?.criteria !== criteria) opened = { criteria, done: takeUp(criteria) };
    const now = opened;
    await now.done.catch((error: unknown) => {
      // Tried again by the next who asks.
      if (opened === now) opened = undefined;
      throw error;
    });
    if (lane === "backlog") await look(null);
    return criteria;
  };
}

function tellFault({ log }: TurnOptions, fault: unknown): void {
  const why = fault instanceof Error ? fault.message : String(fault);
  const message = `标准文件有误，仍按原标准评判 / the pack files are faulty; judging goes on by the former ones. ${why}`;
  log({ level: "error", job: "judging", message });
}

/**
 * Two lanes ask each second: that the packs are outdated is said once for each that are, and not again. Nothing is said
 * where the other lane has taken up newer ones meanwhile: the next turn goes on by those.
 */
function outdatedTeller({ log, dataFolder }: TurnOptions) {
  let told: Criteria | undefined;
  return {
    /** @returns null where nobody may be judged by these. */
    unless: async <T>(criteria: Criteria, judge: () => Promise<T>): Promise<T | null> => {
      try {
        return await judge();
      } catch (error) {
        if (!(error instanceof GoldseedError) || error.code !== "CRITERIA_OUTDATED") throw error;
        const current = (await readCurrentCriteria(dataFolder)).criteria;
        if (current === criteria && told !== criteria)
          log({ level: "error", job: "judging", message: error.message });
        if (current === criteria) told = criteria;
        return null;
      }
    },
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
