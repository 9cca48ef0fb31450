/** Single alerts: read under a lock, moved on, each step with its event and its notice in the caller's transaction. */
import type {
  AlertHandler,
  AlertState,
  FollowUpKind,
  FollowUpOutcome,
} from "../../domain/vocabulary.ts";
import type { PoolClient } from "../pool.ts";

export interface AlertKey {
  readonly creditCode: string;
  readonly id: string;
}

export interface AlertRow extends AlertKey {
  readonly townCode: string | null;
  readonly zoneCode: string | null;
  readonly state: AlertState;
  readonly assignee: string | null;
  readonly handler: AlertHandler;
  readonly version: number;
  readonly dueOn: string;
}

/** The alert, locked for the caller's transaction. */
export async function lockAlert(
  client: PoolClient,
  { creditCode, id }: AlertKey,
): Promise<AlertRow | undefined> {
  const { rows } = await client.query<AlertRow>(
    `/* store:lock-alert */ select credit_code as "creditCode", id, town_code as "townCode", zone_code as "zoneCode", state, assignee, handler, version, due_on::text as "dueOn"
     from alerts where credit_code = $1 and id = $2 for update`,
    [creditCode, id],
  );
  return rows[0];
}

export interface AlertStep {
  readonly from: AlertRow;
  readonly to: AlertState;
  readonly actor: string;
  readonly reason: string | null;
  readonly assignee: string | null;
  readonly handler: AlertHandler;
  readonly dueOn: string;
  readonly isFinal: boolean;
}

/** @returns the alert's version after the step. */
export async function writeAlertStep(client: PoolClient, step: AlertStep): Promise<number> {
  const { from } = step;
  const { rows } = await client.query<{ version: number }>(
    `/* store:alert-step */ with moved as (
       update alerts set state = $3, assignee = $4, handler = $5, due_on = $6, version = version + 1,
         closed_at = case when $7 then now() end, closing_reason = case when $7 then $8 end,
         escalated_at = case when $6::date > due_on then null else escalated_at end
       where credit_code = $1 and id = $2 returning credit_code, town_code, zone_code, id, version
     ), told as (
       insert into alert_events (credit_code, town_code, zone_code, alert_id, sequence, from_state, to_state, actor, reason)
       select credit_code, town_code, zone_code, id, version, $9, $3, $10, $8 from moved
     ), noticed as (
       insert into alert_outbox (credit_code, town_code, zone_code, alert_id, sequence)
       select credit_code, town_code, zone_code, id, version from moved
     ) select version from moved`,
    [
      from.creditCode,
      from.id,
      step.to,
      step.assignee,
      step.handler,
      step.dueOn,
      step.isFinal,
      step.reason,
      from.state,
      step.actor,
    ],
  );
  return rows[0]?.version ?? from.version;
}

/** Marks what is past its day and not yet told to the district. @returns how many. */
export async function escalateAlerts(
  client: PoolClient,
  {
    today,
    actor,
    reason,
  }: { readonly today: string; readonly actor: string; readonly reason: string },
): Promise<number> {
  const { rowCount } = await client.query(
    `/* store:alerts-overdue */ with late as (
       update alerts set escalated_at = now(), version = version + 1
       where closed_at is null and escalated_at is null and due_on < $1
       returning credit_code, town_code, zone_code, id, version, state
     ), told as (
       insert into alert_events (credit_code, town_code, zone_code, alert_id, sequence, from_state, to_state, actor, reason)
       select credit_code, town_code, zone_code, id, version, state, state, $2, $3 from late
     ) insert into alert_outbox (credit_code, town_code, zone_code, alert_id, sequence)
       select credit_code, town_code, zone_code, id, version from late`,
    [today, actor, reason],
  );
  return rowCount ?? 0;
}

export interface NewFollowUp {
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly zoneCode: string | null;
  readonly alertId: string | null;
  readonly kind: FollowUpKind;
  readonly outcome: FollowUpOutcome;
  readonly note: string | null;
  readonly actor: string;
  readonly happenedOn: string;
}

/** @returns its id. */
export async function insertFollowUp(client: PoolClient, row: NewFollowUp): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `/* store:follow-up */ insert into follow_ups (credit_code, town_code, zone_code, alert_id, kind, outcome, note, actor, happened_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      row.creditCode,
      row.townCode,
      row.zoneCode,
      row.alertId,
      row.kind,
      row.outcome,
      row.note,
      row.actor,
      row.happenedOn,
    ],
  );
  return rows[0]?.id ?? "";
}
