/**
 * Asks the active screenings of enterprises whose judgement changed, or of all by a version that is new, and raises one alert for each new match.
 * Taking the marks, matches, alerts and notices are one transaction: whatever kills the process, each happens once.
 */
import type { Criteria } from "../domain/criteria/criteria.ts";
import { dayInChina } from "../lib/day-in-china.ts";
import type { Pool, PoolClient } from "../store/pool.ts";
import { type Lane, lanes, takeDirty } from "../store/queries/dirty-marks.ts";
import {
  lockMatching,
  type MatchCounts,
  raiseAlerts,
  writeMatches,
} from "../store/queries/matches.ts";
import {
  markAsked,
  readActiveScreenings,
  readUnaskedScreenings,
} from "../store/queries/screening-rows.ts";
import { inTransaction } from "../store/transaction.ts";
import { matchRows } from "./compile/screenings-sql.ts";
import { currentCriteria } from "./current-criteria.ts";
import { askScreenings, sheetFor } from "./screening/ask-screenings.ts";

export interface MatchOptions {
  /** `YYYY-MM-DD`; today when left out. */
  readonly asOf?: string;
  /** Criteria already loaded; those that ship when left out. */
  readonly criteria?: Criteria;
  /** Whose marks are taken, first those of the first; all when left out. */
  readonly lanes?: readonly Lane[];
  readonly signal?: AbortSignal;
  /** Told before each step by its name: fault tests end the process there. */
  readonly onStep?: (step: MatchStep) => void;
}

export const matchSteps = ["taken", "matched", "raised", "committed"] as const;
export type MatchStep = (typeof matchSteps)[number];

const nothing: MatchCounts = { entered: 0, left: 0, raised: 0, merged: 0 };
/** Keys taken at a time. */
const batchSize = 5_000;

/** Matches what was marked since the last run, until nothing is left. @param pool of the worker role. */
export async function matchDirty(pool: Pool, options: MatchOptions = {}): Promise<MatchCounts> {
  const criteria = options.criteria ?? (await currentCriteria());
  let sum = nothing;
  while (options.signal?.aborted !== true) {
    const counts = await inTransaction(
      pool,
      async (client) => {
        const codes = await takeFirst(client, options.lanes ?? lanes);
        if (codes === null) return null;
        options.onStep?.("taken");
        return matchWithin(client, { ...options, criteria }, { codes, only: null });
      },
      { statementTimeoutMs: 0, signal: options.signal },
    );
    if (counts === null) return sum;
    options.onStep?.("committed");
    sum = added(sum, counts);
  }
  return sum;
}

async function takeFirst(client: PoolClient, among: readonly Lane[]): Promise<string[] | null> {
  for (const lane of among) {
    const codes = await takeDirty(client, { stages: ["SCREENINGS"], lane, limit: batchSize });
    if (codes.length > 0) return codes;
  }
  return null;
}

/** Asks everybody by the screenings whose version in force is new: after an approval, a resumption, a rollback. */
export async function matchActivated(pool: Pool, options: MatchOptions = {}): Promise<MatchCounts> {
  const criteria = options.criteria ?? (await currentCriteria());
  return inTransaction(
    pool,
    async (client) => {
      const only = await readUnaskedScreenings(client);
      return only.length === 0
        ? nothing
        : matchWithin(client, { ...options, criteria }, { codes: null, only });
    },
    { statementTimeoutMs: 0, signal: options.signal },
  );
}

/** In the caller's transaction. */
export async function matchWithin(
  client: PoolClient,
  options: MatchOptions & { readonly criteria: Criteria },
  { codes, only }: { codes: readonly string[] | null; only: readonly string[] | null },
): Promise<MatchCounts> {
  await lockMatching(client);
  const { criteria } = options;
  const asOf = options.asOf ?? dayInChina(Date.now());
  const active = await readActiveScreenings(client);
  const asked = await askScreenings(
    client,
    criteria,
    active.filter(({ id }) => only === null || only.includes(id)),
  );
  if (asked.length === 0) return nothing;
  const rows = matchRows(asked, sheetFor(criteria, asked, { asOf, codes }));
  const screenings = asked.map(({ id }) => id);
  const moved = await writeMatches(client, { rows, codes, screenings, asOf });
  options.onStep?.("matched");
  const told = await raiseAlerts(client, asOf);
  if (codes === null) await markAsked(client, asked);
  options.onStep?.("raised");
  return { ...moved, ...told };
}

function added(a: MatchCounts, b: MatchCounts): MatchCounts {
  return {
    entered: a.entered + b.entered,
    left: a.left + b.left,
    raised: a.raised + b.raised,
    merged: a.merged + b.merged,
  };
}
