/** Decisions of officers, remembered: a record like one that was decided is not asked about again. */
import type { Pool, PoolClient } from "../pool.ts";

export const linkDecisionKinds = ["LINK", "ALIAS", "BRANCH_OF", "NOT_REGISTERED", "SPLIT"] as const;
export type LinkDecisionKind = (typeof linkDecisionKinds)[number];

export interface RememberedDecision {
  readonly groupKey: string;
  readonly decision: LinkDecisionKind;
  /** Null where no enterprise is meant. */
  readonly creditCode: string | null;
}

/** Decisions in force for the keys given; one that was undone is not in force. */
export async function findDecisions(
  client: PoolClient,
  keys: readonly string[],
): Promise<ReadonlyMap<string, RememberedDecision>> {
  const { rows } = await client.query<RememberedDecision>(
    `/* store:link-decisions */ select group_key as "groupKey", decision, credit_code as "creditCode"
    from link_decisions where group_key = any($1) and revoked_at is null`,
    [keys],
  );
  return new Map(rows.map((row) => [row.groupKey, row]));
}

/** Keys of the decisions in force about records of a source. */
export async function readSourceDecisions(
  pool: Pool,
  sourceId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ groupKey: string }>(
    `/* store:link-decisions-of-source */ select group_key as "groupKey" from link_decisions
    where split_part(group_key, '|', 1) = $1 and revoked_at is null`,
    [sourceId],
  );
  return new Set(rows.map(({ groupKey }) => groupKey));
}

/** A later decision on the same group takes the place of the earlier one. */
export async function rememberDecision(
  client: PoolClient,
  given: RememberedDecision & { readonly reviewId: string; readonly decidedBy: string },
): Promise<void> {
  const { groupKey, decision, creditCode, reviewId, decidedBy } = given;
  await client.query(
    `/* store:link-remember */ insert into link_decisions (group_key, decision, credit_code, review_id, decided_by)
    values ($1, $2, $3, $4, $5) on conflict (group_key) do update set decision = excluded.decision,
      credit_code = excluded.credit_code, review_id = excluded.review_id, decided_by = excluded.decided_by,
      decided_at = now(), revoked_at = null`,
    [groupKey, decision, creditCode, reviewId, decidedBy],
  );
}

export interface RevokedDecision {
  readonly decision: LinkDecisionKind;
  readonly creditCode: string | null;
  /** The name that the records bore. */
  readonly mentionName: string;
}

/** Undefined when nothing is in force for the key. */
export async function revokeDecision(
  client: PoolClient,
  groupKey: string,
): Promise<RevokedDecision | undefined> {
  const { rows } = await client.query<RevokedDecision>(
    `/* store:link-revoke */ update link_decisions d set revoked_at = now() where group_key = $1 and revoked_at is null
    returning decision, credit_code as "creditCode", coalesce((select r.record #>> '{mention,name}' from link_reviews r
      where r.id = d.review_id), '') as "mentionName"`,
    [groupKey],
  );
  return rows[0];
}
