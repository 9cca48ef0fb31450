/** Makes portraits anew from the facts: score, labels, trend, completeness, and the columns work lists sort by. */
import { dayInChina } from "../lib/day-in-china.ts";
import type { Pool, PoolClient } from "../store/pool.ts";
import { noteListedMembers } from "../store/queries/listed-members.ts";
import { gatherMeasures } from "../store/queries/portrait-measures.ts";
import {
  rebuildScorePeers,
  takeDirtyPortraits,
  writeLabels,
  writePortraits,
  writeReadModel,
} from "../store/queries/portraits.ts";
import { channels, notify } from "../store/notify.ts";
import { spreadMarks } from "../store/queries/spread-marks.ts";
import { inTransaction } from "../store/transaction.ts";
import { readLabelRules, readScoreRules } from "./portrait/read-rules.ts";

export interface RefreshOptions {
  /** Only these; all enterprises when left out. Unknown codes are passed over. */
  readonly creditCodes?: readonly string[];
  /** The day titles, rights and penalties are looked at, `YYYY-MM-DD`; today when left out. */
  readonly asOf?: string;
}

export interface RefreshedPortraits {
  /** Enterprises looked at. */
  readonly seen: number;
  /** Portraits that are new or other than before. */
  readonly changed: number;
  /** Labels added, changed or removed. */
  readonly labels: number;
  /** Enterprises whose score, libraries or titles are shown otherwise than before. */
  readonly enterprises: number;
}

/** Keys taken at a time, so that a long list of changes is no long transaction. */
const batchSize = 5000;

/** @param pool of the worker role. Idempotent: a second call without new facts changes nothing. */
export async function refreshPortraits(
  pool: Pool,
  options: RefreshOptions = {},
): Promise<RefreshedPortraits> {
  return inTransaction(pool, (client) => refreshPortraitsWithin(client, options), {
    statementTimeoutMs: 0,
  });
}

/** Makes the portraits that were marked at stage PORTRAITS, until none is left. @returns what was done in all. */
export async function refreshDirtyPortraits(
  pool: Pool,
  { asOf }: Pick<RefreshOptions, "asOf"> = {},
): Promise<RefreshedPortraits> {
  let sum: RefreshedPortraits = { seen: 0, changed: 0, labels: 0, enterprises: 0 };
  for (;;) {
    await spreadMarks(pool);
    const taken = await inTransaction(
      pool,
      async (client) => {
        const creditCodes = await takeDirtyPortraits(client, batchSize);
        if (creditCodes.length === 0) return null;
        const done = await refreshPortraitsWithin(client, {
          creditCodes,
          ...(asOf === undefined ? {} : { asOf }),
        });
        await notify(client, channels.enterprises, creditCodes);
        return done;
      },
      { statementTimeoutMs: 0 },
    );
    if (taken === null) return sum;
    sum = {
      seen: sum.seen + taken.seen,
      changed: sum.changed + taken.changed,
      labels: sum.labels + taken.labels,
      enterprises: sum.enterprises + taken.enterprises,
    };
  }
}

/** The same inside a transaction of the caller's. */
export async function refreshPortraitsWithin(
  client: PoolClient,
  { creditCodes, asOf = dayInChina(Date.now()) }: RefreshOptions,
): Promise<RefreshedPortraits> {
  const [score, labels] = [readScoreRules(), readLabelRules()];
  const codes = creditCodes ?? null;
  const seen = await gatherMeasures(client, score, { asOf, codes });
  if (codes === null) await rebuildScorePeers(client, score);
  const changed = await writePortraits(client, score, labels);
  const written = await writeLabels(client, labels);
  const enterprises = await writeReadModel(client);
  await noteListedMembers(client);
  return { seen, changed, labels: written, enterprises };
}
