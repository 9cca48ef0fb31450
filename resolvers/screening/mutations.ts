/** Writes of screenings: one call of an engine each. */
import { draftScreening } from "../../cultivation/draft-screening.ts";
import { dryRunScreening } from "../../cultivation/dry-run-screening.ts";
import { moveScreening } from "../../cultivation/move-screening.ts";
import type {
  MutationDraftScreeningArgs,
  MutationDryRunScreeningArgs,
  MutationMoveScreeningArgs,
} from "../../schema/generated/types.ts";
import { type Mutations, nodeRef } from "../engine-language.ts";
import { readingOf } from "./computed.ts";

export const screeningMutations = {
  draftScreening: async ({ input }: MutationDraftScreeningArgs, { pool, principal }) => {
    const { code: id, name: nameZh, ...rest } = input;
    const drafted = await draftScreening(pool, principal, { ...rest, id, nameZh });
    return {
      screening: nodeRef("Screening", id),
      version: drafted.version,
      reading: readingOf(drafted),
    };
  },
  dryRunScreening: async ({ input }: MutationDryRunScreeningArgs, { pool, principal }) => {
    const { code: id, version } = input;
    const { difference, ...told } = await dryRunScreening(pool, principal, { id, version });
    return {
      screening: nodeRef("Screening", id),
      dryRun: {
        ...told,
        entering: difference?.entering ?? null,
        leaving: difference?.leaving ?? null,
      },
    };
  },
  moveScreening: async ({ input }: MutationMoveScreeningArgs, { pool, principal }) => {
    const { code: id, ...rest } = input;
    await moveScreening(pool, principal, { ...rest, id });
    return { screening: nodeRef("Screening", id) };
  },
} satisfies Mutations;
