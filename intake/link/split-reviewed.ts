/** Records of several enterprises at once ("甲公司；乙公司"): each part finds its own, or waits by itself. */
import type { Mention } from "../../domain/linking/mention.ts";
import {
  openReviews,
  type SettledReview,
  withdrawReviews,
} from "../../store/linking/link-reviews.ts";
import type { PoolClient } from "../../store/pool.ts";
import { questionOf } from "./link-question.ts";
import { groupKeyOf } from "./group-key.ts";
import type { Link } from "./link-ahead.ts";
import { mergeReviewed, type MergeableReview } from "./merge-reviewed.ts";
import { newReview } from "./new-review.ts";

/** Names of the parts; a single one when nothing separates them. */
export function partsOfName(name: string): readonly string[] {
  const parts = name.split(/[;；、/|\n]|(?<=公司|厂|店|社|院|所|中心)[,，和及与]/);
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part.length > 1))];
}

export interface SplitRequest {
  readonly linkerFor: (mentions: readonly Mention[]) => Promise<Link>;
  readonly groupKey: string;
  /** Who or what splits. */
  readonly by: string;
}

/** In the caller's transaction. @returns records merged. */
export async function splitReviewed(
  client: PoolClient,
  reviews: readonly MergeableReview[],
  { linkerFor, groupKey, by }: SplitRequest,
): Promise<number> {
  let merged = 0;
  for (const review of reviews) {
    const whole = review.record.mention as unknown as Mention;
    for (const mention of partsOf(whole)) {
      const part = partOf(review, mention);
      const outcome = (await linkerFor([mention]))(mention);
      const [first] = outcome.candidates;
      if (outcome.decision === "LINK" && first !== undefined) {
        const { method = "SCORED", confidence, explanation: evidence } = outcome;
        const link = { groupKey, creditCode: first.id, method, confidence, evidence, by };
        merged += await mergeReviewed(client, [part], link);
      } else {
        const key = groupKeyOf(mention, review.sourceId);
        const open = newReview(key, { mention, decision: null }, questionOf(outcome));
        const run = { id: review.importRunId, sourceId: review.sourceId };
        await openReviews(client, run, [{ ...open, record: part.record }]);
      }
    }
  }
  return merged;
}

/** Parts that wait are asked about no more: the whole is. One that was answered by itself keeps its answer. */
export async function withdrawParts(
  client: PoolClient,
  reviews: readonly SettledReview[],
): Promise<void> {
  for (const review of reviews) {
    const mentions = partsOf(review.record.mention as unknown as Mention);
    await withdrawReviews(client, review.sourceId, {
      groupKeys: mentions.map((mention) => groupKeyOf(mention, review.sourceId)),
      recordKeys: mentions.flatMap((mention) =>
        partOf(review, mention).record.rows.map(({ recordKey }) => recordKey),
      ),
    });
  }
}

/** The number is one holder's, and which one is what nobody knows. */
function partsOf(whole: Mention): readonly Mention[] {
  return partsOfName(whole.name).map((name) => ({ ...whole, name, code: "" }));
}

function partOf(review: MergeableReview, mention: Mention): MergeableReview {
  const rows = review.record.rows.map((row) => ({
    ...row,
    recordKey: `${row.recordKey}#${mention.name}`,
    parsed: { ...(row.parsed as object), mention },
  }));
  return { ...review, record: { mention: { ...mention }, rows } };
}
