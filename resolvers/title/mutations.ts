/** Writes about what enterprises claim: one call of an engine each. */
import { claimTitle, withdrawTitleClaim } from "../../cultivation/claim-title.ts";
import type {
  MutationClaimTitleArgs,
  MutationWithdrawTitleClaimArgs,
} from "../../schema/generated/types.ts";
import { type Mutations, nodeRef } from "../engine-language.ts";

export const titleMutations = {
  claimTitle: async ({ input }: MutationClaimTitleArgs, { pool, principal }) => {
    await claimTitle(pool, principal, input);
    return { enterprise: nodeRef("Enterprise", input.creditCode) };
  },
  withdrawTitleClaim: async ({ input }: MutationWithdrawTitleClaimArgs, { pool, principal }) => {
    await withdrawTitleClaim(pool, principal, input);
    return { enterprise: nodeRef("Enterprise", input.creditCode) };
  },
} satisfies Mutations;
