/**
 * Merges records whose enterprise was found after their import: by an officer's answer, or because the register has
 * grown. Each such merge is a run of its own, in the caller's transaction, and is undone like any other.
 */
import type { PoolClient } from "../../store/pool.ts";
import {
  closeDecisionRun,
  openDecisionRun,
  stageReviewed,
} from "../../store/linking/decision-runs.ts";
import type { SettledReview } from "../../store/linking/link-reviews.ts";
import { mergeFactChunk, type StagedLink } from "../../store/queries/import-merge-facts.ts";
import { clearStaged } from "../../store/queries/import-stage.ts";
import { loadDescription } from "../describe/load-description.ts";
import { tableOf } from "../facts/table-of.ts";
import { StaleChunk } from "../run/stale-chunk.ts";

export interface FoundLink {
  readonly groupKey: string;
  readonly creditCode: string;
  /** A LinkMethod. */
  readonly method: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly string[];
  /** Who or what found it. */
  readonly by: string;
}

export type MergeableReview = Omit<SettledReview, "id">;

/** @returns how many records were merged. @throws StaleChunk when another transaction was faster: try again. */
export async function mergeReviewed(
  client: PoolClient,
  reviews: readonly MergeableReview[],
  link: FoundLink,
): Promise<number> {
  let merged = 0;
  for (const [sourceId, records] of bySource(reviews)) {
    const { description } = await loadDescription(sourceId);
    if (description.target !== "FACTS") continue;
    const { groupKey, by } = link;
    const runId = await openDecisionRun(client, { sourceId, startedBy: by, groupKey });
    const factColumns = await stageReviewed(client, runId, records);
    const links = linksOf(records.length, link);
    const linked = { runId, sourceId, factColumns, links };
    const { stale, ...figures } = await mergeFactChunk(client, tableOf(description), linked);
    if (stale > 0) throw new StaleChunk(stale);
    await clearStaged(client, runId);
    const { length: read } = records;
    const counts = { read, accepted: read, quarantined: 0, ...figures };
    await closeDecisionRun(client, runId, {
      decision: groupKey,
      source: { id: sourceId },
      ...counts,
    });
    merged += read;
  }
  return merged;
}

function linksOf(records: number, link: FoundLink): StagedLink[] {
  const { creditCode, method, confidence } = link;
  const evidence = link.evidence.length === 0 ? null : JSON.stringify(link.evidence);
  return Array.from({ length: records }, (_, i) => ({
    line: i + 1,
    creditCode,
    method,
    confidence,
    evidence,
  }));
}

/** Records that state a fact, in the order in which they came. */
function bySource(reviews: readonly MergeableReview[]) {
  const sources = new Map<string, SettledReview["record"]["rows"][number][]>();
  const inOrder = [...reviews].sort((a, b) => Number(a.importRunId) - Number(b.importRunId));
  for (const { sourceId, record } of inOrder) {
    const rows = record.rows.filter(({ parsed }) => statesFact(parsed));
    if (rows.length > 0) sources.set(sourceId, [...(sources.get(sourceId) ?? []), ...rows]);
  }
  return sources;
}

const statesFact = (parsed: unknown): boolean =>
  typeof parsed === "object" && parsed !== null && "fact" in parsed;
