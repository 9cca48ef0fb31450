/**
 * Entries into the libraries and exits from them by the rules, by sets: for all enterprises or for those that changed.
 * A stay is a row; it is ended and never removed, so that the members of any day can be counted.
 */
import { escapeLiteral } from "pg";

import type { EnterpriseStatus, LibraryKind, TitleKind } from "../../domain/vocabulary.ts";
import type { PoolClient } from "../pool.ts";

export interface LibraryRules {
  readonly libraries: readonly {
    readonly kind: LibraryKind;
    readonly titles: readonly TitleKind[];
    readonly meets: readonly TitleKind[];
    readonly graceDays: number;
  }[];
  readonly leavesWhen: readonly EnterpriseStatus[];
  readonly reasons: Readonly<
    Record<
      | "entryTitle"
      | "entryMeets"
      | "exitExpired"
      | "exitRevoked"
      | "exitNotMeeting"
      | "exitEnterprise",
      string
    >
  >;
}

export interface MoveRequest {
  readonly rules: LibraryRules;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Null for all enterprises. */
  readonly codes: readonly string[] | null;
}

/** After the title verifications, which say who meets. @returns entries and exits. */
export async function moveLibraries(
  client: PoolClient,
  request: MoveRequest,
): Promise<{ readonly entered: number; readonly left: number }> {
  await client.query("drop table if exists library_stands");
  await client.query(standsNow(request));
  const day = `${escapeLiteral(request.asOf)}::date`;
  const left = await client.query(leaving(request, day));
  const entered = await client.query(entering(request, day));
  await client.query(
    `/* store:library-portraits */ insert into dirty_keys (credit_code, stage, reason)
     select distinct credit_code, 'PORTRAITS', 'libraries' from library_memberships
     where recorded_at = now() order by credit_code
     on conflict (credit_code, stage) do update set marked_at = now(), reason = excluded.reason`,
  );
  return { entered: entered.rowCount ?? 0, left: left.rowCount ?? 0 };
}

const arrayOf = (words: readonly string[]) => `${escapeLiteral(`{${words.join(",")}}`)}::text[]`;

function only(codes: readonly string[] | null, column: string): string {
  if (codes === null) return "true";
  return `${column} = any (${arrayOf(codes.map((code) => `"${code.replace(/["\\]/g, "")}"`))})`;
}

/** Who has a reason to be in a library today, with the title that gives it (null: meets the standard). */
function standsNow({ rules, asOf, codes }: MoveRequest): string {
  const day = `${escapeLiteral(asOf)}::date`;
  const rows = rules.libraries.map(
    ({ kind, titles, meets, graceDays }) =>
      `(${escapeLiteral(kind)}, ${arrayOf(titles)}, ${arrayOf(meets)}, ${graceDays})`,
  );
  return `create temporary table library_stands on commit drop as
    with rules(library_kind, titles, meets, grace_days) as (values ${rows.join(", ")}), reasons as (
      select t.credit_code, r.library_kind, t.valid_from as since, t.batch from titles t join rules r on t.kind = any (r.titles)
      where t.status <> 'REVOKED' and coalesce(t.valid_from <= ${day}, true)
        and coalesce(t.valid_to + r.grace_days >= ${day}, t.status = 'VALID') and ${only(codes, "t.credit_code")}
      union all
      select v.credit_code, r.library_kind, null, null from title_verifications v join rules r on v.kind = any (r.meets)
      where v.computed = 'TRUE' and ${only(codes, "v.credit_code")}
    )
    select distinct on (reasons.credit_code, library_kind) reasons.credit_code, e.town_code, e.zone_code, library_kind, since, batch
    from reasons join enterprises e on e.credit_code = reasons.credit_code and e.status <> all (${arrayOf(rules.leavesWhen)})
    order by reasons.credit_code, library_kind, since nulls last, batch`;
}

/** The day after the last title ended, where one did; else today. A title that counts from a later day has not ended. */
function leaving({ rules, codes }: MoveRequest, day: string): string {
  const { reasons } = rules;
  const byLibrary = `(values ${rules.libraries.map(({ kind, titles, graceDays }) => `(${escapeLiteral(kind)}, ${arrayOf(titles)}, ${graceDays})`).join(", ")})`;
  return `/* store:library-exits */ update library_memberships m set recorded_at = now(),
      exited_on = greatest(m.entered_on, case when ended.status <> 'REVOKED' and not gone then coalesce(ended.valid_to + rule.grace_days + 1, ${day}) else ${day} end),
      exit_reason = case when gone then ${escapeLiteral(reasons.exitEnterprise)}
        when ended.status = 'REVOKED' then ${escapeLiteral(reasons.exitRevoked)}
        when ended.credit_code is null then ${escapeLiteral(reasons.exitNotMeeting)}
        else replace(${escapeLiteral(reasons.exitExpired)}, '{day}', coalesce(ended.valid_to::text, '')) end
    from library_memberships stay join ${byLibrary} as rule(kind, titles, grace_days) on rule.kind = stay.library_kind
    join enterprises e on e.credit_code = stay.credit_code
    cross join lateral (select e.status = any (${arrayOf(rules.leavesWhen)}) as gone) as state
    left join lateral (select t.credit_code, t.valid_to, t.status from titles t
      where t.credit_code = stay.credit_code and t.kind = any (rule.titles) and coalesce(t.valid_from <= ${day}, true)
      order by t.valid_to desc nulls last limit 1) ended on true
    where stay.exited_on is null and ${only(codes, "stay.credit_code")}
      and not exists (select from library_stands s where s.credit_code = stay.credit_code and s.library_kind = stay.library_kind)
      and m.credit_code = stay.credit_code and m.library_kind = stay.library_kind and m.entered_on = stay.entered_on`;
}

/** From the day the title counts, or from today when a stay of the past reaches into it; a stay of the same day goes on. */
function entering({ rules: { reasons } }: MoveRequest, day: string): string {
  return `/* store:library-entries */ insert into library_memberships (credit_code, town_code, zone_code, library_kind, entered_on, entry_reason)
    select s.credit_code, s.town_code, s.zone_code, s.library_kind,
      case when since is null or exists (select from library_memberships past where past.credit_code = s.credit_code
        and past.library_kind = s.library_kind and past.exited_on > since) then ${day} else since end,
      case when batch is null then ${escapeLiteral(reasons.entryMeets)} else replace(${escapeLiteral(reasons.entryTitle)}, '{batch}', batch) end
    from library_stands s
    where not exists (select from library_memberships open where open.credit_code = s.credit_code
      and open.library_kind = s.library_kind and open.exited_on is null)
    order by 1, 4
    on conflict (credit_code, library_kind, entered_on) do update set exited_on = null, exit_reason = null, recorded_at = now()`;
}
