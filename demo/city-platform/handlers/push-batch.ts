/** `POST /v1/batches` (section 6): the whole batch and its answer in one transaction. */
import { applyItems, type SoundItem } from "../apply-items.ts";
import { parseBatch, type BatchItem, type BatchRequest } from "../batch-request.ts";
import { malformed } from "../checks.ts";
import { instantNow } from "../clock.ts";
import type { Client } from "../database.ts";
import { judgeItem, rejected, type Outcome } from "../judge-item.ts";
import { limits } from "../limits.ts";
import { nextRevision } from "../meta.ts";
import {
  permittedDistrict,
  type Answer,
  type Call,
  type Handler,
  type Platform,
} from "../platform.ts";
import { Refusal } from "../refusal.ts";

interface Earlier {
  readonly body_sha256: string;
  readonly answer: object;
}

export const pushBatch: Handler = async (platform, call) => {
  const batch = parseBatch(call.body);
  permittedDistrict(call, batch.district);
  if (call.headers["idempotency-key"] !== batch.batchKey) {
    throw malformed([{ path: "Idempotency-Key", message: "is not the batchKey" }]);
  }
  refuseWhole(platform, batch);
  return platform.database.write(async (client) => {
    await lockBatch(client, batch.batchKey);
    const earlier = await earlierAnswer(client, batch.batchKey);
    if (earlier !== undefined) return replay(earlier, call);
    const answer = await take(platform, client, { batch, bodySha256: call.bodySha256 });
    platform.faults.crashIf("pushBatch", "crash-before-commit");
    return answer;
  });
};

async function lockBatch(client: Client, batchKey: string): Promise<void> {
  const { rows } = await client.query<{ got: boolean }>(
    "select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as got",
    [batchKey],
  );
  if (rows[0]?.got !== true) {
    throw new Refusal("BATCH_IN_PROGRESS", "this batch is being worked on", {
      retryAfterSeconds: 1,
    });
  }
}

async function earlierAnswer(client: Client, batchKey: string): Promise<Earlier | undefined> {
  await client.query(
    `delete from city.batch where batch_key = $1 and received_at < now() - make_interval(secs => $2)`,
    [batchKey, limits.idempotencyRetentionSeconds],
  );
  const { rows } = await client.query<Earlier>(
    "select body_sha256, answer from city.batch where batch_key = $1",
    [batchKey],
  );
  return rows[0];
}

function replay(earlier: Earlier, call: Call): Answer {
  if (earlier.body_sha256 !== call.bodySha256) {
    throw new Refusal("BATCH_KEY_REUSED", "this key was used with other bytes", {
      details: { knownSha256: earlier.body_sha256 },
    });
  }
  return { body: earlier.answer, headers: { "Idempotency-Replayed": "true" } };
}

interface Taken {
  readonly batch: BatchRequest;
  readonly bodySha256: string;
}

async function take(
  platform: Platform,
  client: Client,
  { batch, bodySha256 }: Taken,
): Promise<Answer> {
  const revision = await nextRevision(client);
  const outcomes: Outcome[] = [];
  const sound: SoundItem[] = [];
  const deferred: BatchItem[] = [];
  for (const item of batch.items) {
    const judged = judgeUnderFaults(platform, item, batch.district);
    if (!("outcome" in judged)) sound.push({ item, record: judged });
    else {
      outcomes.push(judged);
      if (judged.outcome === "deferred") deferred.push(item);
    }
  }
  outcomes.push(...(await applyItems(client, batch, sound)));
  outcomes.sort((a, b) => a.seq - b.seq);
  const receivedAt = instantNow();
  const answer = {
    batchKey: batch.batchKey,
    bodySha256,
    state: deferred.length > 0 ? "PENDING" : "COMPLETED",
    receivedAt,
    revision,
    outcomes,
    summary: summaryOf(outcomes),
  };
  await client.query(
    `insert into city.batch (batch_key, district, body_sha256, answer, deferred, received_at) values ($1, $2, $3, $4, $5, $6)`,
    [
      batch.batchKey,
      batch.district,
      bodySha256,
      JSON.stringify(answer),
      JSON.stringify(
        deferred.map((item) => ({ ...item, entityVersion: String(item.entityVersion) })),
      ),
      receivedAt,
    ],
  );
  return { body: answer };
}

export function summaryOf(outcomes: readonly Outcome[]): Record<Outcome["outcome"], number> {
  const summary = { applied: 0, unchanged: 0, rejected: 0, deferred: 0 };
  for (const { outcome } of outcomes) summary[outcome] += 1;
  return summary;
}

function judgeUnderFaults(platform: Platform, item: BatchItem, district: string) {
  const judged = judgeItem(item, district);
  if ("outcome" in judged) return judged;
  const named = { codes: [judged.creditCode] };
  const poison = platform.faults.strike("pushBatch", "reject", named);
  if (poison !== null) return rejected(item.seq, poison.code ?? "REFUSED", "平台拒收");
  if (platform.faults.strike("pushBatch", "defer", named) !== null) {
    return { seq: item.seq, outcome: "deferred", code: null, message: null } as const;
  }
  return judged;
}

/** As platforms do that validate by schema alone: one bad item, 400 for all, and no word which. */
function refuseWhole(platform: Platform, batch: BatchRequest): void {
  const codes = batch.items.map((item) => String(item.record["creditCode"]));
  if (platform.faults.strike("pushBatch", "refuse-batch", { codes }) !== null) {
    throw new Refusal("MALFORMED", "参数校验失败");
  }
}
