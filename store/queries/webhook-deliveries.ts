/**
 * What webhooks are still to be told. A delivery is taken for a while and not for good: a process that dies with it in hand
 * loses nothing, the next one tries again with the same message id.
 */
import type { DeliveryState } from "../../domain/alerts/webhook.ts";
import type { Classification, Role, Tier } from "../../domain/vocabulary.ts";
import type { Pool } from "../pool.ts";

/** Writes the deliveries of notices that have none yet, each notice once. @returns how many notices were looked at. */
export async function writeDeliveries(pool: Pool, limit: number): Promise<number> {
  const { rows } = await pool.query<{ looked: number }>(
    `/* store:webhook-fan-out */ with unsent as (
       select credit_code, alert_id, sequence from alert_outbox where delivered_at is null and exists (select from webhooks where state <> 'REMOVED')
       order by written_at limit $1 for update skip locked
     ), seen as (
       update alert_outbox o set delivered_at = now() from unsent u
       where o.credit_code = u.credit_code and o.alert_id = u.alert_id and o.sequence = u.sequence
       returning o.credit_code, o.alert_id, o.sequence, o.town_code, o.zone_code, o.written_at
     ), written as (
       insert into webhook_deliveries (credit_code, alert_id, sequence, target)
       select s.credit_code, s.alert_id, s.sequence, w.id::text from seen s join webhooks w on w.state <> 'REMOVED' and w.created_at <= s.written_at
         and (not w.raised_only or s.sequence = 1)
         and case w.tier when 'DISTRICT' then true when 'TOWN' then s.town_code = any (w.area_codes) when 'ZONE' then s.zone_code = any (w.area_codes) else false end
       on conflict do nothing
     ) select count(*)::int as looked from seen`,
    [limit],
  );
  return rows[0]?.looked ?? 0;
}

/** Active webhooks for which something is due. */
export async function readDueTargets(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `/* store:webhooks-due */ select w.id from webhooks w where w.state = 'ACTIVE'
       and exists (select from webhook_deliveries d where d.target = w.id::text and d.state = 'PENDING' and d.next_attempt_at <= now())`,
  );
  return rows.map(({ id }) => id);
}

export interface DeliveryKey {
  readonly creditCode: string;
  readonly alertId: string;
  readonly sequence: number;
  readonly target: string;
}

export interface TakenDelivery extends DeliveryKey {
  /** 1 for the first. */
  readonly attempt: number;
  /** When the event was written. */
  readonly at: Date;
}

/** @param leaseMs after which another may take them. */
export async function takeDeliveries(
  pool: Pool,
  target: string,
  { limit, leaseMs }: { readonly limit: number; readonly leaseMs: number },
): Promise<readonly TakenDelivery[]> {
  const { rows } = await pool.query<TakenDelivery>(
    `/* store:webhook-take */ with due as (
       select credit_code, alert_id, sequence, target from webhook_deliveries
       where target = $1 and state = 'PENDING' and next_attempt_at <= now() order by next_attempt_at limit $2 for update skip locked
     ) update webhook_deliveries d set attempts = d.attempts + 1, next_attempt_at = now() + make_interval(secs => $3)
     from due join alert_outbox o on o.credit_code = due.credit_code and o.alert_id = due.alert_id and o.sequence = due.sequence
     where d.credit_code = due.credit_code and d.alert_id = due.alert_id and d.sequence = due.sequence and d.target = due.target
     returning d.credit_code as "creditCode", d.alert_id as "alertId", d.sequence, d.target, d.attempts as attempt, o.written_at as at`,
    [target, limit, leaseMs / 1_000],
  );
  return rows;
}

/** How a webhook stands at this moment, with what the server says of its owner. */
export interface DeliveringWebhook {
  readonly id: string;
  readonly url: string;
  readonly subject: string;
  readonly tier: Tier;
  readonly areaCodes: readonly string[];
  readonly role: Role;
  readonly clearance: Classification;
  readonly generation: number;
  /** Whether the secret before signs too. */
  readonly signsFormer: boolean;
  /** Null when the owner has none. */
  readonly assignment: {
    readonly tier: Tier;
    readonly areaCodes: readonly string[];
    readonly role: Role;
    readonly clearance: Classification;
    readonly disabled: boolean;
  } | null;
  /** Whether all tokens of the owner were withdrawn since it was registered. */
  readonly revoked: boolean;
}

export async function readDeliveringWebhook(
  pool: Pool,
  id: string,
): Promise<DeliveringWebhook | undefined> {
  const { rows } = await pool.query<DeliveringWebhook>(
    `/* store:webhook-delivering */ select w.id, w.url, w.subject, w.tier, w.area_codes as "areaCodes", w.role, w.clearance, w.generation,
       coalesce(w.former_until > now(), false) as "signsFormer",
       case when a.subject is not null then jsonb_build_object('tier', a.tier, 'areaCodes', a.area_codes, 'role', a.role, 'clearance', a.clearance,
         'disabled', a.disabled_at is not null and a.disabled_at <= now()) end as assignment,
       exists (select from revocations r where r.kind = 'SUBJECT' and r.value = w.subject and r.before > w.created_at) as revoked
     from webhooks w left join assignments a on a.subject = w.subject where w.id = $1 and w.state = 'ACTIVE'`,
    [id],
  );
  return rows[0];
}

export async function settleDelivery(
  pool: Pool,
  { creditCode, alertId, sequence, target }: DeliveryKey,
  state: Exclude<DeliveryState, "PENDING">,
  error: string | null,
): Promise<void> {
  await pool.query(
    `/* store:webhook-settle */ update webhook_deliveries set state = $5, last_error = $6, settled_at = now()
     where credit_code = $1 and alert_id = $2 and sequence = $3 and target = $4 and state = 'PENDING'`,
    [creditCode, alertId, sequence, target, state, error],
  );
}

/** @param pauseS until the next attempt. */
export async function postponeDelivery(
  pool: Pool,
  { creditCode, alertId, sequence, target }: DeliveryKey,
  pauseS: number,
  error: string,
): Promise<void> {
  await pool.query(
    `/* store:webhook-postpone */ update webhook_deliveries set next_attempt_at = now() + make_interval(secs => $5), last_error = $6
     where credit_code = $1 and alert_id = $2 and sequence = $3 and target = $4 and state = 'PENDING'`,
    [creditCode, alertId, sequence, target, pauseS, error],
  );
}

export interface FailedDelivery {
  readonly creditCode: string;
  readonly alertId: string;
  readonly sequence: number;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly settledAt: string;
}

/** What was given up, newest first. */
export async function listDead(
  pool: Pool,
  target: string,
  limit: number,
): Promise<readonly FailedDelivery[]> {
  const { rows } = await pool.query<FailedDelivery>(
    `/* store:webhook-dead */ select credit_code as "creditCode", alert_id as "alertId", sequence, attempts, last_error as "lastError",
       to_char(settled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "settledAt"
     from webhook_deliveries where target = $1 and state = 'DEAD' order by settled_at desc, credit_code, alert_id, sequence limit $2`,
    [target, limit],
  );
  return rows;
}
