import { array, assert, asyncProperty, constantFrom, option, record, string } from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";

import { recommendationDigestOf, titleDigestOf } from "../../store/queries/sync-canonical.ts";
import { recommendationDigest, titleDigest } from "../../sync/protocol/canonical-record.ts";
import { bucketOf } from "../../sync/protocol/digest-tree.ts";
import { sealBatch } from "../../sync/push/seal-batch.ts";
import type { SyncSession } from "../../sync/context.ts";
import { creditCodeOf } from "../demo/city-platform/titles-for-tests.ts";
import { createDistrict, type District } from "./district-kit.ts";
import { greetCity } from "./greet-city.ts";

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const here: District = await createDistrict();
let session: SyncSession;

beforeAll(async () => {
  await here.registerEnterprises(60);
  session = await greetCity(here);
});

const ack = () => here.rows("update sync_batches set state = 'ACKED' where state = 'SEALED'");
const sealedReasons = async (no: number): Promise<(string | null)[]> => {
  const rows = await here.rows<{ reason: string | null }>(
    "select record->>'reason' as reason from sync_batch_items where entity_key like $1 order by batch_no",
    [`${creditCodeOf(no)}%`],
  );
  return rows.map((row) => row.reason);
};

describe("notices", () => {
  test.each([
    ["an insert", "insert", 1],
    [
      "a change of what the city is told",
      "update recommendations set reason = 'x' where credit_code = $1",
      1,
    ],
    [
      "a change of what it is not told",
      "update recommendations set version = version + 1 where credit_code = $1",
      0,
    ],
    ["a write that came from the city", "city", 0],
    ["a deletion", "delete from recommendations where credit_code = $1", 1],
  ])("%s leaves %s", async (_, act, count) => {
    const before = await here.rows("select from sync_outbox");
    const client = await here.session();
    await client.query("begin");
    if (act === "insert") {
      await client.query(
        "insert into recommendations (credit_code, kind, batch, state, recommended_on) values ($1, 'EAGLET', 'n', 'PROPOSED', '2026-01-01')",
        [creditCodeOf(1)],
      );
    } else if (act === "city") {
      await client.query("select set_config('goldseed.sync_origin', 'CITY', true)");
      await client.query("update recommendations set reason = 'y' where credit_code = $1", [
        creditCodeOf(1),
      ]);
    } else await client.query(act, [creditCodeOf(1)]);
    await client.query("commit");
    await client.end();
    expect((await here.rows("select from sync_outbox")).length - before.length).toBe(count);
  });
});

test("a transaction that commits after a later one has been sealed is not passed over", async () => {
  const late = await here.session();
  await late.query("begin");
  await late.query(
    "insert into recommendations (credit_code, kind, batch, state, recommended_on, reason) values ($1, 'GAZELLE', 'e1', 'PROPOSED', '2026-01-01', 'late')",
    [creditCodeOf(10)],
  );
  await here.recommend(11, { batch: "e1", reason: "early" });
  expect(await sealBatch(session)).toBe("SEALED");
  await ack();
  expect([await sealedReasons(10), await sealedReasons(11)]).toEqual([[], ["early"]]);
  await late.query("commit");
  await late.end();
  expect(await sealBatch(session)).toBe("SEALED");
  await ack();
  expect(await sealedReasons(10)).toEqual(["late"]);
});

test("versions of one record are sealed in the order of their commits, whichever transaction began first", async () => {
  await here.recommend(12, { batch: "e2", reason: "v1" });
  const [first, second] = [await here.session(), await here.session()];
  await first.query("begin");
  await first.query("select txid_current()");
  await second.query("update recommendations set reason = 'v2' where credit_code = $1", [
    creditCodeOf(12),
  ]);
  await first.query("update recommendations set reason = 'v3' where credit_code = $1", [
    creditCodeOf(12),
  ]);
  expect(await sealBatch(session)).toBe("SEALED");
  await ack();
  await first.query("commit");
  await first.end();
  await second.end();
  await sealBatch(session);
  await ack();
  expect(await sealedReasons(12)).toEqual(["v2", "v3"]);
});

test("an open writer elsewhere does not hold the sealing up", async () => {
  const writer = await here.session();
  await writer.query("begin");
  await writer.query("update enterprises set score = 1 where credit_code = $1", [creditCodeOf(50)]);
  await here.recommend(13, { batch: "e3" });
  expect(await sealBatch(session)).toBe("SEALED");
  await writer.query("rollback");
  await writer.end();
  await ack();
});

test("a prepared transaction that nobody ends does not hold the sealing up, and is told when it ends", async (context) => {
  const [limit] = await here.rows<{ n: number }>(
    "select current_setting('max_prepared_transactions')::int as n",
  );
  if (limit?.n === 0) return context.skip("this server allows no prepared transactions");
  const forgotten = await here.session();
  await forgotten.query("begin");
  await forgotten.query(
    "insert into recommendations (credit_code, kind, batch, state, reason, recommended_on) values ($1, 'GAZELLE', 'e6', 'PROPOSED', 'prepared', '2026-01-01')",
    [creditCodeOf(14)],
  );
  await forgotten.query("prepare transaction 'forgotten'");
  await forgotten.end();
  await here.recommend(15, { batch: "e6", reason: "meanwhile" });
  expect(await sealBatch(session)).toBe("SEALED");
  await ack();
  expect([await sealedReasons(14), await sealedReasons(15)]).toEqual([[], ["meanwhile"]]);
  await here.rows("commit prepared 'forgotten'");
  expect(await sealBatch(session)).toBe("SEALED");
  await ack();
  expect(await sealedReasons(14)).toEqual(["prepared"]);
});

test("sealers that meet make one batch, and nothing is in two", async () => {
  for (let no = 20; no < 40; no++) await here.recommend(no, { batch: "e4" });
  const results = await Promise.all(Array.from({ length: 4 }, () => sealBatch(session)));
  expect(results.filter((result) => result === "SEALED")).toHaveLength(1);
  await ack();
  const twice = await here.rows(
    "select from sync_batch_items where entity_key like '%|e4' group by entity_key having count(*) > 1",
  );
  expect(twice).toEqual([]);
});

test("a change and its undoing before the sealing tell nothing", async () => {
  const key = `${creditCodeOf(41)}|GAZELLE|e5`;
  await here.recommend(41, { batch: "e5", reason: "a" });
  await sealBatch(session);
  await ack();
  await here.rows(
    `insert into sync_shadow (peer_id, stream, entity_key, owner, record, digest, version)
     select peer_id, stream, entity_key, 'DISTRICT', record, digest, entity_version from sync_batch_items where entity_key = $1`,
    [key],
  );
  await here.recommend(41, { batch: "e5", reason: "b" });
  await here.recommend(41, { batch: "e5", reason: "a" });
  expect(await sealBatch(session)).toBe("NOTHING");
  expect(await here.rows("select from sync_outbox where batch_no is null")).toEqual([]);
});

test("the database and the program agree on every digest and bucket", async () => {
  const text = string({ unit: "grapheme", maxLength: 12 }).map((t) => t.replaceAll("\u0000", "0"));
  const maybe = option(text, { nil: null });
  const row = record({
    batch: text.map((t) => `b${t.replaceAll("|", "-")}`),
    status: constantFrom("VALID", "EXPIRED", "REVOKED"),
    validFrom: constantFrom(null, "1999-12-31", "2024-02-29"),
    certificateNo: maybe,
    reason: maybe,
    townCode: constantFrom(null, "370211001"),
  });
  await assert(
    asyncProperty(array(row, { minLength: 1, maxLength: 20 }), async (list) => {
      const rows = list.map((r) => ({
        ...r,
        creditCode: creditCodeOf(1),
        kind: "GAZELLE",
        level: "NATIONAL",
      }));
      const { rows: found } = await here.database.owner.query<{
        title: string;
        recommendation: string;
        bucket: number;
      }>(
        `select encode(${titleDigestOf("t")}, 'hex') as title, encode(${recommendationDigestOf("t")}, 'hex') as recommendation,
           sync_bucket(t.batch) as bucket
         from rows from (jsonb_to_recordset($1) as (batch text, status text, "validFrom" date, "certificateNo" text,
           reason text, "townCode" text, "creditCode" text, kind text, level text)) with ordinality
           as t(batch, status, valid_from, certificate_no, reason, town_code, credit_code, kind, level, no)
         cross join lateral (select null::date as valid_to, t.valid_from as recommended_on) x
         order by no`
          .replaceAll("t.valid_to", "x.valid_to")
          .replaceAll("t.recommended_on", "x.recommended_on"),
        [JSON.stringify(rows)],
      );
      for (const [index, r] of rows.entries()) {
        expect(found[index]).toEqual({
          title: titleDigest({ ...r, validTo: null }),
          recommendation: recommendationDigest({ ...r, recommendedOn: r.validFrom as string }),
          bucket: bucketOf(r.batch),
        });
      }
    }),
    { numRuns: 60 },
  );
});
