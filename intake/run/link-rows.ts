/** Links what staging left open, chunk by chunk: officers' earlier answers first, the review queue last. */
import { hasUnlinked } from "../../store/linking/staged-links.ts";
import { inTransaction } from "../../store/transaction.ts";
import { linkStagedChunk } from "../link/link-staged.ts";
import { sharedStoreLinker } from "../link/shared-store-linker.ts";
import { advance, assertGoing, type RunContext } from "./run-context.ts";

export async function linkRows(context: RunContext): Promise<void> {
  const { pool, run, report, chunkRows } = context;
  // The whole register is not asked for when nothing asks it.
  if (!(await hasUnlinked(pool, run.id))) {
    await inTransaction(pool, async (client) => {
      context.run = await advance(client, context, { state: "MERGING" });
    });
    return;
  }
  const linker = await sharedStoreLinker(pool);
  let afterLine = 0;
  for (;;) {
    assertGoing(context);
    const looked = await inTransaction(
      pool,
      async (client) => {
        const at = { runId: run.id, sourceId: run.sourceId, size: chunkRows, afterLine };
        const figures = await linkStagedChunk(client, { ...at, dryRun: report.dryRun }, linker);
        report.toReview += figures.review;
        report.unlinked += figures.unlinked;
        const state = figures.rows === 0 ? "MERGING" : "LINKING";
        context.run = await advance(client, context, { state });
        return figures;
      },
      { statementTimeoutMs: 0, durable: "soon" },
    );
    if (looked.rows === 0) return;
    afterLine = looked.lastLine;
    context.onProgress({
      runId: run.id,
      phase: "LINKING",
      done: afterLine,
      total: run.stagedLines,
      read: report.read,
      quarantined: report.quarantined,
    });
  }
}
