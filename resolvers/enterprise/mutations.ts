/** Writes about an enterprise as a whole. */
import { assignTown } from "../../intake/enterprises/assign-town.ts";
import type { MutationAssignTownArgs } from "../../schema/generated/types.ts";
import { type Mutations, nodeRef } from "../engine-language.ts";

export const enterpriseMutations = {
  assignTown: async ({ input }: MutationAssignTownArgs, { pool, principal }) => {
    await assignTown(pool, principal, input);
    return { enterprise: nodeRef("Enterprise", input.creditCode) };
  },
} satisfies Mutations;
