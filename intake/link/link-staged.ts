/**
 * Links one chunk of a run's staged rows: what officers decided before, then the linker. Linked rows get their code,
 * way and confidence; the rest go to the review queue with their record. Nothing is dropped.
 */
import type { Mention } from "../../domain/linking/mention.ts";
import type { LinkOutcome } from "../../domain/linking/link-outcome.ts";
import { findDecisions, type RememberedDecision } from "../../store/linking/link-decisions.ts";
import {
  findWaiting,
  type NewReview,
  openReviews,
  waitingKey,
} from "../../store/linking/link-reviews.ts";
import {
  readUnlinked,
  type StagedLink,
  type UnlinkedRow,
  writeStagedLinks,
} from "../../store/linking/staged-links.ts";
import type { PoolClient } from "../../store/pool.ts";
import { type Question, questionOf } from "./asked-record.ts";
import { groupKeyOf } from "./group-key.ts";
import type { StoreLinker } from "./store-linker.ts";

export interface LinkFigures {
  /** Rows looked at; 0 when none was left. rows = sum of linked + review + unlinked */
  readonly rows: number;
  /** Rows by the way they found their enterprise. */
  readonly linked: Readonly<Record<string, number>>;
  /** Rows that wait with at least one candidate. */
  readonly review: number;
  /** Rows that wait without one. */
  readonly unlinked: number;
  /** 0 when none was left. */
  readonly lastLine: number;
}

export interface ChunkToLink {
  readonly runId: string;
  readonly sourceId: string;
  readonly size: number;
  readonly afterLine: number;
  /** Opens no reviews. */
  readonly dryRun: boolean;
}

/** In the caller's transaction: a run that is killed finds the rows of an unfinished chunk unlinked again. */
export async function linkStagedChunk(
  client: PoolClient,
  chunk: ChunkToLink,
  linker: StoreLinker,
): Promise<LinkFigures> {
  const rows = await readUnlinked(client, chunk);
  const mentions = rows.map(mentionOf);
  const keys = mentions.map((mention) => groupKeyOf(mention, chunk.sourceId));
  const decisions = await findDecisions(client, [...new Set(keys)]);
  const links: StagedLink[] = [];
  const reviews = new Map<string, NewReview>();
  const linked: Record<string, number> = {};
  const waiting: [key: string, row: UnlinkedRow, open: () => NewReview][] = [];
  let review = 0;
  for (const [i, row] of rows.entries()) {
    const [key = "", mention = noMention] = [keys[i], mentions[i]];
    const decided = decisions.get(key);
    const asked = row.parsed.asked?.stamp === linker.stamp ? row.parsed.asked : undefined;
    const outcome = decided === undefined && asked === undefined ? linker.link(mention) : undefined;
    const link = linkOf(row.line, decided, outcome);
    links.push(link);
    if (link.method !== null) linked[link.method] = (linked[link.method] ?? 0) + 1;
    else {
      const found = decided === undefined ? (outcome ?? asked)?.decision : undefined;
      if (found === "REVIEW") review++;
      const decision = decided?.decision ?? null;
      const question = decided === undefined && asked !== undefined ? asked : questionOf(outcome);
      waiting.push([key, row, () => newReview(key, { mention, decision }, question)]);
    }
  }
  const asked = await findWaiting(client, chunk.sourceId, [
    ...new Set(waiting.map(([key]) => key)),
  ]);
  for (const [key, row, open] of waiting) {
    if (asked.has(waitingKey(key, row.recordKey, row.parsed.content_digest ?? ""))) continue;
    reviews.set(key, withRow(reviews.get(key) ?? open(), row));
  }
  if (links.length > 0) await writeStagedLinks(client, chunk.runId, links);
  if (!chunk.dryRun) {
    const run = { id: chunk.runId, sourceId: chunk.sourceId };
    await openReviews(client, run, [...reviews.values()]);
  }
  const sum = Object.values(linked).reduce((total, count) => total + count, 0);
  const lastLine = rows.at(-1)?.line ?? 0;
  return { rows: rows.length, linked, review, unlinked: rows.length - sum - review, lastLine };
}

const noMention: Mention = { name: "", code: "", address: "", place: "" };

function mentionOf({ parsed }: UnlinkedRow): Mention {
  const { name, code, address, place, date } = parsed.mention ?? {};
  const text = { name: name ?? "", code: code ?? "", address: address ?? "", place: place ?? "" };
  return date == null ? text : { ...text, date };
}

/** A decision that no enterprise is meant leaves the row unlinked, and is not asked again. */
function linkOf(
  line: number,
  decided: RememberedDecision | undefined,
  outcome: LinkOutcome | undefined,
): StagedLink {
  const none = { line, creditCode: null, method: null, confidence: null, evidence: [] };
  if (decided !== undefined) {
    const { creditCode } = decided;
    if (creditCode === null) return none;
    return { line, creditCode, method: "REVIEWED", confidence: 1, evidence: [] };
  }
  const [first] = outcome?.candidates ?? [];
  if (outcome?.decision !== "LINK" || first === undefined) return none;
  const { method = "SCORED", confidence, explanation } = outcome;
  return {
    line,
    creditCode: first.id,
    method,
    confidence: Number(confidence.toFixed(4)),
    evidence: explanation,
  };
}

export function newReview(
  groupKey: string,
  { mention, decision }: { readonly mention: Mention; readonly decision: NewReview["decision"] },
  { candidates, note }: Question,
): NewReview {
  return { groupKey, record: { mention: { ...mention }, rows: [] }, candidates, note, decision };
}

function withRow(review: NewReview, row: UnlinkedRow): NewReview {
  const { mention, rows } = review.record;
  const { asked: _, ...parsed } = row.parsed;
  return { ...review, record: { mention, rows: [...rows, { ...row, parsed }] } };
}
