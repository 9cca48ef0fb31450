/** What the platform's own officers do later: take deferred items, and turn recommendations into titles. */
import { applyItems, type SoundItem } from "./apply-items.ts";
import { instantNow, nowMs } from "./clock.ts";
import type { Client, Database } from "./database.ts";
import { summaryOf } from "./handlers/push-batch.ts";
import { judgeItem, type Outcome, type Recommendation } from "./judge-item.ts";
import { nextRevision } from "./meta.ts";
import { writeTitles } from "./write-titles.ts";
import type { BatchItem } from "./batch-request.ts";

interface PendingBatch {
  readonly batch_key: string;
  readonly district: string;
  readonly answer: { readonly outcomes: readonly Outcome[] };
  readonly deferred: readonly (Omit<BatchItem, "entityVersion"> & { entityVersion: string })[];
}

/** Gives every deferred item its final outcome. Returns how many batches were settled. */
export async function settleDeferred(database: Database): Promise<number> {
  return database.write(async (client) => {
    const revision = await nextRevision(client);
    const { rows } = await client.query<PendingBatch>(
      "select batch_key, district, answer, deferred from city.batch where deferred <> '[]' for update",
    );
    for (const batch of rows) await settleBatch(client, batch, revision);
    return rows.length;
  });
}

async function settleBatch(client: Client, batch: PendingBatch, revision: string): Promise<void> {
  const generation = BigInt(batch.batch_key.split(":")[2] ?? "0");
  const sound: SoundItem[] = [];
  const fresh: Outcome[] = [];
  for (const stored of batch.deferred) {
    const item = { ...stored, entityVersion: BigInt(stored.entityVersion) };
    const judged = judgeItem(item, batch.district);
    if ("outcome" in judged) fresh.push(judged);
    else sound.push({ item, record: judged });
  }
  const frame = { batchKey: batch.batch_key, district: batch.district, generation };
  fresh.push(...(await applyItems(client, frame, sound)));
  const bySeq = new Map(fresh.map((outcome) => [outcome.seq, outcome]));
  const outcomes = batch.answer.outcomes.map((outcome) => bySeq.get(outcome.seq) ?? outcome);
  const answer = {
    ...batch.answer,
    state: "COMPLETED",
    revision,
    outcomes,
    summary: summaryOf(outcomes),
  };
  await client.query("update city.batch set answer = $2, deferred = '[]' where batch_key = $1", [
    batch.batch_key,
    JSON.stringify(answer),
  ]);
}

interface PendingRecommendation {
  readonly key: string;
  readonly district: string;
  readonly record: Recommendation;
}

/** Accepts up to `limit` pending recommendations: each becomes a title valid for three years from today. */
export async function approve(database: Database, limit: number): Promise<number> {
  return database.write(async (client) => {
    const { rows } = await client.query<PendingRecommendation>(
      `select key, district, record from city.recommendation
       where decision = 'PENDING' and not withdrawn order by key limit $1 for update`,
      [limit],
    );
    const today = instantNow().slice(0, 10);
    const validTo = yearsAfter(3);
    await writeTitles(
      client,
      rows.map(({ district, record }) => ({
        creditCode: record.creditCode,
        kind: record.kind,
        batch: record.batch,
        district,
        name: record.name,
        level: record.kind === "LITTLE_GIANT" ? "NATIONAL" : "MUNICIPAL",
        validFrom: today,
        validTo,
        status: "VALID",
        certificateNo: null,
      })),
    );
    await client.query(
      "update city.recommendation set decision = 'ACCEPTED', updated_at = $2 where key = any($1)",
      [rows.map((row) => row.key), instantNow()],
    );
    return rows.length;
  });
}

/** The day before the anniversary, as announcements print it. */
function yearsAfter(years: number): string {
  const date = new Date(nowMs());
  date.setUTCFullYear(date.getUTCFullYear() + years);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
