/** A second person confirms or rejects an export of many rows. */
import { mayDecideExport } from "../domain/access/bulk-export.ts";
import type { Principal } from "../domain/access/principal.ts";
import { assertSecondPerson, proposalDays } from "../domain/access/second-person.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { Pool } from "../store/pool.ts";
import {
  decideExportRequest,
  type ExportRequestRow,
  findExportRequest,
} from "../store/queries/export-requests.ts";
import { inTransaction } from "../store/transaction.ts";

export interface ExportDecision {
  readonly id: string;
  readonly confirm: boolean;
}

/**
 * Whoever asked for it may take it back by rejecting it. One of another area is answered like one that does not exist.
 *
 * @param hours for which what is confirmed may be done. @throws GoldseedError FORBIDDEN, NOT_FOUND
 */
export async function decideExport(
  pool: Pool,
  principal: Principal,
  { id, confirm }: ExportDecision,
  hours: number,
): Promise<ExportRequestRow> {
  const times = { waitDays: proposalDays, hours };
  return inTransaction(pool, async (client) => {
    const found = await findExportRequest(client, id, times, "for update");
    const isOwn = found?.subject === principal.subject;
    if (found?.state !== "WAITING" || !(isOwn || mayDecideExport(principal, found)))
      throw notOpen(id);
    if (confirm) {
      assertSecondPerson({ subject: found.subject, proposedBy: found.subject }, principal.subject);
      if (!mayDecideExport(principal, found)) throw notOpen(id);
    }
    const decision = confirm ? "CONFIRMED" : "REJECTED";
    await decideExportRequest(client, id, { decision, by: principal.subject });
    return (await findExportRequest(client, id, times)) ?? found;
  });
}

function notOpen(id: string): GoldseedError {
  return new GoldseedError(
    "NOT_FOUND",
    `没有待确认的导出申请“${id}” / No export "${id}" waits for your decision; after ${proposalDays} days one is void. See \`exportRequests\` or \`goldseed export-request list\`.`,
  );
}
