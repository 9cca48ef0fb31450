/**
 * Merges staged rows chunk by chunk; figures, line reached and rows are one transaction each. While one is merged the
 * next is made ready.
 */
import { inTransaction } from "../../store/transaction.ts";
import { addCounts, type ImportReport } from "./import-report.ts";
import type { Foreseen, ImportTarget, ReadyChunk, TargetFigures } from "./import-target.ts";
import { advance, assertGoing, type RunContext } from "./run-context.ts";
import { factColumnsOfRun } from "./fact-columns.ts";
import { StaleChunk } from "./stale-chunk.ts";

/** A row that an officer changes just now is met at the next try; more tries than these mean something else. */
const mostTries = 5;

/** Chunks made ready before their turn: with one, whoever is faster in this chunk waits for the other in each. */
const readyAhead = 2;

/** In a dry run nothing is written but how far it has come. */
export async function mergeStaged(
  context: RunContext,
  target: ImportTarget,
  foreseen: Foreseen | undefined,
): Promise<void> {
  const next = await target.openMerge(mergeRunOf(context), foreseen);
  const after = async (former: Promise<ReadyChunk | null>): Promise<ReadyChunk | null> => {
    const chunk = await former;
    return chunk === null ? null : next(chunk.throughLine);
  };
  const ready = [next(context.run.mergedLine)];
  try {
    for (;;) {
      const chunk = await ready[0];
      if (chunk == null) break;
      assertGoing(context);
      while (ready.length <= readyAhead) ready.push(quiet(after(ready.at(-1) ?? never)));
      await mergeChunk(context, chunk);
      void ready.shift();
    }
  } finally {
    await Promise.allSettled(ready);
  }
}

const never = Promise.resolve(null);

/** Met when it is its turn; until then a failure must not count as unhandled. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

const mergeRunOf = ({ pool, description, run, report, today, chunkRows }: RunContext) => ({
  pool,
  description,
  runId: run.id,
  sourceId: run.sourceId,
  size: chunkRows,
  factColumns: factColumnsOfRun(run, description),
  records: report.accepted,
  today,
  dryRun: report.dryRun,
});

async function mergeChunk(context: RunContext, chunk: ReadyChunk): Promise<void> {
  const { report } = context;
  const before = structuredClone(report);
  await retryStale(context, before, () =>
    inTransaction(
      context.pool,
      async (client) => {
        addFigures(report, await chunk.merge(client));
        const to = { state: "MERGING", mergedLine: chunk.throughLine } as const;
        context.run = await advance(client, context, to);
      },
      { statementTimeoutMs: 0, durable: "soon" },
    ),
  );
  const { created, updated, unchanged, superseded, toReview, unlinked } = report;
  context.onProgress({
    runId: context.run.id,
    phase: "MERGING",
    done: created + updated + unchanged + superseded + toReview + unlinked,
    total: report.accepted,
    read: report.read,
    quarantined: report.quarantined,
  });
}

function addFigures(report: ImportReport, figures: TargetFigures): void {
  report.created += figures.created;
  report.updated += figures.updated;
  report.unchanged += figures.unchanged;
  report.superseded += figures.superseded;
  report.withdrawn += figures.withdrawn;
  report.toReview += figures.toReview;
  report.unlinked += figures.unlinked;
  report.renamed += figures.renamed;
  report.moved += figures.moved;
  report.inZone += figures.inZone;
  addCounts(report.towns, figures.towns);
  addCounts(report.linked, figures.linked);
}

async function retryStale(
  context: RunContext,
  before: ImportReport,
  attempt: () => Promise<void>,
): Promise<void> {
  const { run } = context;
  for (let tries = 1; ; tries++) {
    try {
      await attempt();
      return;
    } catch (error) {
      const again = error instanceof StaleChunk || (error as { code?: string }).code === "40P01";
      if (!again || tries === mostTries) throw error;
      Object.assign(context.report, structuredClone(before));
      context.run = run;
    }
  }
}
