/** Merges staged rows chunk by chunk; figures, line reached and rows are one transaction each. */
import { type Chunk, nextChunkEnd } from "../../store/queries/import-merge-enterprises.ts";
import type { PoolClient } from "../../store/pool.ts";
import { inTransaction } from "../../store/transaction.ts";
import { addCounts, type ImportReport } from "./import-report.ts";
import type { ImportTarget, TargetFigures } from "./import-target.ts";
import { advance, assertGoing, type RunContext } from "./run-context.ts";
import { StaleChunk } from "./stale-chunk.ts";

/** A row that an officer changes just now is met at the next try; more tries than these mean something else. */
const mostTries = 5;

/** In a dry run nothing is written but how far it has come. */
export async function mergeStaged(context: RunContext, target: ImportTarget): Promise<void> {
  for (;;) {
    assertGoing(context);
    const before = structuredClone(context.report);
    const merged = await retryStale(context, before, () =>
      inTransaction(context.pool, (client) => mergeNext(client, context, target), {
        statementTimeoutMs: 0,
        durable: "soon",
      }),
    );
    if (!merged) return;
    const { created, updated, unchanged, accepted, read, quarantined } = context.report;
    context.onProgress({
      runId: context.run.id,
      phase: "MERGING",
      done: created + updated + unchanged,
      total: accepted,
      read,
      quarantined,
    });
  }
}

/** @returns false when nothing is left. */
async function mergeNext(
  client: PoolClient,
  context: RunContext,
  target: ImportTarget,
): Promise<boolean> {
  const { run, report, today, chunkRows } = context;
  const at = { runId: run.id, afterLine: run.mergedLine, size: chunkRows };
  const throughLine = await nextChunkEnd(client, at);
  if (throughLine === null) return false;
  const chunk: Chunk = { ...at, throughLine, sourceId: run.sourceId, today };
  addFigures(
    report,
    await (report.dryRun ? target.preview : target.merge)(client, chunk, context.description),
  );
  context.run = await advance(client, context, { state: "MERGING", mergedLine: throughLine });
  return true;
}

function addFigures(report: ImportReport, figures: TargetFigures): void {
  report.created += figures.created;
  report.updated += figures.updated;
  report.unchanged += figures.unchanged;
  report.superseded += figures.superseded;
  report.withdrawn += figures.withdrawn;
  report.renamed += figures.renamed;
  report.moved += figures.moved;
  report.inZone += figures.inZone;
  addCounts(report.towns, figures.towns);
  addCounts(report.linked, figures.linked);
}

async function retryStale(
  context: RunContext,
  before: ImportReport,
  attempt: () => Promise<boolean>,
): Promise<boolean> {
  const { run } = context;
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const again = error instanceof StaleChunk || (error as { code?: string }).code === "40P01";
      if (!again || tries === mostTries) throw error;
      Object.assign(context.report, structuredClone(before));
      context.run = run;
    }
  }
}
