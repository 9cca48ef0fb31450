/** One step in the life of a screening: submitted, approved by another officer, paused, resumed, rolled back, retired. */
import { assertMayKeepScreenings } from "../domain/access/alert-rights.ts";
import type { Principal } from "../domain/access/principal.ts";
import { GoldseedError } from "../domain/errors.ts";
import {
  nextScreeningState,
  type ScreeningAction,
  stepRefused,
} from "../domain/screening/screening-life.ts";
import type { ScreeningState } from "../domain/vocabulary.ts";
import type { Pool } from "../store/pool.ts";
import {
  lockScreening,
  readVersions,
  type ScreeningRow,
  type VersionRow,
  writeApproval,
  writeScreeningStep,
} from "../store/queries/screening-rows.ts";
import { inTransaction } from "../store/transaction.ts";

export interface MoveRequest {
  readonly id: string;
  readonly action: Exclude<ScreeningAction, "DRAFT">;
  /** The version meant; the newest when left out, except to roll back, which must name one. */
  readonly version?: number | null | undefined;
  readonly reason?: string | null | undefined;
}

/** @throws GoldseedError FORBIDDEN, NOT_FOUND, SCREENING_STEP_REFUSED, BAD_USER_INPUT. */
export async function moveScreening(
  pool: Pool,
  principal: Principal,
  request: MoveRequest,
): Promise<{ readonly state: ScreeningState; readonly version: number }> {
  assertMayKeepScreenings(principal);
  return inTransaction(pool, async (client) => {
    const { id, action } = request;
    const screening = known(await lockScreening(client, id), id);
    const reason = request.reason?.trim() || null;
    const to = nextScreeningState(action, screening.state, reason);
    const version = chosen(await readVersions(client, id), screening, request);
    assertStep(action, screening, version, principal.subject);
    if (action === "APPROVE") await writeApproval(client, [id, version.version], principal.subject);
    const inForce = action === "APPROVE" || action === "ROLL_BACK" ? version.version : null;
    await writeScreeningStep(client, {
      id,
      action,
      from: screening.state,
      to,
      version: version.version,
      activeVersion: inForce,
      actor: principal.subject,
      reason,
    });
    return { state: to, version: version.version };
  });
}

function known(screening: ScreeningRow | undefined, id: string): ScreeningRow {
  if (screening !== undefined) return screening;
  throw new GoldseedError(
    "NOT_FOUND",
    `没有筛查“${id}” / There is no screening "${id}". 请核对编号 / Check the id.`,
  );
}

function chosen(
  versions: readonly VersionRow[],
  { id, activeVersion }: ScreeningRow,
  { action, version }: MoveRequest,
): VersionRow {
  const isOfVersion = action === "SUBMIT" || action === "APPROVE" || action === "REJECT";
  const wanted = version ?? (isOfVersion ? versions[0]?.version : activeVersion);
  const found = versions.find((one) => one.version === wanted);
  if (found !== undefined && (action !== "ROLL_BACK" || typeof version === "number")) return found;
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `筛查“${id}”没有第 ${wanted ?? "?"} 版 / There is no such version. 现有 There are: ${versions.map((one) => one.version).join(", ")}`,
  );
}

function assertStep(
  action: ScreeningAction,
  { activeVersion }: ScreeningRow,
  version: VersionRow,
  subject: string,
): void {
  const named = `第 ${version.version} 版 / version ${version.version}`;
  if (action === "SUBMIT" || action === "APPROVE" || action === "REJECT") {
    if (version.approvedBy !== null) throw stepRefused(`${named} 已批准 / is approved already`);
  }
  if (action === "SUBMIT" || action === "APPROVE") {
    if (version.dryRun === null)
      throw stepRefused(`${named} 尚未试运行 / has had no dry run. 请先试运行 / Run it dry first.`);
  }
  if (action === "APPROVE" && version.createdBy === subject)
    throw stepRefused(
      `${named} 由您本人起草，须由另一名审核员批准 / was drafted by you: another officer must approve it.`,
    );
  if (action === "ROLL_BACK" && (version.approvedBy === null || version.version === activeVersion))
    throw stepRefused(`${named} 未获批准或已在运行 / was never approved, or is in force already.`);
}
