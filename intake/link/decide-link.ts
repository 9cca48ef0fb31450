/** An officer's answer to a group of records: to which enterprise they belong. Remembered, and can be taken back. */
import { GoldseedError } from "../../domain/errors.ts";
import {
  type LinkDecisionKind,
  rememberDecision,
  revokeDecision,
} from "../../store/linking/link-decisions.ts";
import {
  reopenReviews,
  type SettledReview,
  settleReviews,
} from "../../store/linking/link-reviews.ts";
import { assertEnterpriseExists } from "../../store/linking/assert-enterprise.ts";
import type { Pool } from "../../store/pool.ts";
import { inTransaction } from "../../store/transaction.ts";

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

/**
 * Settles every open review of the group and returns them, with the records that can now be merged.
 *
 * @throws GoldseedError BAD_USER_INPUT when a code is missing or too many, NOT_FOUND for an unknown enterprise or a group
 * that nothing waits in.
 */
export async function decideLink(answer: LinkAnswer): Promise<readonly SettledReview[]> {
  const { pool, groupKey, decision, decidedBy } = answer;
  const creditCode = codeFor(answer);
  return inTransaction(pool, async (client) => {
    if (creditCode !== null) await assertEnterpriseExists(client, creditCode);
    const settled = await settleReviews(client, { groupKey, decision, creditCode, decidedBy });
    const [first] = settled;
    if (first === undefined) throw nothingWaits(groupKey);
    await rememberDecision(client, {
      groupKey,
      decision,
      creditCode,
      reviewId: first.id,
      decidedBy,
    });
    return settled;
  });
}

/**
 * Takes an answer back: it is no longer remembered, and its reviews wait again. What was merged by it stays until the
 * reviews are answered anew: the newer link supersedes.
 *
 * @returns how many reviews wait again. @throws GoldseedError NOT_FOUND when no answer is in force.
 */
export async function undoLink(pool: Pool, groupKey: string): Promise<number> {
  return inTransaction(pool, async (client) => {
    if (!(await revokeDecision(client, groupKey))) {
      throw new GoldseedError(
        "NOT_FOUND",
        `没有对“${groupKey}”生效的关联决定 / No decision is in force for "${groupKey}". See \`goldseed link review\`.`,
      );
    }
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

function nothingWaits(groupKey: string): GoldseedError {
  return new GoldseedError(
    "NOT_FOUND",
    `“${groupKey}”没有待复核的记录 / Nothing waits under "${groupKey}". See \`goldseed link review\`.`,
  );
}
