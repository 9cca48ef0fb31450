/**
 * Tries records that wait for an officer again, after the register has changed: a new enterprise, name or number may be
 * what they meant. What a person decided is never touched.
 */
import type { LinkOutcome } from "../../domain/linking/link-outcome.ts";
import type { Mention } from "../../domain/linking/mention.ts";
import { readOpenReviews, settleReviews } from "../../store/linking/link-reviews.ts";
import type { Pool } from "../../store/pool.ts";
import { inTransaction } from "../../store/transaction.ts";
import { mergeReviewed } from "./merge-reviewed.ts";
import { retryStale } from "./retry-stale.ts";
import type { StoreLinker } from "./store-linker.ts";

const pageSize = 1_000;

export interface RelinkFigures {
  /** Groups looked at. */
  readonly tried: number;
  /** Reviews that found their enterprise. */
  readonly settled: number;
}

export async function relinkOpen(pool: Pool, linker: StoreLinker): Promise<RelinkFigures> {
  let settled = 0;
  const seen = new Set<string>();
  let after: string | null = null;
  for (;;) {
    const page = await readOpenReviews(pool, { after, limit: pageSize });
    for (const { groupKey, record } of page) {
      if (seen.has(groupKey)) continue;
      seen.add(groupKey);
      settled += await retryGroup(
        pool,
        groupKey,
        linker.link(record.mention as unknown as Mention),
      );
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return { tried: seen.size, settled };
    after = last.id;
  }
}

/** Reviews settled and their records merged in one transaction: a process that dies between the two loses nothing. */
async function retryGroup(pool: Pool, groupKey: string, outcome: LinkOutcome): Promise<number> {
  const [first] = outcome.candidates;
  if (outcome.decision !== "LINK" || first === undefined) return 0;
  const creditCode = first.id;
  const { method = "SCORED", confidence, explanation: evidence } = outcome;
  return retryStale(() =>
    inTransaction(pool, async (client) => {
      const decided = { groupKey, decision: "LINK", creditCode, decidedBy: "linker" } as const;
      const reviews = await settleReviews(client, decided);
      const link = { groupKey, creditCode, method, confidence, evidence, by: "linker" };
      await mergeReviewed(client, reviews, link);
      return reviews.length;
    }),
  );
}
