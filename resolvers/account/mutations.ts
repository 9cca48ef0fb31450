/** Writes about rights: one call of an engine each. */
import { decideAssignment } from "../../accounts/decide-assignment.ts";
import { grantSight } from "../../accounts/grant-sight.ts";
import { readGrants } from "../../accounts/read-grants.ts";
import { revokeSight } from "../../accounts/revoke-sight.ts";
import { setAssignment } from "../../accounts/set-assignment.ts";
import type {
  MutationDecideAssignmentArgs,
  MutationGrantSightArgs,
  MutationRevokeSightArgs,
  MutationSetAssignmentArgs,
} from "../../schema/generated/types.ts";
import type { Mutations } from "../engine-language.ts";

export const accountMutations = {
  grantSight: async (
    { input }: MutationGrantSightArgs,
    { pool, principal, policy, inspection },
  ) => {
    const by = { policy, areas: await inspection.areas() };
    const id = await grantSight(pool, principal, input, by);
    const grants = await readGrants(pool, principal, input.subject);
    return { grant: grants.find((grant) => grant.id === id) ?? null };
  },
  revokeSight: async ({ input }: MutationRevokeSightArgs, { pool, principal }) => {
    await revokeSight(pool, principal, input.id);
    return {};
  },
  setAssignment: async ({ input }: MutationSetAssignmentArgs, { pool, principal, inspection }) => {
    const request = { ...input, clearance: input.clearance ?? ("L2" as const) };
    const areas = await inspection.areas();
    return { proposal: await setAssignment(pool, principal, request, areas) };
  },
  decideAssignment: async ({ input }: MutationDecideAssignmentArgs, { pool, principal }) => ({
    proposal: await decideAssignment(pool, principal, input),
  }),
} satisfies Mutations;
