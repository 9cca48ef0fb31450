/**
 * Tells whoever listens that something happened. Where a row of a table is itself the notice (the outbox of alerts, marks of
 * changed enterprises) a trigger on the row tells, so that no writer can forget it (0160); all else is told by the process
 * that did it, because triggers on sets of facts cost every import (0004).
 */
import type { Pool, PoolClient } from "./pool.ts";

/** Every channel with what its notices hold. */
export const channels = {
  /** Empty: enterprises were marked to be judged. Sent by a trigger. */
  dirty: "goldseed_dirty",
  /** Credit codes, parted by spaces, of enterprises whose portrait is new; `*` for more than are worth naming. */
  enterprises: "goldseed_enterprises",
  /** One event of one alert: credit code, alert, sequence, town, zone. Sent by a trigger on the outbox. */
  alerts: "goldseed_alerts",
  /** Id of a run of the exchange that was opened or closed. */
  syncRuns: "goldseed_sync_runs",
  /** Ids of conflicts of the exchange that were opened, renewed or decided, parted by spaces. */
  syncConflicts: "goldseed_sync_conflicts",
  /** Id of a receipt of agreement that was obtained. */
  receipts: "goldseed_receipts",
  /** Empty: figures that are counted as a whole have been written anew. Sent by triggers, for no writer may forget it. */
  figures: "goldseed_figures",
  /** Ids of import runs, parted by spaces, that have moved on. */
  imports: "goldseed_imports",
} as const;

/** Beyond it hearers look at everything they care for. */
const mostNamed = 2_000;
/** PostgreSQL takes 7,999 bytes a notice. */
const mostBytes = 7_900;

/** Within a transaction it is sent when that commits, and not at all when it does not. */
export async function notify(
  client: Pool | PoolClient,
  channel: string,
  words: readonly string[],
): Promise<void> {
  if (words.length === 0) return;
  for (const payload of words.length > mostNamed ? ["*"] : packed(words))
    await client.query("/* store:notify */ select pg_notify($1, $2)", [channel, payload]);
}

function packed(words: readonly string[]): readonly string[] {
  const packs: string[] = [];
  for (const word of words) {
    const last = packs.at(-1);
    if (last !== undefined && Buffer.byteLength(last) + Buffer.byteLength(word) < mostBytes)
      packs[packs.length - 1] = `${last} ${word}`;
    else packs.push(word);
  }
  return packs;
}
