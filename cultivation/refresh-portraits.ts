/** Makes portraits anew from the facts: score, labels, trend, completeness, and the columns work lists sort by. */
import { dayInChina } from "../lib/day-in-china.ts";
import type { Pool, PoolClient } from "../store/pool.ts";
import { noteListedMembers, settleEntrants } from "../store/queries/listed-members.ts";
import { gatherMeasures } from "../store/queries/portrait-measures.ts";
import {
  portraitsWritten,
  rebuildScorePeers,
  writeLabels,
  writePortraits,
  writeReadModel,
} from "../store/queries/portraits.ts";
import { channels, notify } from "../store/notify.ts";
import { type Lane, lanes, noteListedDay, takeDirty } from "../store/queries/dirty-marks.ts";
import { spreadMarks } from "../store/queries/spread-marks.ts";
import { inTransaction } from "../store/transaction.ts";
import { portraitRulesDigest, readLabelRules, readScoreRules } from "./portrait/read-rules.ts";

export interface RefreshOptions {
  /** Only these; all enterprises when left out. Unknown codes are passed over. */
  readonly creditCodes?: readonly string[];
  /** The day titles, rights and penalties are looked at, `YYYY-MM-DD`; today when left out. */
  readonly asOf?: string;
}

export interface RefreshedPortraits {
  /** Enterprises looked at; of a turn, marks taken. */
  readonly seen: number;
  /** Portraits that are new or other than before. */
  readonly changed: number;
  /** Labels added, changed or removed. */
  readonly labels: number;
  /** Enterprises whose score, libraries or titles are shown otherwise than before. */
  readonly enterprises: number;
}

const stage = "PORTRAITS";
/** Keys taken at a time, so that a long list of changes is no long transaction. */
const portions: Readonly<Record<Lane, number>> = { fresh: 1_000, backlog: 2_500 };
const nothing: RefreshedPortraits = { seen: 0, changed: 0, labels: 0, enterprises: 0 };

/** @param pool of the worker role. Idempotent: a second call without new facts changes nothing. */
export async function refreshPortraits(
  pool: Pool,
  options: RefreshOptions = {},
): Promise<RefreshedPortraits> {
  return inTransaction(
    pool,
    async (client) => {
      if (options.creditCodes !== undefined) return refreshPortraitsWithin(client, options);
      const day = options.asOf ?? dayInChina(Date.now());
      await noteListedDay(client, stage, { day, rules: portraitRulesDigest() });
      return refreshPortraitsWithin(client, { asOf: day, peers: "anew" });
    },
    { statementTimeoutMs: 0 },
  );
}

export interface TurnOfPortraits extends Pick<RefreshOptions, "asOf"> {
  /** Those marked for their own sake, then those of a new day; both when left out. */
  readonly lanes?: readonly Lane[];
  /** Ends the turn between two portions. */
  readonly signal?: AbortSignal;
}

/** Makes the portraits that were marked at stage PORTRAITS, until none is left. @returns what was done in all. */
export async function refreshDirtyPortraits(
  pool: Pool,
  options: TurnOfPortraits = {},
): Promise<RefreshedPortraits> {
  let sum = nothing;
  while (options.signal?.aborted !== true) {
    const among = options.lanes ?? lanes;
    await spreadMarks(pool, { stage, lanes: among });
    const done = await inTransaction(
      pool,
      async (client) => {
        for (const lane of among) {
          const limit = portions[lane];
          const creditCodes = await takeDirty(client, { stages: [stage], lane, limit });
          if (creditCodes.length > 0)
            return refreshPortion(client, { ...options, creditCodes, lane });
        }
        return null;
      },
      { statementTimeoutMs: 0, signal: options.signal },
    );
    if (done === null) break;
    sum = added(sum, done);
  }
  await settleEntrants(pool);
  return sum;
}

interface Portion {
  readonly creditCodes: readonly string[];
  readonly lane: Lane;
  readonly asOf?: string;
}

/** Of those whose facts have changed hearers are told in any case; on a new day of those alone that are others than before. */
async function refreshPortion(
  client: PoolClient,
  { creditCodes, lane, asOf }: Portion,
): Promise<RefreshedPortraits> {
  const scope = { creditCodes, ...(asOf === undefined ? {} : { asOf }) };
  const done = await refreshPortraitsWithin(client, scope);
  const told = lane === "fresh" ? creditCodes : await portraitsWritten(client, creditCodes);
  await notify(client, channels.enterprises, told);
  // Marks of enterprises that are gone were looked at as well.
  return { ...done, seen: creditCodes.length };
}

function added(a: RefreshedPortraits, b: RefreshedPortraits): RefreshedPortraits {
  return {
    seen: a.seen + b.seen,
    changed: a.changed + b.changed,
    labels: a.labels + b.labels,
    enterprises: a.enterprises + b.enterprises,
  };
}

/** The same inside a transaction of the caller's. */
export async function refreshPortraitsWithin(
  client: PoolClient,
  {
    creditCodes,
    asOf = dayInChina(Date.now()),
    peers = "kept",
  }: RefreshOptions & {
    /** Whether the places among peers are among those of the last time; `anew` for all enterprises alone. */
    readonly peers?: "kept" | "anew";
  },
): Promise<RefreshedPortraits> {
  const [score, labels] = [readScoreRules(), readLabelRules()];
  const codes = creditCodes ?? null;
  const seen = await gatherMeasures(client, score, { asOf, codes });
  if (peers === "anew") await rebuildScorePeers(client, score);
  const changed = await writePortraits(client, score, labels);
  const written = await writeLabels(client, labels);
  const enterprises = await writeReadModel(client);
  await noteListedMembers(client);
  return { seen, changed, labels: written, enterprises };
}
