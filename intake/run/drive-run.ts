/** Takes a run from the state it is in to its end. The same steps serve a new run and one that was killed. */
import { GoldseedError } from "../../domain/errors.ts";
import { databaseFailure } from "../../store/database-failure.ts";
import type { PoolClient } from "../../store/pool.ts";
import { analyzeStaged } from "../../store/queries/import-stage.ts";
import { noteImportFailure } from "../../store/queries/import-runs.ts";
import type { RecordLines } from "../read/open-input.ts";
import { relinkRecords } from "../link/relink-records.ts";
import { dropRun } from "./drop-run.ts";
import { factColumnsOfRun } from "./fact-columns.ts";
import { failureInWords } from "./failure-in-words.ts";
import { finishRun } from "./finish-run.ts";
import type { ImportReport } from "./import-report.ts";
import { mergeStaged } from "./merge-staged.ts";
import { assertGoing, advance, type RunContext } from "./run-context.ts";
import { settleDuplicates } from "./settle-duplicates.ts";
import { stageFile } from "./stage-file.ts";
import { importTargets } from "./targets.ts";
import { inTransaction } from "../../store/transaction.ts";

export type Landing = (client: PoolClient, runId: string) => Promise<void>;

/** Are found soon enough whatever way the planner takes; a record that comes alone does not wait for statistics. */
const fewLines = 1_000;

/** `file`: needed while the run is still staging. @throws what stopped it, after saying so in the run's row. */
export async function driveRun(
  context: RunContext,
  file: RecordLines | null,
  landing?: Landing,
): Promise<void> {
  const target = importTargets[context.description.target];
  try {
    if (context.run.state === "STAGING" && file !== null) {
      const prepared = await target.prepare(
        context.pool,
        context.description,
        file,
        factColumnsOfRun(context.run, context.description),
      );
      await timed(context, "stagingMs", () => stageFile(context, file, prepared));
      await endStaging(context, landing);
    }
    const isLarge = context.run.stagedLines > fewLines;
    // Asks the database, which is idle on one core while it looks at what has been staged.
    const linker = isLarge ? target.foresee?.(context.pool) : undefined;
    if (isLarge) await analyzeStaged(context.pool);
    if (context.run.state === "VALIDATING") {
      await timed(context, "checkingMs", () => settleDuplicates(context));
    }
    // A run begun by an earlier version may have been killed in a step of linking of its own.
    if (context.run.state === "MERGING" || context.run.state === "LINKING") {
      await timed(context, "mergingMs", () => mergeStaged(context, target, linker));
      await finishRun(context);
    }
    if (context.run.state === "RELINKING") await relinkAfter(context);
  } catch (error) {
    await stopped(context, error);
    const known = databaseFailure(error);
    throw known === undefined
      ? error
      : new GoldseedError(known, failureInWords(error, context.run), { cause: error });
  }
}

/** Told with what is saved next. */
async function timed(
  { report }: RunContext,
  step: keyof ImportReport["times"],
  work: () => Promise<void>,
): Promise<void> {
  const started = performance.now();
  await work();
  report.times[step] = Math.round(performance.now() - started);
}

/**
 * A new enterprise, or a new name of one, may be what a record meant that waits for an officer. A state of its own: what
 * stops here is resumed like any other step, and the figures are saved with the run's end.
 */
async function relinkAfter(context: RunContext): Promise<void> {
  assertGoing(context);
  context.report.relinked = await relinkRecords(context.pool);
  await inTransaction(context.pool, async (client) => {
    context.run = await advance(client, context, { state: "DONE" });
  });
}

async function endStaging(context: RunContext, landing?: Landing): Promise<void> {
  assertGoing(context);
  await inTransaction(context.pool, async (client) => {
    if (!context.report.dryRun) await landing?.(client, context.run.id);
    context.run = await advance(client, context, { state: "VALIDATING" });
  });
}

/** A file that is refused leaves nothing to resume; anything else does. */
async function stopped({ pool, run }: RunContext, error: unknown): Promise<void> {
  const failure = failureInWords(error, run);
  const refused = error instanceof GoldseedError && error.code === "FILE_REFUSED";
  const noted = refused ? dropRun(pool, run, failure) : noteImportFailure(pool, run.id, failure);
  // The database may be what failed: the first error is the one to be told.
  await noted.catch(() => undefined);
}
