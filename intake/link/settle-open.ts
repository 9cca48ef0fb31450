/**
 * Rows that the linker left open, in the transaction that merges their chunk: what officers decided before, then the
 * review queue, where a row is kept with its record. What they said to be several enterprises' is split again: nothing is
 * dropped.
 */
import type { LinkOutcome } from "../../domain/linking/link-outcome.ts";
import type { Mention } from "../../domain/linking/mention.ts";
import { findDecisions, type RememberedDecision } from "../../store/linking/link-decisions.ts";
import {
  findWaiting,
  type NewReview,
  openReviews,
  waitingKey,
} from "../../store/linking/link-reviews.ts";
import { holdForReview, type WaitingRow } from "../../store/linking/staged-links.ts";
import type { PoolClient } from "../../store/pool.ts";
import type { StagedLink } from "../../store/queries/import-merge-facts.ts";
import { groupKeyOf } from "./group-key.ts";
import { type Link, linkOf, type OpenRow } from "./link-ahead.ts";
import { type Question, questionOf } from "./link-question.ts";
import { newReview } from "./new-review.ts";
import { partsOfName, splitReviewed } from "./split-reviewed.ts";

export interface SettledRows {
  /** Of rows that an officer has tied before, or that were to be answered by an officer whose answer was taken back. */
  readonly links: readonly StagedLink[];
  /** Rows that wait with at least one candidate. */
  readonly review: number;
  /** Rows that wait without one, or of which an officer said that no enterprise is meant. */
  readonly unlinked: number;
}

export interface OpenRows {
  readonly runId: string;
  readonly sourceId: string;
  readonly rows: readonly OpenRow[];
  /** Opens no reviews. */
  readonly dryRun: boolean;
}

interface Waiting {
  readonly key: string;
  readonly line: number;
  readonly open: NewReview;
}

export async function settleOpen(
  client: PoolClient,
  { runId, sourceId, rows, dryRun }: OpenRows,
  linkerFor: (mentions: readonly Mention[]) => Promise<Link>,
): Promise<SettledRows> {
  if (rows.length === 0) return { links: [], review: 0, unlinked: 0 };
  const keys = rows.map(({ mention }) => groupKeyOf(mention, sourceId));
  const decisions = await findDecisions(client, [...new Set(keys)]);
  const links: StagedLink[] = [];
  const waiting: Waiting[] = [];
  let review = 0;
  for (const [i, row] of rows.entries()) {
    const { line, mention } = row;
    const key = keys[i] ?? "";
    const decided = decisions.get(key);
    const asked = decided === undefined ? await askedOf(row, linkerFor) : undefined;
    const link =
      decided?.creditCode == null
        ? asked?.link
        : {
            line,
            creditCode: decided.creditCode,
            method: "REVIEWED",
            confidence: 1,
            evidence: null,
          };
    if (link !== undefined) links.push(link);
    else {
      if (asked?.decision === "REVIEW") review++;
      const given = { mention, decision: decided === undefined ? null : kept(decided, mention) };
      waiting.push({ key, line, open: newReview(key, given, asked?.question ?? row.question) });
    }
  }
  const lines = waiting.map(({ line }) => line);
  const held = await holdForReview(client, runId, lines);
  if (!dryRun) {
    const run = { id: runId, sourceId };
    await splitAgain(client, run, await ask(client, run, waiting, held), linkerFor);
  }
  return { links, review, unlinked: waiting.length - review };
}

interface Asked {
  readonly decision: LinkOutcome["decision"];
  readonly question: Question;
  readonly link?: StagedLink | undefined;
}

/** A row that was left to an officer whose answer has been taken back meanwhile is asked of the linker now. */
async function askedOf(
  { line, mention, decision, question }: OpenRow,
  linkerFor: (mentions: readonly Mention[]) => Promise<Link>,
): Promise<Asked> {
  if (decision !== undefined) return { decision, question };
  const outcome = (await linkerFor([mention]))(mention);
  const link = linkOf(line, outcome);
  return { decision: outcome.decision, question: questionOf(outcome), link };
}

/** The answer that a row is kept with; a name written so that it cannot be split is asked about. */
function kept({ decision }: RememberedDecision, { name }: Mention): NewReview["decision"] {
  return decision === "SPLIT" && partsOfName(name).length < 2 ? null : decision;
}

interface ImportingRun {
  readonly id: string;
  readonly sourceId: string;
}

/** @returns the reviews opened: one that is kept already, of the same file sent before, is not. */
async function ask(
  client: PoolClient,
  run: ImportingRun,
  waiting: readonly Waiting[],
  held: ReadonlyMap<number, WaitingRow>,
): Promise<readonly NewReview[]> {
  const groupKeys = [...new Set(waiting.map(({ key }) => key))];
  const recordKeys = [...held.values()].map(({ recordKey }) => recordKey);
  const known = await findWaiting(client, run.sourceId, { groupKeys, recordKeys });
  const reviews = new Map<string, NewReview>();
  for (const { key, line, open } of waiting) {
    const row = held.get(line);
    if (row === undefined) continue;
    if (known.has(waitingKey(key, row.recordKey, row.parsed.content_digest))) continue;
    reviews.set(key, withRow(reviews.get(key) ?? open, row));
  }
  const opened = [...reviews.values()];
  await openReviews(client, run, opened);
  return opened;
}

/** Further records of several enterprises at once, of which an officer has said so: each part finds its own as the first did. */
async function splitAgain(
  client: PoolClient,
  { id, sourceId }: ImportingRun,
  opened: readonly NewReview[],
  linkerFor: (mentions: readonly Mention[]) => Promise<Link>,
): Promise<void> {
  for (const { groupKey, record, decision } of opened) {
    if (decision !== "SPLIT") continue;
    const review = { importRunId: id, sourceId, record };
    await splitReviewed(client, [review], { linkerFor, groupKey, by: "linker" });
  }
}

const withRow = (review: NewReview, row: WaitingRow): NewReview => ({
  ...review,
  record: { mention: review.record.mention, rows: [...review.record.rows, row] },
});
