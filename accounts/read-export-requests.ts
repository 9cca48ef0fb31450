/** Exports that were asked for: one's own, and for officers those that they may decide about. */
import { mayDecideExport } from "../domain/access/bulk-export.ts";
import type { Principal } from "../domain/access/principal.ts";
import { proposalDays } from "../domain/access/second-person.ts";
import type { Pool } from "../store/pool.ts";
import { type ExportRequestRow, listExportRequests } from "../store/queries/export-requests.ts";

/** @param hours for which what is confirmed may be done. @returns newest first */
export async function readExportRequests(
  pool: Pool,
  principal: Principal,
  hours: number,
): Promise<readonly ExportRequestRow[]> {
  const all = await listExportRequests(pool, { waitDays: proposalDays, hours });
  return all.filter(
    (request) => request.subject === principal.subject || mayDecideExport(principal, request),
  );
}
