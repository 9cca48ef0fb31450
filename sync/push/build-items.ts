/** What a batch says of each dirty entity: its present content, unless the city holds exactly that already. */
import type { LiveRecommendation } from "../../store/queries/sync-outbox.ts";
import type { ShadowRow } from "../../store/queries/sync-shadow.ts";
import type { WireRecommendation } from "../protocol/batch.ts";
import { recommendationDigest } from "../protocol/canonical-record.ts";

export interface ItemToSend {
  readonly key: string;
  readonly op: "UPSERT" | "WITHDRAW";
  readonly digest: string;
  readonly record: WireRecommendation;
}

/** Pure. @returns null when there is nothing to tell of this entity. */
export function buildItem(
  key: string,
  live: LiveRecommendation | undefined,
  shadow: ShadowRow | undefined,
): ItemToSend | null {
  if (live === undefined || live.state === "WITHDRAWN") {
    // Never told, so there is nothing to take back.
    if (shadow?.record == null) return null;
    const record = shadow.record as WireRecommendation;
    return { key, op: "WITHDRAW", digest: recommendationDigest(record), record };
  }
  const record = wireRecordOf(live);
  const digest = recommendationDigest(record);
  return digest === shadow?.digest ? null : { key, op: "UPSERT", digest, record };
}

function wireRecordOf(live: LiveRecommendation): WireRecommendation {
  const { creditCode, kind, batch, name, townCode, recommendedOn, reason } = live;
  const record = { creditCode, kind, batch, name, townCode, recommendedOn, reason };
  // The column's check constraint holds the kind to the list that the wire knows.
  return record as WireRecommendation;
}
