/**
 * Tries records that wait for an officer again, after the register has changed: a new enterprise, name or number may be
 * what they meant. What a person decided is never touched.
 */
import type { Mention } from "../../domain/linking/mention.ts";
import {
  readOpenReviews,
  type SettledReview,
  settleReviews,
} from "../../store/linking/link-reviews.ts";
import type { Pool } from "../../store/pool.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { StoreLinker } from "./store-linker.ts";

const pageSize = 1_000;

export interface RelinkFigures {
  /** Groups looked at. */
  readonly tried: number;
  /** Reviews that found their enterprise. */
  readonly settled: number;
}

/** `onSettled`: told of each review that found its enterprise, with the records that can now be merged. */
export async function relinkOpen(
  pool: Pool,
  linker: StoreLinker,
  onSettled: (review: SettledReview, creditCode: string) => Promise<void>,
): Promise<RelinkFigures> {
  let settled = 0;
  const seen = new Set<string>();
  let after: string | null = null;
  for (;;) {
    const page = await readOpenReviews(pool, { after, limit: pageSize });
    for (const { groupKey, record } of page) {
      if (seen.has(groupKey)) continue;
      seen.add(groupKey);
      const outcome = linker.link(record.mention as unknown as Mention);
      const [first] = outcome.candidates;
      if (outcome.decision !== "LINK" || first === undefined) continue;
      const decided = {
        groupKey,
        decision: "LINK",
        creditCode: first.id,
        decidedBy: "linker",
      } as const;
      const reviews = await inTransaction(pool, (client) => settleReviews(client, decided));
      for (const review of reviews) await onSettled(review, first.id);
      settled += reviews.length;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return { tried: seen.size, settled };
    after = last.id;
  }
}
