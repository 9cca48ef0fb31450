/** Rights that were given or wait to be confirmed: no rows of the graph, told to the district's officers by the engine. */
import { readExportRequests } from "../../accounts/read-export-requests.ts";
import { readGrants } from "../../accounts/read-grants.ts";
import { readProposals } from "../../accounts/read-proposals.ts";
import type { QueryAccessGrantsArgs } from "../../schema/generated/types.ts";
import type { ComputedFields } from "../engine-language.ts";
import { toldExport } from "./told-export.ts";

export const accountComputed = {
  "Query.accessGrants": ({ subject }: QueryAccessGrantsArgs, { pool, principal }) =>
    readGrants(pool, principal, subject ?? undefined),
  "Query.assignmentProposals": (_args, { pool, principal }) => readProposals(pool, principal),
  "Query.exportRequests": async (_args, { pool, principal, policy }) =>
    (await readExportRequests(pool, principal, policy.bulkExport.hours)).map(toldExport),
} satisfies ComputedFields;
