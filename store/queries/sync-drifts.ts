/** Drifts of form: opened by what a list shows, closed by the next whole list that does not. */
import type { PoolClient } from "../pool.ts";

export interface SeenDrift {
  readonly kind: string;
  readonly field: string;
  readonly example: string;
  /** Of the list that it was seen in. */
  readonly records: number;
}

export async function recordDrifts(
  client: PoolClient,
  place: { readonly peerId: string; readonly stream: string },
  seen: readonly SeenDrift[],
): Promise<void> {
  await client.query(
    `/* sync:record-drifts */ insert into sync_drifts as d (peer_id, stream, kind, field, example, records, state)
     select $1, $2, kind, field, example, records, 'OPEN'
     from jsonb_to_recordset($3) as n(kind text, field text, example text, records int)
     on conflict (peer_id, stream, kind, field) do update set example = excluded.example, records = excluded.records,
       state = 'OPEN', last_seen_at = now(),
       first_seen_at = case d.state when 'OPEN' then d.first_seen_at else now() end`,
    [place.peerId, place.stream, JSON.stringify(seen)],
  );
}

/** After a whole list: what it did not show is over. */
export async function closeOtherDrifts(
  client: PoolClient,
  place: { readonly peerId: string; readonly stream: string },
  seen: readonly SeenDrift[],
): Promise<void> {
  await client.query(
    `/* sync:close-drifts */ update sync_drifts d set state = 'CLOSED' where peer_id = $1 and stream = $2 and state = 'OPEN'
       and not exists (select from jsonb_to_recordset($3) as n(kind text, field text)
         where n.kind = d.kind and n.field = d.field)`,
    [place.peerId, place.stream, JSON.stringify(seen)],
  );
}
