/**
 * Matches by sets, and with them the alerts they raise: one statement after the other in the caller's transaction, so
 * that a match without its alert, or an alert without its notice, cannot be.
 */
import { escapeLiteral } from "pg";

import type { PoolClient } from "../pool.ts";

export interface MatchRequest {
  /** Query of all that match: `credit_code, town_code, zone_code, screening_id, version, figures`. */
  readonly rows: string;
  /** Enterprises that were asked; null for all. */
  readonly codes: readonly string[] | null;
  /** Screenings that were asked. */
  readonly screenings: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
}

export interface MatchCounts {
  readonly entered: number;
  readonly left: number;
  readonly raised: number;
  readonly merged: number;
}

/** One matching at a time: two that read the same enterprise would both see it enter. */
export async function lockMatching(client: PoolClient): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('goldseed:matching', 0))");
}

/** Records who left and who entered. Leaves those who entered in `entered`, with the alert that is to stand for each. */
export async function writeMatches(
  client: PoolClient,
  { rows, codes, screenings, asOf }: MatchRequest,
): Promise<Pick<MatchCounts, "entered" | "left">> {
  await client.query("drop table if exists matching_now, entered");
  // Statistics of tables that were empty a moment ago make the rows of all look like one, and loops over it cheap.
  if (codes === null) await client.query("set local enable_nestloop = off");
  await client.query(`create temporary table matching_now on commit drop as ${rows}`);
  if (codes === null) await client.query("set local enable_nestloop = on");
  const left = await client.query(
    `/* store:matches-left */ update matches m set left_at = now()
     where left_at is null and screening_id = any ($1) and ($2::text[] is null or credit_code = any ($2))
       and not exists (select from matching_now n where n.credit_code = m.credit_code and n.screening_id = m.screening_id)`,
    [screenings, codes],
  );
  // An alert that stands, or one of late, takes a match again: flapping figures raise no second alert.
  await client.query(
    `/* store:entered */ create temporary table entered on commit drop as
     select n.*, coalesce(before.occurrence, 0) + 1 as occurrence, coalesce(standing.id, gen_random_uuid()) as alert_id, standing.id is not null as merged
     from matching_now n join screenings s on s.id = n.screening_id
     left join lateral (select max(occurrence) as occurrence, bool_or(left_at is null) as open from matches m
       where m.credit_code = n.credit_code and m.screening_id = n.screening_id) before on true
     left join lateral (select a.id from alerts a where a.credit_code = n.credit_code and a.screening_id = n.screening_id
       and (a.closed_at is null or a.raised_at > (${escapeLiteral(asOf)}::date - s.merge_days)::timestamp at time zone 'Asia/Shanghai')
       order by a.raised_at desc limit 1) standing on true
     where before.open is not true`,
  );
  const entered = await client.query(
    `/* store:matches-entered */ insert into matches (credit_code, town_code, zone_code, screening_id, occurrence, version, figures, alert_id)
     select credit_code, town_code, zone_code, screening_id, occurrence, version, figures, alert_id from entered order by credit_code, screening_id`,
  );
  return { entered: entered.rowCount ?? 0, left: left.rowCount ?? 0 };
}

/** Raises or extends the alerts of `entered`, each with its event and its notice. */
export async function raiseAlerts(
  client: PoolClient,
  asOf: string,
): Promise<Pick<MatchCounts, "raised" | "merged">> {
  const day = `${escapeLiteral(asOf)}::date`;
  const raised = await client.query(
    `/* store:alerts-raised */ insert into alerts (credit_code, town_code, zone_code, id, screening_id, occurrence, state, level, headline, headline_en, figures, due_on, handler)
     select e.credit_code, e.town_code, e.zone_code, e.alert_id, e.screening_id, e.occurrence, 'PENDING', s.level, '新命中：' || s.name_zh, 'New match: ' || coalesce(s.name_en, s.name_zh), e.figures,
       ${day} + s.due_days, case when e.town_code is null then 'DISTRICT' else 'TOWN' end
     from entered e join screenings s on s.id = e.screening_id where not e.merged order by e.credit_code, e.screening_id`,
  );
  const merged = await client.query(
    `/* store:alerts-merged */ update alerts a set version = a.version + 1, merged_count = a.merged_count + 1, figures = e.figures
     from entered e where e.merged and a.credit_code = e.credit_code and a.id = e.alert_id`,
  );
  await client.query(
    `/* store:alert-events-raised */ insert into alert_events (credit_code, town_code, zone_code, alert_id, sequence, from_state, to_state, actor, reason)
     select a.credit_code, a.town_code, a.zone_code, a.id, a.version, case when e.merged then a.state end, a.state, 'system:matching',
       case when e.merged then '再次命中，并入本预警' else '新命中' end
     from entered e join alerts a on a.credit_code = e.credit_code and a.id = e.alert_id order by a.credit_code, a.id`,
  );
  await client.query(
    // The moment of writing and not of the transaction's beginning, which lies minutes back where everybody is asked: who
    // looks for what a broken connection missed goes by it.
    `/* store:alert-outbox-raised */ insert into alert_outbox (credit_code, town_code, zone_code, alert_id, sequence, written_at)
     select a.credit_code, a.town_code, a.zone_code, a.id, a.version, clock_timestamp()
     from entered e join alerts a on a.credit_code = e.credit_code and a.id = e.alert_id order by a.credit_code, a.id`,
  );
  return { raised: raised.rowCount ?? 0, merged: merged.rowCount ?? 0 };
}
