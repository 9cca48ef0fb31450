/** How many enterprises stand where, by pack and by the outcome of comparing titles. */
import type { Pool } from "../pool.ts";

export interface AssessmentCounts {
  readonly packs: readonly {
    readonly pack: string;
    readonly passing: number;
    readonly failing: number;
    readonly unknown: number;
  }[];
  readonly outcomes: readonly {
    readonly kind: string;
    readonly outcome: string;
    readonly count: number;
  }[];
}

export async function countAssessments(pool: Pool): Promise<AssessmentCounts> {
  const packs = await pool.query(
    `/* store:assessment-counts */ select pack_id as pack, count(*) filter (where verdict = 'TRUE')::int as passing,
       count(*) filter (where verdict = 'FALSE')::int as failing, count(*) filter (where verdict = 'UNKNOWN')::int as unknown
     from assessments where superseded_at is null group by 1 order by 1`,
  );
  const outcomes = await pool.query(
    `/* store:verification-counts */ select kind, outcome, count(*)::int as count from title_verifications group by 1, 2 order by 1, 2`,
  );
  return {
    packs: packs.rows as AssessmentCounts["packs"],
    outcomes: outcomes.rows as AssessmentCounts["outcomes"],
  };
}

/** Day of the latest verdict in force; null before the first judgement. */
export async function lastJudgedOn(pool: Pool): Promise<string | null> {
  const { rows } = await pool.query<{ day: string | null }>(
    "/* store:last-judged */ select max(as_of)::text as day from assessments where superseded_at is null",
  );
  return rows[0]?.day ?? null;
}
