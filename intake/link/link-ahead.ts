/**
 * Links the next rows of a run before the transaction that merges them: while PostgreSQL merges one chunk, the linker
 * works on the one behind it. Nothing is written here, so a run that is killed links these rows again.
 */
import { setImmediate as breathe } from "node:timers/promises";

import type { LinkOutcome } from "../../domain/linking/link-outcome.ts";
import type { Mention } from "../../domain/linking/mention.ts";
import type { StagedLink } from "../../store/queries/import-merge-facts.ts";
import { groupKeyOf } from "./group-key.ts";
import { type Question, questionOf } from "./link-question.ts";
import type { ReadChunk } from "./read-ahead.ts";

export type Link = (mention: Mention) => LinkOutcome;

/** A row that the linker does not settle, or that officers have spoken of. */
export interface OpenRow {
  readonly line: number;
  readonly mention: Mention;
  /** Undefined when the linker was not asked, as an officer's answer goes before its. */
  readonly decision: LinkOutcome["decision"] | undefined;
  readonly question: Question;
}

export interface LinkedAhead {
  readonly throughLine: number;
  readonly links: readonly StagedLink[];
  readonly open: readonly OpenRow[];
}

export interface AheadRequest {
  readonly read: ReadChunk;
  readonly sourceId: string;
  /** Group keys of the source that officers have answered. */
  readonly decided: ReadonlySet<string>;
  /** Gives the linker for the mentions at hand: a few need no more than the bearers of their numbers. */
  readonly linkerFor: (mentions: readonly Mention[]) => Promise<Link>;
}

/** Rows linked without a look at what else waits: a millisecond or two. */
const rowsABreath = 32;

/** Null when no row is left. */
export async function linkAhead(
  request: AheadRequest,
  afterLine: number,
): Promise<LinkedAhead | null> {
  const { decided, sourceId } = request;
  const rows = await request.read(afterLine);
  const last = rows.at(-1);
  if (last === undefined) return null;
  const mentions = rows.map(({ mention }) => mention);
  const link = await request.linkerFor(mentions);
  const links: StagedLink[] = [];
  const open: OpenRow[] = [];
  for (const [i, { line, mention }] of rows.entries()) {
    if (i % rowsABreath === rowsABreath - 1) await breathe();
    const isDecided = decided.size > 0 && decided.has(groupKeyOf(mention, sourceId));
    const outcome = isDecided ? undefined : link(mention);
    const found = outcome === undefined ? undefined : linkOf(line, outcome);
    if (found !== undefined) links.push(found);
    else open.push({ line, mention, decision: outcome?.decision, question: questionOf(outcome) });
  }
  return { throughLine: last.line, links, open };
}

/** A right number with its name says why by itself: no words are kept of it. */
export function linkOf(line: number, outcome: LinkOutcome): StagedLink | undefined {
  const [first] = outcome.candidates;
  if (outcome.decision !== "LINK" || first === undefined) return undefined;
  const { method = "SCORED", confidence } = outcome;
  const words = method === "CREDIT_CODE" ? [] : outcome.explanation;
  return {
    line,
    creditCode: first.id,
    method,
    confidence: Number(confidence.toFixed(4)),
    evidence: words.length === 0 ? null : JSON.stringify(words),
  };
}
