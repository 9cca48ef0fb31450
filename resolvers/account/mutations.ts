/** Writes about rights: one call of an engine each. */
import { decideAssignment } from "../../accounts/decide-assignment.ts";
import { decideExport } from "../../accounts/decide-export.ts";
import { grantSight } from "../../accounts/grant-sight.ts";
import { readGrants } from "../../accounts/read-grants.ts";
import { readExportRequests } from "../../accounts/read-export-requests.ts";
import { requestExport } from "../../accounts/request-export.ts";
import { revokeSight } from "../../accounts/revoke-sight.ts";
import { setAssignment } from "../../accounts/set-assignment.ts";
import type {
  MutationDecideAssignmentArgs,
  MutationDecideExportArgs,
  MutationGrantSightArgs,
  MutationRequestExportArgs,
  MutationRevokeSightArgs,
  MutationSetAssignmentArgs,
} from "../../schema/generated/types.ts";
import type { Mutations } from "../engine-language.ts";
import { toldExport } from "./told-export.ts";

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
  requestExport: async ({ input }: MutationRequestExportArgs, { pool, principal, policy }) => {
    const variables = (input.variables ?? {}) as Readonly<Record<string, unknown>>;
    const id = await requestExport(pool, principal, { ...input, variables });
    const own = await readExportRequests(pool, principal, policy.bulkExport.hours);
    const request = own.find((one) => one.id === id);
    return { request: request === undefined ? null : toldExport(request) };
  },
  decideExport: async ({ input }: MutationDecideExportArgs, { pool, principal, policy }) => ({
    request: toldExport(await decideExport(pool, principal, input, policy.bulkExport.hours)),
  }),
  decideAssignment: async ({ input }: MutationDecideAssignmentArgs, { pool, principal }) => ({
    proposal: await decideAssignment(pool, principal, input),
  }),
} satisfies Mutations;
