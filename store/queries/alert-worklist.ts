/** The worklist for the command line, and how each screening's alerts ended. */
import type { AlertState } from "../../domain/vocabulary.ts";
import type { Pool } from "../pool.ts";

export interface WorklistFilter {
  readonly townCode: string | null;
  readonly states: readonly AlertState[];
  /** Only what is past its day; `today` is `YYYY-MM-DD`. */
  readonly overdueOn: string | null;
  readonly limit: number;
}

export interface WorklistRow {
  readonly id: string;
  readonly creditCode: string;
  readonly name: string;
  readonly town: string | null;
  readonly state: AlertState;
  readonly level: string;
  readonly headline: string;
  readonly dueOn: string;
  readonly assignee: string | null;
  readonly escalated: boolean;
}

export async function readWorklist(
  pool: Pool,
  filter: WorklistFilter,
): Promise<readonly WorklistRow[]> {
  const { rows } = await pool.query<WorklistRow>(
    `/* store:worklist */ select a.id, a.credit_code as "creditCode", e.name, t.name as town, a.state, a.level, a.headline,
       a.due_on::text as "dueOn", a.assignee, a.escalated_at is not null as escalated
     from alerts a join enterprises e on e.credit_code = a.credit_code left join areas t on t.code = a.town_code
     where a.state = any ($1) and ($2::text is null or a.town_code = $2) and ($3::date is null or (a.due_on < $3 and a.closed_at is null))
     order by a.due_on, a.credit_code, a.id limit $4`,
    [filter.states, filter.townCode, filter.overdueOn, filter.limit],
  );
  return rows;
}

/** The key of an alert by its id, or by the beginning of it that a screen shows. */
export async function findAlerts(
  pool: Pool,
  idStart: string,
): Promise<readonly { readonly creditCode: string; readonly id: string }[]> {
  const { rows } = await pool.query<{ creditCode: string; id: string }>(
    `/* store:find-alert */ select credit_code as "creditCode", id from alerts where starts_with(id::text, $1) limit 3`,
    [idStart],
  );
  return rows;
}

export interface ScreeningFeedback {
  readonly raised: number;
  readonly open: number;
  readonly falseAlarms: number;
  /** Alerts that came to an end. */
  readonly settled: number;
}

export async function readFeedback(pool: Pool, screeningId: string): Promise<ScreeningFeedback> {
  const { rows } = await pool.query<ScreeningFeedback>(
    `/* store:screening-feedback */ select count(*)::int as raised, count(*) filter (where closed_at is null)::int as open,
       count(*) filter (where state = 'FALSE_ALARM')::int as "falseAlarms", count(*) filter (where closed_at is not null)::int as settled
     from alerts where screening_id = $1`,
    [screeningId],
  );
  return rows[0] ?? { raised: 0, open: 0, falseAlarms: 0, settled: 0 };
}
