/** Records of ours that the city changed: told again by rule, and asked of an officer when it goes on (flapping). */
import type { PoolClient } from "../../store/pool.ts";
import type { HeldItem } from "../../store/queries/sync-batches.ts";
import { countForeignWrites } from "../../store/queries/sync-conflict-review.ts";
import { recordConflicts } from "../../store/queries/sync-conflicts.ts";
import { readRecommendations } from "../../store/queries/sync-outbox.ts";
import { readShadow, type ShadowPlace } from "../../store/queries/sync-shadow.ts";

/** So often in thirty days the rule undoes it; then somebody at the city means it, and two people have to talk. */
export const foreignWritesUndone = 3;

/** An open question keeps the record from being told: the officer's answer decides what is. */
export async function recordForeignWrites(
  client: PoolClient,
  place: ShadowPlace,
  changed: readonly HeldItem[],
): Promise<void> {
  const keys = changed.map(({ entityKey }) => entityKey);
  if (keys.length === 0) return;
  const told = await readShadow(client, place, keys);
  const ours = new Map((await readRecommendations(client, keys)).map((row) => [row.key, row]));
  const before = await countForeignWrites(client, place, keys);
  await recordConflicts(
    client,
    place,
    changed.map(({ entityKey: key, record }) => {
      const times = before.get(key) ?? 0;
      const asks = times >= foreignWritesUndone;
      return {
        key,
        kind: "FOREIGN_WRITE",
        field: null,
        base: told.get(key)?.record ?? null,
        ours: ours.get(key) ?? null,
        theirs: record,
        reason: asks
          ? `the city changed a record of ours ${times + 1} times in 30 days; it is not told again before it is decided`
          : "the city changed a record of ours; it is told again",
        decision: asks ? null : "TOLD_AGAIN",
      };
    }),
  );
}
