/** Records entered by hand. */
import { submitRecords } from "../../intake/submit-records.ts";
import type { MutationSubmitRecordsArgs } from "../../schema/generated/types.ts";
import type { Mutations } from "../engine-language.ts";

export const importRunMutations = {
  submitRecords: async ({ input }: MutationSubmitRecordsArgs, { pool, principal, signal }) => {
    const { source: sourceId, records } = input;
    const submission = { sourceId, records, dryRun: input.dryRun ?? false, signal };
    const { runId, report, quarantined } = await submitRecords(pool, principal, submission);
    return {
      run: runId,
      read: report.read,
      accepted: report.accepted,
      created: report.created,
      updated: report.updated,
      unchanged: report.unchanged,
      toReview: report.toReview,
      unlinked: report.unlinked,
      refused: report.quarantined,
      problems: quarantined.flatMap(({ line, reasons }) =>
        reasons.map((reason) => ({ record: line, ...reason })),
      ),
    };
  },
} satisfies Mutations;
