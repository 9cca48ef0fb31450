/** Shows an import on its way and what came of it: for a person, or one JSON object a line. */
import type { FeedOutcome } from "../intake/import-from-feed.ts";
import type { ImportOutcome } from "../intake/import-records.ts";
import { progressView } from "./import-progress.ts";
import { describeOutcome } from "./import-report.ts";

/** Ends the process with 3 when something waits to be mended or released. */
export async function tellImport<T extends ImportOutcome | FeedOutcome>(
  given: { readonly json?: true },
  work: (onProgress: ReturnType<typeof progressView>["onProgress"]) => Promise<T>,
): Promise<T> {
  const view = progressView({ json: given.json ?? false });
  const done = await work(view.onProgress).finally(view.end);
  for (const outcome of [done].flat() as ImportOutcome[]) {
    process.stdout.write(
      given.json
        ? `${JSON.stringify({ event: "report", ...outcome })}\n`
        : describeOutcome(outcome),
    );
    // Partial: all that could be taken is in, something waits to be mended.
    const { quarantined, held, dryRun } = outcome.report;
    if (quarantined > 0 || (held.length > 0 && !dryRun)) process.exitCode = 3;
  }
  return done;
}
