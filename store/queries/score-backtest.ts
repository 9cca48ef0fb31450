/**
 * How high those stood, on a past day, who gained a title since: the ranking by score beside the ranking by revenue.
 * Reads `portrait_measures`, gathered for that day.
 */
import type { TitleKind } from "../../domain/vocabulary.ts";
import type { PoolClient } from "../pool.ts";
import { knownWeight, shareExpression } from "./portrait-expressions.ts";
import type { ScoreRules } from "./portrait-rules.ts";

export interface BacktestSpan {
  /** The day scores are taken on, and the day up to which titles are looked for; `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly until: string;
}

export interface RankingFigures {
  /**
   * Chance that one who gained the title stood above one who did not; 0.5 is no better than a draw. Those of whom too
   * little is known stand last, all alike.
   */
  readonly auc: number | null;
  /** Share who gained it among the first k, k being how many gained it. */
  readonly precisionAtK: number | null;
  /** How many times as many gained it in the first tenth as in a tenth taken at random. */
  readonly liftTopTenth: number | null;
}

export interface BacktestRow {
  readonly kind: TitleKind;
  /** Companies there on the day that had never held the title: a renewal foretells nothing. */
  readonly candidates: number;
  readonly scored: number;
  readonly gained: number;
  readonly score: RankingFigures;
  readonly revenue: RankingFigures;
  /** Share who gained it: precision of a ranking at random. */
  readonly random: number | null;
}

/** Every title of which any candidate gained one. */
export async function backtestRows(
  client: PoolClient,
  rules: ScoreRules,
  { asOf, until }: BacktestSpan,
): Promise<readonly BacktestRow[]> {
  const parts = rules.parts.map(
    ({ measure, weight, points }) =>
      `coalesce((${shareExpression(`m.${measure}`, points)}) * ${weight}, 0)`,
  );
  const { rows } = await client.query<BacktestRow>(
    `/* store:score-backtest */ with weighed as materialized (
       select m.credit_code, m.latest_revenue, (${knownWeight(rules.parts)})::numeric as known, ${parts.join(" + ")} as summed
       from portrait_measures m join enterprises e on e.credit_code = m.credit_code
       where e.kind = 'COMPANY' and coalesce(e.established_on <= $1::date, true)
     ), ranked as materialized (
       select credit_code, case when known >= ${rules.minimumKnownWeight} then summed * 100 / known end as score, latest_revenue as revenue from weighed
     ), kinds as (
       select kind, array_agg(distinct credit_code) filter (where valid_from > $1::date and valid_from <= $2::date) as gained,
         array_agg(distinct credit_code) filter (where coalesce(valid_from <= $1::date, true)) as held
       from titles group by kind
     ), rows as materialized (
       select kinds.kind, r.credit_code, coalesce(r.score, -1) as score, r.score is not null as scored, coalesce(r.revenue, -1) as revenue,
         coalesce(r.credit_code = any (kinds.gained), false) as gained
       from kinds cross join ranked r where not coalesce(r.credit_code = any (kinds.held), false)
     ), placed as (
       select *, ${places("score")}, ${places("revenue")}, count(*) over (partition by kind) as n,
         count(*) filter (where gained) over (partition by kind) as k from rows
     )
     select kind, count(*)::int as candidates, count(*) filter (where scored)::int as scored, count(*) filter (where gained)::int as gained,
       ${figures("score")} as score, ${figures("revenue")} as revenue, round(avg(gained::int), 4)::float8 as random
     from placed group by kind having bool_or(gained) order by kind`,
    [asOf, until],
  );
  return rows;
}

/** Rank from below with ties at their mean, and place from above with the code breaking ties. */
function places(by: "score" | "revenue"): string {
  return `rank() over (partition by kind order by ${by}) + (count(*) over (partition by kind, ${by}) - 1) / 2.0 as ${by}_rank,
    row_number() over (partition by kind order by ${by} desc, credit_code) as ${by}_place`;
}

function figures(by: "score" | "revenue"): string {
  const gained = "count(*) filter (where gained)";
  const auc = `(sum(${by}_rank) filter (where gained) - ${gained} * (${gained} + 1) / 2.0) / nullif(${gained} * (count(*) - ${gained}), 0)`;
  const first = (limit: string) => `count(*) filter (where gained and ${by}_place <= ${limit})`;
  return `jsonb_build_object('auc', round(${auc}, 4), 'precisionAtK', round(${first("k")}::numeric / nullif(${gained}, 0), 4),
    'liftTopTenth', round(${first("ceil(n / 10.0)")}::numeric / nullif(${gained}, 0) * count(*) / ceil(count(*) / 10.0), 2))`;
}
