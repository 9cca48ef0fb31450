/**
 * Whether the score says anything: scores are computed as of a past day, from what was known then, and those who gained a
 * title since are looked for among the highest, beside a ranking by revenue and one at random.
 */
import { GoldseedError } from "../domain/errors.ts";
import { isIsoDate } from "../lib/iso-date.ts";
import type { Pool } from "../store/pool.ts";
import { gatherMeasures } from "../store/queries/portrait-measures.ts";
import {
  backtestRows,
  type BacktestRow,
  type BacktestSpan,
} from "../store/queries/score-backtest.ts";
import { inTransaction } from "../store/transaction.ts";
import { readScoreRules } from "./portrait/read-rules.ts";

export interface BacktestOptions extends BacktestSpan {
  /** File of weights to try; those in force when left out. */
  readonly rules?: string;
}

export interface Backtest extends BacktestSpan {
  /** Version of the weights. */
  readonly version: string;
  readonly titles: readonly BacktestRow[];
}

/** Writes nothing. @throws GoldseedError BAD_USER_INPUT for days out of order, RULES_INVALID for faulty weights, FILE_UNREADABLE. */
export async function backtestScore(
  pool: Pool,
  { asOf, until, rules: path }: BacktestOptions,
): Promise<Backtest> {
  if (!isIsoDate(asOf) || !isIsoDate(until) || asOf >= until)
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `评分日“${asOf}”应早于截止日“${until}” / The day of scoring "${asOf}" must lie before "${until}", both as YYYY-MM-DD.`,
    );
  const rules = path === undefined ? readScoreRules() : readScoreRules(path);
  const titles = await inTransaction(
    pool,
    async (client) => {
      await gatherMeasures(client, rules, { asOf, codes: null, past: true });
      return backtestRows(client, rules, { asOf, until });
    },
    { statementTimeoutMs: 0 },
  );
  return { asOf, until, version: rules.version, titles };
}
