/**
 * What an enterprise claims, what the city registers, and what the assessment says of each title, side by side, with the
 * outcome of the comparison. Set-based; only what changed is written.
 *
 * The first that applies: CLAIMED_NOT_REGISTERED, LAPSING (registered, ends within 90 days), REGISTERED_NOT_MEETING,
 * UNDECIDABLE (the assessment is open: of a title registered, or of one that is four fifths of the way off), MEETS_NOT_APPLIED,
 * CONSISTENT. Where none applies there is no row. A last day is certain and asks for action whatever the figures say, so
 * LAPSING goes before what they say; `computed` and `details` tell that beside it (decision 0450).
 */
import { escapeLiteral } from "pg";

import type { PoolClient } from "../pool.ts";
import { heldOn } from "./held-title.ts";

export interface VerificationRule {
  readonly kind: string;
  /** Pack that governs a new application, and one that governs a renewal; null when none does on the day. */
  readonly newPack: string | null;
  readonly renewalPack: string | null;
  /** Kinds of title whose holders need not apply for this one. */
  readonly coveredBy: readonly string[];
}

export interface VerificationRequest {
  readonly asOf: string;
  readonly codes: readonly string[] | null;
  readonly rules: readonly VerificationRule[];
}

/** Days before the end of a title from which it is said to lapse. */
export const lapsingDays = 90;

/** @returns rows added, changed or removed. */
export async function writeVerifications(
  client: PoolClient,
  request: VerificationRequest,
): Promise<number> {
  await client.query("drop table if exists verified_now");
  await client.query(verifiedNow(request));
  await client.query("analyze verified_now");
  const written =
    await client.query(`/* store:verifications */ insert into title_verifications as old
      (credit_code, town_code, zone_code, kind, outcome, claimed, registered, computed, details, as_of)
    select credit_code, town_code, zone_code, kind, outcome, claimed, registered, computed, details, ${escapeLiteral(request.asOf)}
    from verified_now order by credit_code, kind
    on conflict (credit_code, kind) do update set town_code = excluded.town_code, zone_code = excluded.zone_code,
      outcome = excluded.outcome, claimed = excluded.claimed, registered = excluded.registered, computed = excluded.computed,
      details = excluded.details, as_of = excluded.as_of
    where (old.outcome, old.claimed, old.registered, old.computed, old.details)
      is distinct from (excluded.outcome, excluded.claimed, excluded.registered, excluded.computed, excluded.details)`);
  const removed = await client.query(
    `/* store:verifications-gone */ delete from title_verifications old
    where ($1::text[] is null or credit_code = any ($1))
      and not exists (select from verified_now v where v.credit_code = old.credit_code and v.kind = old.kind)`,
    [request.codes],
  );
  return (written.rowCount ?? 0) + (removed.rowCount ?? 0);
}

function verifiedNow({ asOf, codes, rules }: VerificationRequest): string {
  const day = `${escapeLiteral(asOf)}::date`;
  const only =
    codes === null
      ? ""
      : ` and credit_code = any (${escapeLiteral(`{${codes.map((code) => `"${code.replace(/["\\]/g, "")}"`).join(",")}}`)}::text[])`;
  const text = (value: string | null) => (value === null ? "null::text" : escapeLiteral(value));
  const governed = rules.map(
    ({ kind, newPack, renewalPack, coveredBy }) =>
      `(${escapeLiteral(kind)}, ${text(newPack)}, ${text(renewalPack)}, ${escapeLiteral(`{${coveredBy.join(",")}}`)}::text[])`,
  );
  return `create temporary table verified_now on commit drop as
    with rules(kind, new_pack, renewal_pack, covered_by) as (values ${governed.join(", ")}),
    claims as (select credit_code, kind, claimed_on, source from title_claims where claimed_on <= ${day}${only}),
    held as (
      select distinct on (credit_code, kind) credit_code, kind, batch, valid_from, valid_to from titles
      where ${heldOn(day)}${only}
      order by credit_code, kind, valid_to desc nulls first, batch desc
    ), once as (
      select distinct on (credit_code, kind) credit_code, kind, valid_to as ended_on, status from titles
      where (status = 'REVOKED' or valid_to < ${day})${only} order by credit_code, kind, valid_to desc nulls last
    ), said as (
      select credit_code, pack_id, verdict, progress, failed, unknown, excluded_by, pack_version from assessments
      where superseded_at is null and pack_id in (select new_pack from rules union select renewal_pack from rules)${only}
    ), subjects as (
      select credit_code, kind from claims union select credit_code, kind from held
      union select said.credit_code, rules.kind from said join rules on rules.new_pack = said.pack_id
        where not exists (select from held higher where higher.credit_code = said.credit_code and higher.kind = any (rules.covered_by))
          and (said.verdict = 'TRUE' or (said.verdict = 'UNKNOWN' and said.progress >= 80))
    ), compared as (
      select e.credit_code, e.town_code, e.zone_code, subjects.kind, claims.credit_code is not null as is_claimed, claims.claimed_on, claims.source,
        held.credit_code is not null as is_held, held.batch, held.valid_from, held.valid_to, once.ended_on, once.status as former_status,
        said.verdict, said.pack_id, said.progress, said.failed, said.unknown, said.excluded_by
      from subjects join enterprises e on e.credit_code = subjects.credit_code join rules on rules.kind = subjects.kind
      left join claims on claims.credit_code = subjects.credit_code and claims.kind = subjects.kind
      left join held on held.credit_code = subjects.credit_code and held.kind = subjects.kind
      left join once on once.credit_code = subjects.credit_code and once.kind = subjects.kind
      left join said on said.credit_code = subjects.credit_code
        and said.pack_id = case when held.credit_code is null then rules.new_pack else coalesce(rules.renewal_pack, rules.new_pack) end
    )
    select credit_code, town_code, zone_code, kind,
      case when is_claimed and not is_held then 'CLAIMED_NOT_REGISTERED'
        when is_held and valid_to <= ${day} + ${lapsingDays} then 'LAPSING'
        when is_held and verdict = 'FALSE' then 'REGISTERED_NOT_MEETING'
        when coalesce(verdict, 'UNKNOWN') = 'UNKNOWN' then 'UNDECIDABLE'
        when not is_held then 'MEETS_NOT_APPLIED' else 'CONSISTENT' end as outcome,
      case when is_claimed then 'TRUE' else 'FALSE' end as claimed, case when is_held then 'TRUE' else 'FALSE' end as registered,
      coalesce(verdict, 'UNKNOWN') as computed,
      jsonb_strip_nulls(jsonb_build_object('pack', pack_id, 'progress', progress, 'claimedOn', claimed_on, 'claimSource', source, 'batch', batch,
        'validFrom', valid_from, 'validTo', valid_to,
        'formerlyUntil', case when not is_held then ended_on end, 'formerStatus', case when not is_held then former_status end,
        'failed', case when verdict = 'FALSE' then failed end, 'excludedBy', case when verdict = 'FALSE' then excluded_by end,
        'missing', case when coalesce(verdict, 'UNKNOWN') = 'UNKNOWN' then unknown end)) as details
    from compared`;
}
