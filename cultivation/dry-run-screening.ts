/** What a version would match, without matching: how many, where, examples, and what it changes against the one in force. */
import { assertMayKeepScreenings } from "../domain/access/alert-rights.ts";
import type { Principal } from "../domain/access/principal.ts";
import type { Criteria } from "../domain/criteria/criteria.ts";
import { GoldseedError } from "../domain/errors.ts";
import { checkCondition } from "../domain/screening/check-condition.ts";
import { figuresOf } from "../domain/screening/figures-of.ts";
import { dayInChina } from "../lib/day-in-china.ts";
import type { Pool, PoolClient } from "../store/pool.ts";
import { countDryRun, type DryRunCounts } from "../store/queries/dry-run.ts";
import { lockScreening, readVersions, writeDryRun } from "../store/queries/screening-rows.ts";
import { inTransaction } from "../store/transaction.ts";
import { answers, figuresColumn } from "./compile/screenings-sql.ts";
import { currentCriteria } from "./current-criteria.ts";
import { askScreenings, sheetFor } from "./screening/ask-screenings.ts";
import { readBinding } from "./screening/binding.ts";

export interface DryRunRequest {
  readonly id: string;
  /** The newest when left out. */
  readonly version?: number | null | undefined;
  /** `YYYY-MM-DD`; today when left out. */
  readonly asOf?: string;
  readonly criteria?: Criteria;
}

export interface DryRun extends DryRunCounts {
  readonly version: number;
  readonly asOf: string;
  /** Metrics that no register answers, by name: unknown for all until an officer records their value. */
  readonly unanswered: readonly string[];
}

/** Kept with the version, for whoever approves it. @throws GoldseedError FORBIDDEN, NOT_FOUND, RULES_INVALID. */
export async function dryRunScreening(
  pool: Pool,
  principal: Principal,
  request: DryRunRequest,
): Promise<DryRun> {
  assertMayKeepScreenings(principal);
  const criteria = request.criteria ?? (await currentCriteria());
  return inTransaction(
    pool,
    async (client) => {
      const told = await run(client, criteria, request);
      await writeDryRun(client, [request.id, told.version], told);
      return told;
    },
    { statementTimeoutMs: 120_000 },
  );
}

async function run(
  client: PoolClient,
  criteria: Criteria,
  { id, version, asOf = dayInChina(Date.now()) }: DryRunRequest,
): Promise<DryRun> {
  const screening = await lockScreening(client, id);
  const versions = await readVersions(client, id);
  const tried = versions.find((one) => one.version === (version ?? versions[0]?.version));
  if (screening === undefined || tried === undefined)
    throw new GoldseedError(
      "NOT_FOUND",
      `没有筛查“${id}”或该版本 / There is no such screening or version. 请核对编号 / Check the id.`,
    );
  const inForce = versions.find((one) => one.version === screening.activeVersion);
  const asked = await askScreenings(
    client,
    criteria,
    [tried, ...(inForce === undefined ? [] : [inForce])].map((one) => ({ ...one, id })),
  );
  const [first] = asked;
  if (first?.version !== tried.version)
    throw new GoldseedError(
      "RULES_INVALID",
      `第 ${tried.version} 版的条件已不合规 / The conditions of version ${tried.version} are not of the language any more.`,
    );
  const counts = await countDryRun(client, {
    rows: answers(asked, sheetFor(criteria, asked, { asOf, codes: null })),
    figures: figuresColumn(first.figures),
    hasBefore: asked.length > 1,
  });
  const unanswered = await unansweredOf(client, criteria, tried.conditions);
  return { version: tried.version, asOf, ...counts, unanswered };
}

async function unansweredOf(
  client: PoolClient,
  criteria: Criteria,
  conditions: unknown,
): Promise<string[]> {
  const binding = await readBinding(client, criteria);
  const { condition } = checkCondition(conditions, binding.catalogue);
  if (condition === undefined) return [];
  return figuresOf(condition, binding)
    .filter(({ question }) => question.kind === "open")
    .map(({ nameZh }) => nameZh);
}
