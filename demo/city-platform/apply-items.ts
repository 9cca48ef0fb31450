/** Writes sound recommendations, judged against what is held: by version, and by what is certified or closed. */
import type { BatchItem } from "./batch-request.ts";
import { bucketOf, keyOf } from "./canonical.ts";
import { instantNow } from "./clock.ts";
import type { Client } from "./database.ts";
import { type Outcome, type Recommendation, rejected } from "./judge-item.ts";

export interface SoundItem {
  readonly item: BatchItem;
  readonly record: Recommendation;
}

export interface BatchFrame {
  readonly batchKey: string;
  readonly district: string;
  readonly generation: bigint;
}

interface Standing {
  readonly held: ReadonlyMap<string, { generation: bigint; version: bigint }>;
  /** `creditCode|kind` of every title in force. */
  readonly certified: ReadonlySet<string>;
  readonly closed: ReadonlySet<string>;
}

/** One outcome for each item. The caller holds the revision lock. */
export async function applyItems(
  client: Client,
  frame: BatchFrame,
  items: readonly SoundItem[],
): Promise<Outcome[]> {
  const standing = await standingOf(client, items);
  const outcomes: Outcome[] = [];
  const writes = new Map<string, SoundItem>();
  for (const sound of items) {
    const key = keyOf(sound.record);
    const outcome = writes.has(key)
      ? rejected(sound.item.seq, "DUPLICATE_ITEM", `本批中 ${key} 出现两次`)
      : outcomeOf(frame, sound, standing);
    if (outcome.outcome === "applied") writes.set(key, sound);
    outcomes.push(outcome);
  }
  await writeRecommendations(client, frame, [...writes.values()]);
  return outcomes;
}

function outcomeOf(frame: BatchFrame, sound: SoundItem, standing: Standing): Outcome {
  const { item, record } = sound;
  const { seq } = item;
  const known = standing.held.get(keyOf(record));
  const stale =
    known !== undefined &&
    (known.generation > frame.generation ||
      (known.generation === frame.generation && known.version >= item.entityVersion));
  if (stale) return { seq, outcome: "unchanged", code: null, message: null };
  if (item.op === "UPSERT") {
    if (standing.closed.has(record.batch)) {
      return rejected(seq, "BATCH_CLOSED", `批次 ${record.batch} 已截止`);
    }
    if (standing.certified.has(`${record.creditCode}|${record.kind}`)) {
      return rejected(seq, "ALREADY_CERTIFIED", "该企业已有此称号且在有效期内");
    }
  }
  return { seq, outcome: "applied", code: null, message: null };
}

async function standingOf(client: Client, items: readonly SoundItem[]): Promise<Standing> {
  const keys = items.map(({ record }) => keyOf(record));
  const codes = items.map(({ record }) => record.creditCode);
  const held = await client.query<{ key: string; generation: string; version: string }>(
    `select key, generation::text, entity_version::text as version from city.recommendation where key = any($1)`,
    [keys],
  );
  const certified = await client.query<{ name: string }>(
    `select distinct credit_code || '|' || kind as name from city.title
     where credit_code = any($1) and status = 'VALID' and not deleted`,
    [codes],
  );
  const closed = await client.query<{ batch: string }>("select batch from city.closed_batch");
  return {
    held: new Map(
      held.rows.map((row) => [
        row.key,
        { generation: BigInt(row.generation), version: BigInt(row.version) },
      ]),
    ),
    certified: new Set(certified.rows.map((row) => row.name)),
    closed: new Set(closed.rows.map((row) => row.batch)),
  };
}

async function writeRecommendations(
  client: Client,
  frame: BatchFrame,
  items: readonly SoundItem[],
): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(({ item, record }) => ({
    key: keyOf(record),
    credit_code: record.creditCode,
    name: record.name,
    record,
    entity_version: item.entityVersion.toString(),
    withdrawn: item.op === "WITHDRAW",
    digest: item.digest,
    bucket: bucketOf(keyOf(record)),
  }));
  const values = [
    JSON.stringify(rows),
    frame.district,
    frame.generation.toString(),
    frame.batchKey,
    instantNow(),
  ];
  await client.query(
    `insert into city.recommendation (key, credit_code, district, record, generation, entity_version, withdrawn,
       batch_key, updated_at, digest, bucket)
     select key, credit_code, $2, record, $3::bigint, entity_version, withdrawn, $4, $5::timestamptz,
       decode(digest, 'hex'), bucket
     from jsonb_to_recordset($1::jsonb) as r(key text, credit_code text, record jsonb, entity_version bigint,
       withdrawn boolean, digest text, bucket int)
     on conflict (key) do update set record = excluded.record, generation = excluded.generation,
       entity_version = excluded.entity_version, withdrawn = excluded.withdrawn, batch_key = excluded.batch_key,
       updated_at = excluded.updated_at, digest = excluded.digest`,
    values,
  );
  await client.query(
    `insert into city.enterprise (credit_code, district, name, updated_at)
     select distinct on (credit_code) credit_code, $2, name, $3::timestamptz
     from jsonb_to_recordset($1::jsonb) as r(credit_code text, name text) on conflict do nothing`,
    [values[0], frame.district, instantNow()],
  );
}
