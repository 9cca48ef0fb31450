/** Webhooks: registered, listed with how their deliveries stand, paused, removed. */
import type { WebhookState } from "../../domain/alerts/webhook.ts";
import type { Classification, Role, Tier } from "../../domain/vocabulary.ts";
import type { Pool, PoolClient } from "../pool.ts";

export interface NewWebhook {
  readonly name: string;
  readonly url: string;
  readonly raisedOnly: boolean;
  readonly subject: string;
  readonly tier: Tier;
  readonly areaCodes: readonly string[];
  readonly role: Role;
  readonly clearance: Classification;
}

export interface WebhookRow extends NewWebhook {
  readonly id: string;
  readonly state: WebhookState;
  /** Null while active. */
  readonly stateReason: string | null;
  readonly generation: number;
  readonly createdAt: string;
}

export interface ListedWebhook extends WebhookRow {
  readonly pending: number;
  readonly delivered: number;
  readonly withheld: number;
  readonly dead: number;
  /** Null before the first. */
  readonly lastDeliveredAt: string | null;
  /** Of the newest delivery that failed and has not got through since; null when none has. */
  readonly lastError: string | null;
}

const columns = `id, name, url, raised_only as "raisedOnly", state, state_reason as "stateReason", subject, tier, area_codes as "areaCodes",
  role, clearance, generation, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt"`;

/** @returns its id. */
export async function insertWebhook(client: PoolClient, row: NewWebhook): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `/* store:webhook */ insert into webhooks (name, url, raised_only, subject, tier, area_codes, role, clearance)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      row.name,
      row.url,
      row.raisedOnly,
      row.subject,
      row.tier,
      row.areaCodes,
      row.role,
      row.clearance,
    ],
  );
  return rows[0]?.id ?? "";
}

/** Until the transaction ends: one registration of an owner at a time. */
export async function lockWebhooksOf(client: PoolClient, subject: string): Promise<void> {
  await client.query(
    `/* store:lock-webhooks-of */ select pg_advisory_xact_lock(hashtextextended('goldseed:webhooks:' || $1, 0))`,
    [subject],
  );
}

export async function countWebhooks(client: PoolClient, subject: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `/* store:webhooks-of */ select count(*)::int as count from webhooks where subject = $1 and state <> 'REMOVED'`,
    [subject],
  );
  return rows[0]?.count ?? 0;
}

/** The row, locked for the caller's transaction; one that was removed is not there. */
export async function lockWebhook(client: PoolClient, id: string): Promise<WebhookRow | undefined> {
  const { rows } = await client.query<WebhookRow>(
    `/* store:lock-webhook */ select ${columns} from webhooks where id = $1 and state <> 'REMOVED' for update`,
    [id],
  );
  return rows[0];
}

export async function writeWebhookState(
  client: Pool | PoolClient,
  id: string,
  state: WebhookState,
  reason: string | null,
): Promise<void> {
  await client.query(
    `/* store:webhook-state */ update webhooks set state = $2, state_reason = $3 where id = $1 and state <> 'REMOVED'`,
    [id, state, reason],
  );
  if (state === "REMOVED")
    await client.query(
      `/* store:webhook-forget */ delete from webhook_deliveries where target = $1 and state = 'PENDING'`,
      [id],
    );
}

/** A new secret; messages bear both signatures for so many seconds. @returns the generation that signs now. */
export async function rotateSecret(
  client: PoolClient,
  id: string,
  overlapS: number,
): Promise<number> {
  const { rows } = await client.query<{ generation: number }>(
    `/* store:webhook-rotate */ update webhooks set generation = generation + 1, former_until = now() + make_interval(secs => $2)
     where id = $1 returning generation`,
    [id, overlapS],
  );
  return rows[0]?.generation ?? 1;
}

/** Dead deliveries are due again, from the first attempt on. @returns how many. */
export async function reviveDeliveries(client: PoolClient, id: string): Promise<number> {
  const { rowCount } = await client.query(
    `/* store:webhook-revive */ update webhook_deliveries set state = 'PENDING', attempts = 0, next_attempt_at = now(), settled_at = null
     where target = $1 and state = 'DEAD'`,
    [id],
  );
  return rowCount ?? 0;
}

/** @param subject of the owner; null for all. */
export async function listWebhooks(
  pool: Pool | PoolClient,
  subject: string | null,
  id: string | null = null,
): Promise<readonly ListedWebhook[]> {
  const { rows } = await pool.query<ListedWebhook>(
    `/* store:webhooks */ select ${columns}, d.* from webhooks w left join lateral (
       select count(*) filter (where d.state = 'PENDING')::int as pending, count(*) filter (where d.state = 'DELIVERED')::int as delivered,
         count(*) filter (where d.state = 'WITHHELD')::int as withheld, count(*) filter (where d.state = 'DEAD')::int as dead,
         to_char(max(settled_at) filter (where d.state = 'DELIVERED') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastDeliveredAt",
         (array_agg(last_error order by coalesce(settled_at, next_attempt_at) desc) filter (where d.state in ('PENDING', 'DEAD') and last_error is not null))[1] as "lastError"
       from webhook_deliveries d where d.target = w.id::text) d on true
     where w.state <> 'REMOVED' and ($1::text is null or w.subject = $1) and ($2::uuid is null or w.id = $2) order by w.created_at, w.id`,
    [subject, id],
  );
  return rows;
}
