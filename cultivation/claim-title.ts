/**
 * A title that an enterprise claims for itself, as an officer or specialist of its area read or heard it, with the words
 * as evidence. It is compared with the register and the assessment at once, in the same transaction.
 */
import { assertInAreas } from "../domain/access/alert-rights.ts";
import { assertMayRecordClaims } from "../domain/access/claim-rights.ts";
import type { Principal } from "../domain/access/principal.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { TitleKind } from "../domain/vocabulary.ts";
import { dayInChina } from "../lib/day-in-china.ts";
import { isIsoDate } from "../lib/iso-date.ts";
import type { Pool, PoolClient } from "../store/pool.ts";
import { markFresh } from "../store/queries/dirty-marks.ts";
import { findPlaceForUpdate } from "../store/queries/find-place.ts";
import { mayJudgePortion } from "../store/queries/judging-lock.ts";
import { deleteClaim, upsertClaim } from "../store/queries/title-claims.ts";
import { inTransaction } from "../store/transaction.ts";
import { currentCriteria } from "./current-criteria.ts";
import { verifyTitles } from "./verify-titles.ts";

export interface TitleClaimRequest {
  readonly creditCode: string;
  readonly kind: TitleKind;
  /** `YYYY-MM-DD`, not in the future. */
  readonly claimedOn: string;
  /** Where it was claimed: a web page, a brochure, an application. */
  readonly source: string;
  /** The claim in the enterprise's own words. */
  readonly statement: string;
}

const longest = { source: 300, statement: 4_000 } as const;

/** @throws GoldseedError NOT_FOUND, FORBIDDEN, BAD_USER_INPUT. */
export async function claimTitle(
  pool: Pool,
  principal: Principal,
  request: TitleClaimRequest,
): Promise<void> {
  const today = dayInChina(Date.now());
  const claim = soundClaim(request, today);
  await inTransaction(pool, async (client) => {
    // The criteria are read for those alone who may write: a refusal must cost little.
    const place = await findPlaceForUpdate(client, claim.creditCode);
    const scope = assertInAreas(principal, place ?? undefined, "该企业");
    assertMayRecordClaims(principal);
    await upsertClaim(client, { ...claim, ...scope });
    await compareAnew(client, claim.creditCode, today);
  });
}

/** Takes a claim back that was entered wrongly. @throws GoldseedError NOT_FOUND, FORBIDDEN. */
export async function withdrawTitleClaim(
  pool: Pool,
  principal: Principal,
  { creditCode, kind }: Pick<TitleClaimRequest, "creditCode" | "kind">,
): Promise<void> {
  const asOf = dayInChina(Date.now());
  await inTransaction(pool, async (client) => {
    const place = await findPlaceForUpdate(client, creditCode);
    assertInAreas(principal, place ?? undefined, "该企业");
    assertMayRecordClaims(principal);
    if (!(await deleteClaim(client, { creditCode, kind })))
      throw new GoldseedError(
        "NOT_FOUND",
        `该企业没有自称“${kind}”的记录 / The enterprise has no claim of ${kind}. 见 See titleClaims.`,
      );
    await compareAnew(client, creditCode, asOf);
  });
}

/**
 * Now, for who is waiting; and once more, for a judgement under way may have read the claims before this. A judgement of all
 * holds comparisons until its end: nobody waits for that, and the mark says that the comparison is still to come.
 */
async function compareAnew(client: PoolClient, creditCode: string, asOf: string): Promise<void> {
  await markFresh(client, {
    creditCodes: [creditCode],
    stages: ["INDICATORS"],
    reason: "claim",
  });
  if (!(await mayJudgePortion(client))) return;
  const criteria = await currentCriteria();
  await verifyTitles(client, { criteria, asOf, codes: [creditCode] });
}

/** Every problem at once. */
function soundClaim(request: TitleClaimRequest, today: string): TitleClaimRequest {
  const claim = {
    ...request,
    source: request.source.trim(),
    statement: request.statement.trim(),
  };
  const problems: string[] = [];
  if (!isIsoDate(claim.claimedOn) || claim.claimedOn > today)
    problems.push(
      `日期“${claim.claimedOn}”应为今天（${today}）或以前 / claimedOn "${claim.claimedOn}": expected a day up to ${today}`,
    );
  for (const [name, nameZh] of [
    ["source", "出处"],
    ["statement", "声明原文"],
  ] as const) {
    const { length } = claim[name];
    if (length === 0 || length > longest[name])
      problems.push(
        `${nameZh}为 ${length} 字，应为 1 至 ${longest[name]} 字 / ${name} has ${length} characters, expected 1 to ${longest[name]}`,
      );
  }
  if (problems.length === 0) return claim;
  throw new GoldseedError("BAD_USER_INPUT", `${problems.join("；")}。`, { details: { problems } });
}
