/**
 * Each event of the alerts in the caller's areas once, as it is committed. What a broken connection or a slow hearer
 * missed is read from the outbox, so that nothing is lost and nothing told twice.
 */
import { isInAreas } from "../domain/access/alert-rights.ts";
import type { Principal } from "../domain/access/principal.ts";
import type { Pool } from "../store/pool.ts";
import {
  type AlertGap,
  type AlertNotice,
  parseAlertNotice,
  readAlertNotices,
} from "../store/queries/alert-notices.ts";
import { readClock } from "../store/queries/read-clock.ts";

/** A notice bears the time its transaction began: that of a matching of all, which takes minutes, is still found. */
const overlapMs = 900_000;
const pageSize = 10_000;
const mostRemembered = 100_000;

/** Whether a text of the channel tells of an alert of the caller's areas. */
export function concernsAlert(principal: Principal, text: string): boolean {
  const notice = parseAlertNotice(text);
  return notice !== undefined && isInAreas(principal, notice);
}

/** @param notices texts of the channel; null for a gap. @param pool of the worker role. */
export async function* followAlerts(
  pool: Pool,
  principal: Principal,
  notices: AsyncIterable<string | null>,
): AsyncGenerator<AlertNotice, void> {
  const told = new Set<string>();
  const startedAt = new Date((await readClock(pool)).nowMs);
  let sinceHeard = stopwatch();
  for await (const text of notices) {
    const gap = { startedAt, withinMs: sinceHeard() + overlapMs };
    const found =
      text === null
        ? await missedIn(pool, principal, gap)
        : [parseAlertNotice(text)].filter((one) => one !== undefined);
    sinceHeard = stopwatch();
    for (const notice of found) {
      const key = `${notice.alertId} ${notice.sequence}`;
      if (told.has(key) || !isInAreas(principal, notice)) continue;
      remember(told, key);
      yield notice;
    }
  }
}

/**
 * Milliseconds from now on, by whichever clock says more: the one that a hand can set back, or the one that stands still
 * while the machine sleeps. Too many cost a look at what is older; too few would lose alerts.
 */
function stopwatch(): () => number {
  const [set, steady] = [Date.now(), performance.now()];
  return () => Math.max(Date.now() - set, performance.now() - steady);
}

/** One that is committed between two pages may be read twice, and is told once. */
async function missedIn(
  pool: Pool,
  principal: Principal,
  gap: AlertGap,
): Promise<readonly AlertNotice[]> {
  const missed: AlertNotice[] = [];
  for (;;) {
    const page = { limit: pageSize, offset: missed.length };
    const notices = await readAlertNotices(pool, principal, gap, page);
    missed.push(...notices);
    if (notices.length < pageSize) return missed;
  }
}

/** The eldest is forgotten. A cache made for its full size would take two megabytes for each of five hundred hearers. */
function remember(told: Set<string>, key: string): void {
  if (told.size >= mostRemembered) {
    const [eldest] = told;
    if (eldest !== undefined) told.delete(eldest);
  }
  told.add(key);
}
