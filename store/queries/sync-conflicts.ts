/** Questions that the exchange cannot answer by itself, and answers that it gave by rule. */
import { channels, notify } from "../notify.ts";
import type { Pool, PoolClient } from "../pool.ts";

export const conflictKinds = [
  /** A title for an enterprise that our registry does not have. */
  "UNMATCHED",
  /** A record that is not of the protocol. */
  "INVALID",
  /** A title under the key of a grant of our own. */
  "OWNER_CLASH",
  /** Held here, left out of one complete list; a second one removes it. */
  "MISSING_AT_CITY",
  /** We changed a field that the city owns; restored. */
  "LOCAL_EDIT",
  /** The city changed a field that we own; kept. Asked of an officer when it happens again and again. */
  "FOREIGN_WRITE",
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

export interface NewConflict {
  readonly key: string;
  readonly kind: ConflictKind;
  readonly field: string | null;
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
  readonly reason: string;
  /** Null leaves it open; a word closes it at once, as a record of what the rule decided. */
  readonly decision: string | null;
}

/** Opens what is not open already for the same entity and kind; what came last is what is shown. */
export async function recordConflicts(
  client: PoolClient,
  place: { readonly peerId: string; readonly stream: string },
  conflicts: readonly NewConflict[],
): Promise<void> {
  if (conflicts.length === 0) return;
  const values = [place.peerId, place.stream, JSON.stringify(conflicts)];
  const from = `jsonb_to_recordset($3) as n(key text, kind text, field text, base jsonb, ours jsonb, theirs jsonb,
       reason text, decision text)`;
  const renewed = await client.query<{ id: string }>(
    `/* sync:renew-conflicts */ update sync_conflicts c set their_value = n.theirs, reason = n.reason from ${from}
     where c.peer_id = $1 and c.stream = $2 and c.entity_key = n.key and c.kind = n.kind and c.state = 'OPEN'
       and n.decision is null returning c.id`,
    values,
  );
  const opened = await client.query<{ id: string }>(
    `/* sync:open-conflicts */ insert into sync_conflicts (peer_id, stream, entity_key, field, kind, base_value,
       our_value, their_value, state, reason, decision, decided_at, decided_by)
     select $1, $2, key, field, kind, base, ours, theirs, case when decision is null then 'OPEN' else 'DECIDED' end,
       reason, decision, case when decision is not null then now() end, case when decision is not null then 'RULE' end
     from ${from}
     where decision is not null or not exists (select from sync_conflicts c where c.peer_id = $1 and c.stream = $2
       and c.entity_key = n.key and c.kind = n.kind and (c.state = 'OPEN'
         or (${answeredByOfficer("c")} and c.their_value is not distinct from n.theirs))) returning id`,
    values,
  );
  await tell(client, [...renewed.rows, ...opened.rows]);
}

async function tell(client: PoolClient, rows: readonly { readonly id: string }[]): Promise<void> {
  await notify(
    client,
    channels.syncConflicts,
    rows.map(({ id }) => id),
  );
}

/** What an officer has answered is not asked again until the city tells something else. */
function answeredByOfficer(alias: string): string {
  return `(${alias}.state = 'DECIDED' and ${alias}.decided_by <> 'RULE' and ${alias}.decision in ('DISMISS', 'KEEP_OURS'))`;
}

/** Closes open questions of these entities and kinds: what they asked has been answered by events. */
export async function closeConflicts(
  client: PoolClient,
  place: { readonly peerId: string; readonly stream: string },
  answered: {
    readonly keys: readonly string[];
    readonly kinds: readonly ConflictKind[];
    readonly decision: string;
  },
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `/* sync:close-conflicts */ update sync_conflicts set state = 'DECIDED', decided_at = now(), decided_by = 'RULE',
       decision = $5 where peer_id = $1 and stream = $2 and entity_key = any($3) and kind = any($4) and state = 'OPEN'
       returning id`,
    [place.peerId, place.stream, answered.keys, answered.kinds, answered.decision],
  );
  await tell(client, rows);
}

export interface OpenQuestion {
  readonly key: string;
  readonly kind: ConflictKind;
  readonly theirs: unknown;
}

/** Questions that may have answered themselves: the enterprise has been registered, the record can be read now. */
export async function readRetriable(
  client: Pool | PoolClient,
  peerId: string,
): Promise<readonly OpenQuestion[]> {
  const { rows } = await client.query<OpenQuestion>(
    `/* sync:retriable */ select entity_key as key, kind, their_value as theirs from sync_conflicts c
     where peer_id = $1 and stream = 'titles' and state = 'OPEN' and (kind = 'INVALID'
       or (kind = 'UNMATCHED' and exists (select from enterprises e where e.credit_code = split_part(c.entity_key, '|', 1)))
       or (kind = 'OWNER_CLASH' and not exists (select from titles t where t.origin = 'DISTRICT'
         and t.credit_code || '|' || t.kind || '|' || t.batch = c.entity_key)))
     order by entity_key`,
    [peerId],
  );
  return rows;
}

/** Open questions of that kind: what the city had told when each was asked, by key. */
export async function readOpenKeys(
  client: Pool | PoolClient,
  place: { readonly peerId: string; readonly stream: string },
  kind: ConflictKind,
): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await client.query<{ key: string; theirs: unknown }>(
    `/* sync:open-keys */ select entity_key as key, their_value as theirs from sync_conflicts
     where peer_id = $1 and stream = $2 and kind = $3 and state = 'OPEN'`,
    [place.peerId, place.stream, kind],
  );
  return new Map(rows.map(({ key, theirs }) => [key, theirs]));
}
