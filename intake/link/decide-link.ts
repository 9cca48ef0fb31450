/** An officer's answer to a group of records: to which enterprise they belong. Remembered, and can be taken back. */
import { GoldseedError } from "../../domain/errors.ts";
import {
  findDecisions,
  type LinkDecisionKind,
  rememberDecision,
  revokeDecision,
} from "../../store/linking/link-decisions.ts";
import {
  readSettled,
  reopenReviews,
  type SettledReview,
  settleReviews,
} from "../../store/linking/link-reviews.ts";
import { assertEnterpriseExists } from "../../store/linking/assert-enterprise.ts";
import type { Pool, PoolClient } from "../../store/pool.ts";
import { forgetAliasName, recordAliasName } from "../../store/linking/alias-names.ts";
import { findDecisionRuns, markRunUndone } from "../../store/linking/decision-runs.ts";
import { undoFacts } from "../../store/queries/import-undo-facts.ts";
import { inTransaction } from "../../store/transaction.ts";
import { normaliseCompanyName } from "../../domain/enterprise/company-name.ts";
import { loadDescription } from "../describe/load-description.ts";
import { tableOf } from "../facts/table-of.ts";
import { mergeReviewed } from "./merge-reviewed.ts";
import { retryStale } from "./retry-stale.ts";
import { sharedStoreLinker } from "./shared-store-linker.ts";
import { partsOfName, splitReviewed, withdrawParts } from "./split-reviewed.ts";

export interface LinkAnswer {
  readonly pool: Pool;
  readonly groupKey: string;
  readonly decision: LinkDecisionKind;
  /** Needed for LINK, ALIAS and BRANCH_OF; must be left out for the others. */
  readonly creditCode?: string | undefined;
  /** Who answers: a subject, or `cli:` and the account. */
  readonly decidedBy: string;
}

const meansEnterprise: Readonly<Record<LinkDecisionKind, boolean>> = {
  LINK: true,
  ALIAS: true,
  // A branch that is not registered: its facts are counted with its parent's.
  BRANCH_OF: true,
  NOT_REGISTERED: false,
  SPLIT: false,
};

export interface AnsweredLink {
  readonly settled: readonly SettledReview[];
  /** Records that became facts by it. */
  readonly merged: number;
}

/**
 * Settles every open review of the group, merges its records into the facts of the enterprise meant, and remembers the
 * answer, all in one transaction.
 *
 * @throws GoldseedError BAD_USER_INPUT when a code is missing or too many or a name cannot be split, NOT_FOUND for an unknown enterprise or a group
 * that nothing waits in, CONFLICT for one that has been answered.
 */
export async function decideLink(answer: LinkAnswer): Promise<AnsweredLink> {
  const { pool, groupKey, decision, decidedBy } = answer;
  const creditCode = codeFor(answer);
  const linker = decision === "SPLIT" ? await sharedStoreLinker(pool) : null;
  return retryStale(() =>
    inTransaction(pool, async (client) => {
      if (creditCode !== null) await assertEnterpriseExists(client, creditCode);
      const settled = await settleReviews(client, { groupKey, decision, creditCode, decidedBy });
      const [first] = settled;
      if (first === undefined) throw await nothingWaits(client, groupKey);
      const reviewId = first.id;
      await rememberDecision(client, { groupKey, decision, creditCode, reviewId, decidedBy });
      if (decision === "ALIAS") await recordAliasName(client, aliasOf(first, creditCode ?? ""));
      const by = decidedBy;
      if (linker !== null) {
        assertSplittable(settled);
        const linkerFor = () => Promise.resolve(linker.link);
        const request = { linkerFor, groupKey, by };
        return { settled, merged: await splitReviewed(client, settled, request) };
      }
      if (creditCode === null) return { settled, merged: 0 };
      const link = { groupKey, creditCode, method: "REVIEWED", confidence: 1, evidence: [], by };
      return { settled, merged: await mergeReviewed(client, settled, link) };
    }),
  );
}

function aliasOf({ record }: SettledReview, creditCode: string) {
  const name = record.mention["name"] ?? "";
  return { creditCode, name, normalName: normaliseCompanyName(name) };
}

/**
 * Takes an answer back: it is no longer remembered, the facts that came in by it go, and its reviews wait again.
 *
 * @returns how many reviews wait again. @throws GoldseedError NOT_FOUND when no answer is in force.
 */
export async function undoLink(pool: Pool, groupKey: string): Promise<number> {
  return inTransaction(pool, async (client) => {
    const revoked = await revokeDecision(client, groupKey);
    if (revoked === undefined) {
      throw new GoldseedError(
        "NOT_FOUND",
        `没有对“${groupKey}”生效的关联决定 / No decision is in force for "${groupKey}". See \`goldseed link review\`.`,
      );
    }
    for (const { id, sourceId } of await findDecisionRuns(client, groupKey)) {
      const { description } = await loadDescription(sourceId);
      await undoFacts(client, tableOf(description), id);
      await markRunUndone(client, id);
    }
    const { decision, creditCode, mentionName } = revoked;
    if (decision === "ALIAS" && creditCode !== null) {
      await forgetAliasName(client, { creditCode, normalName: normaliseCompanyName(mentionName) });
    }
    if (decision === "SPLIT") await withdrawParts(client, await readSettled(client, groupKey));
    return reopenReviews(client, groupKey);
  });
}

function codeFor({ decision, creditCode }: LinkAnswer): string | null {
  if (meansEnterprise[decision] === (creditCode !== undefined)) return creditCode ?? null;
  throw new GoldseedError(
    "BAD_USER_INPUT",
    meansEnterprise[decision]
      ? `决定“${decision}”需要统一社会信用代码 / The decision "${decision}" needs a credit code.`
      : `决定“${decision}”不带统一社会信用代码 / The decision "${decision}" takes no credit code, "${creditCode}" was given.`,
  );
}

/** A record that no part stands for would be answered and gone. @throws GoldseedError BAD_USER_INPUT */
function assertSplittable(settled: readonly SettledReview[]): void {
  const names = settled.map(({ record }) => record.mention["name"] ?? "");
  const whole = names.find((name) => partsOfName(name).length < 2);
  if (whole === undefined) return;
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `“${whole}”看不出由几家组成，不能拆分 / "${whole}" shows no separate names (expected such as 甲公司；乙公司), so it cannot be split. Answer it as a whole.`,
  );
}

async function nothingWaits(client: PoolClient, groupKey: string): Promise<GoldseedError> {
  const answered = (await findDecisions(client, [groupKey])).get(groupKey);
  if (answered === undefined) {
    return new GoldseedError(
      "NOT_FOUND",
      `“${groupKey}”没有待复核的记录 / Nothing waits under "${groupKey}". See \`goldseed link review\`.`,
    );
  }
  const { decision, creditCode } = answered;
  const said = creditCode === null ? decision : `${decision} ${creditCode}`;
  return new GoldseedError(
    "CONFLICT",
    `“${groupKey}”已答复为 ${said}；要改答，请先撤回（undo） / "${groupKey}" has been answered: ${said}. To answer otherwise take that back first: goldseed link review undo "${groupKey}"`,
    { details: { groupKey, decision, creditCode } },
  );
}
