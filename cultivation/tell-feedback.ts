/** How the alerts of a screening ended: the share of false alarms tells its owner whether it asks the right thing. */
import { decimal, floorRatio, formatDecimal } from "../lib/decimal.ts";
import type { Pool } from "../store/pool.ts";
import { readFeedback, type ScreeningFeedback } from "../store/queries/alert-worklist.ts";

export interface ToldFeedback extends ScreeningFeedback {
  /** Percent of those that ended, cut to one place; null while none has. */
  readonly falseAlarmRate: string | null;
}

/** Counts alone, no enterprise: the policy decides who may ask (Screening.feedback). */
export async function tellFeedback(pool: Pool, screeningId: string): Promise<ToldFeedback> {
  const feedback = await readFeedback(pool, screeningId);
  const tenths = floorRatio(decimal(feedback.falseAlarms * 1_000), decimal(feedback.settled));
  const falseAlarmRate = tenths === undefined ? null : formatDecimal({ digits: tenths, scale: 1 });
  return { ...feedback, falseAlarmRate };
}
