/** Whether an export of many rows is the one that another person has agreed to. */
import { createHash } from "node:crypto";

import { exportVariables, isWithin } from "../domain/access/bulk-export.ts";
import type { Principal } from "../domain/access/principal.ts";
import { proposalDays } from "../domain/access/second-person.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { Pool } from "../store/pool.ts";
import { type ExportRequestRow, findExportRequest } from "../store/queries/export-requests.ts";
import { pageVariables } from "./page-variables.ts";
import type { ExportQuestion } from "./request-export.ts";

/**
 * One refusal for every reason: whoever tries ids of others learns nothing.
 *
 * @param hours for which what is confirmed may be done.
 * @returns how many rows were agreed to. @throws GoldseedError EXPORT_UNCONFIRMED
 */
export async function admitExport(
  pool: Pool,
  principal: Principal,
  { id, document, variables }: Pick<ExportQuestion, "document" | "variables"> & { id: string },
  hours: number,
): Promise<number> {
  const found = await findExportRequest(pool, id, { waitDays: proposalDays, hours });
  const isIt =
    found?.state === "CONFIRMED" &&
    found.subject === principal.subject &&
    isWithin(principal, found) &&
    isSame(found, document, variables);
  if (found !== undefined && isIt) return found.rows;
  throw new GoldseedError(
    "EXPORT_UNCONFIRMED",
    `导出申请“${id}”未经确认、已过期，或不是您的这一查询 / The export "${id}" is not confirmed, is over (${hours} h after its confirmation), or was confirmed for another caller, other areas, another document or other variables. See \`exportRequests\`, or ask for it anew.`,
  );
}

function isSame(
  { documentHash, variables: agreed }: ExportRequestRow,
  document: string,
  variables: ExportQuestion["variables"],
): boolean {
  const hash = createHash("sha256").update(document).digest("hex");
  return hash === documentHash && exportVariables(variables, pageVariables(document)) === agreed;
}
