/**
 * Every kind of tampering with the audit is found, named, and traced to the first entry that does not hold. The tamperer
 * owns the tables, and in the last cases knows how digests are made; what it has not is the key and the heads elsewhere.
 */
import { generateKeyPairSync } from "node:crypto";

import { beforeEach, expect, test } from "vitest";

import type { AuditCategory } from "../../../domain/audit-event.ts";
import { appendEntries } from "../../../store/audit/append-entries.ts";
import type { AuditBreak } from "../../../store/audit/audit-break.ts";
import { type AuditHead, signHead } from "../../../store/audit/audit-heads.ts";
import { readAudit } from "../../../store/audit/audit-rows.ts";
import type { AuditKey } from "../../../store/audit/audit-signature.ts";
import { signText } from "../../../store/audit/audit-signature.ts";
import { digestOf, genesis } from "../../../store/audit/entry-digest.ts";
import { proveSegment } from "../../../store/audit/prove-segment.ts";
import { pruneAudit } from "../../../store/audit/prune-audit.ts";
import { type Provers, verifyAudit } from "../../../store/audit/verify-audit.ts";
import { createTestDatabase } from "../../kit/database.ts";

const db = await createTestDatabase();
const makeKey = (kid: string): AuditKey => {
  const { x = "", d = "" } = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
  return { kty: "OKP", crv: "Ed25519", kid, x, d };
};
const key = makeKey("audit-1");
const shipped: AuditHead[] = [];

const add = (
  count: number,
  category: AuditCategory = "ACCESS",
  algorithm: "sha256" | "sm3" = "sha256",
) =>
  appendEntries(
    db.worker,
    Array.from({ length: count }, (_, at) => ({
      actor: `actor-${at % 3}`,
      category,
      action: "graph.read",
      outcome: "DONE" as const,
      fields: ["TaxPayment.amount"],
      rowCount: at,
      creditCodes: ["91370211MAXX0001XA"],
      details: { at },
    })),
    algorithm,
  );
const ship = async () => {
  const head = await signHead(db.worker, key);
  if (head) shipped.push(head);
};
/** As one part, and in parts of three entries of which several are under way: what is found must not hang on the cuts. */
const verify = async (heads: readonly AuditHead[] = shipped) => {
  const inputs = { pool: db.owner, key, shipped: heads };
  const whole = await verifyAudit(inputs);
  const prove: Provers["prove"] = (segment, by) => proveSegment(db.owner, segment, by);
  const inParts = await verifyAudit({ ...inputs, provers: { prove, ahead: 3, length: 3 } });
  const unproven = await verifyAudit({
    ...inputs,
    provers: { prove: async () => null, ahead: 1, length: 50 },
  });
  expect(inParts).toEqual(whole);
  expect(unproven).toEqual(whole);
  return whole;
};
const sql = (text: string) => db.owner.query(text);

/** Twelve entries in five batches, heads after 4, 8 and 12. */
beforeEach(async () => {
  await sql("truncate audit_entries, audit_heads, audit_tombstones");
  shipped.length = 0;
  for (let batch = 0; batch < 3; batch += 1) {
    await add(2);
    await new Promise((resolve) => setTimeout(resolve, 3));
    await add(2, "SHARING", batch === 1 ? "sm3" : "sha256");
    await ship();
  }
});

/** What a tamperer does who knows the digests: every entry from `first` on gets new ones. */
async function rechain(first: number): Promise<void> {
  let previousDigest = genesis;
  for await (const entry of readAudit(db.owner)) {
    if (Number(entry.sequence) < first) {
      previousDigest = entry.digest;
      continue;
    }
    const digest = digestOf({ ...entry, previousDigest }, "sha256");
    await db.owner.query(
      "update audit_entries set previous_digest = $2, digest = $3 where sequence = $1",
      [entry.sequence, previousDigest, digest],
    );
    previousDigest = digest;
  }
}

const insertAt = (place: number, digest: string) =>
  sql(`update audit_entries set sequence = -sequence - 1 where sequence >= ${place};
    update audit_entries set sequence = -sequence where sequence < 0;
    insert into audit_entries (sequence, at, actor, category, action, outcome, previous_digest, digest)
      select ${place}, at, 'nobody', 'ACCESS', 'graph.read', 'DONE', digest, '${digest}' from audit_entries where sequence = ${place - 1}`);

test("an audit that nobody touched holds, with digests of both algorithms", async () => {
  expect(await verify()).toEqual({ entries: 12, heads: 6, lastSequence: "12", broken: null });
  await add(1);
  expect((await verify()).broken).toBeNull();
});

const cases: readonly (readonly [string, () => Promise<unknown>, AuditBreak])[] = [
  [
    "a field edited",
    () => sql("update audit_entries set actor = 'x' where sequence = 5"),
    { kind: "EDITED", sequence: "5" },
  ],
  [
    "details edited",
    () => sql(`update audit_entries set details = '{"at": 9}' where sequence = 5`),
    { kind: "EDITED", sequence: "5" },
  ],
  [
    "a time edited by a microsecond",
    () => sql("update audit_entries set at = at + interval '1 microsecond' where sequence = 5"),
    { kind: "EDITED", sequence: "5" },
  ],
  [
    "a digest edited",
    () => sql("update audit_entries set digest = 'sha256:00' where sequence = 5"),
    { kind: "EDITED", sequence: "5" },
  ],
  [
    "a row deleted",
    () => sql("delete from audit_entries where sequence = 5"),
    { kind: "DELETED", sequence: "5" },
  ],
  [
    "a row deleted and the others renumbered",
    () =>
      sql(
        "delete from audit_entries where sequence = 5; update audit_entries set sequence = -sequence + 1 where sequence > 5; update audit_entries set sequence = -sequence where sequence < 0",
      ),
    { kind: "DELETED", sequence: "5" },
  ],
  [
    "the tail deleted",
    () => sql("delete from audit_entries where sequence > 10"),
    { kind: "DELETED_TAIL", sequence: "11", until: "12" },
  ],
  [
    "all deleted, with the heads of the database",
    () => sql("delete from audit_entries; delete from audit_heads"),
    { kind: "DELETED_TAIL", sequence: "1", until: "12" },
  ],
  [
    "two rows exchanged",
    () =>
      sql(
        "update audit_entries set sequence = 0 where sequence = 5; update audit_entries set sequence = 5 where sequence = 7; update audit_entries set sequence = 7 where sequence = 0",
      ),
    { kind: "REORDERED", sequence: "5" },
  ],
  [
    "two neighbours exchanged",
    () =>
      sql(
        "update audit_entries set sequence = 0 where sequence = 5; update audit_entries set sequence = 5 where sequence = 6; update audit_entries set sequence = 6 where sequence = 0",
      ),
    { kind: "REORDERED", sequence: "5" },
  ],
  [
    "the last row written twice",
    () =>
      sql(
        "insert into audit_entries select (jsonb_populate_record(null::audit_entries, to_jsonb(e) || '{\"sequence\": 13}')).* from audit_entries e where sequence = 12",
      ),
    { kind: "DUPLICATED", sequence: "13" },
  ],
  ["a row inserted", () => insertAt(5, "sha256:00"), { kind: "INSERTED", sequence: "5" }],
  [
    "a row inserted with a digest of its own",
    async () => {
      await insertAt(5, "sha256:00");
      for await (const entry of readAudit(db.owner, { after: "4" }, 1))
        await sql(
          `update audit_entries set digest = '${digestOf(entry, "sha256")}' where sequence = 5`,
        );
    },
    { kind: "INSERTED", sequence: "5" },
  ],
  [
    "a row written twice",
    () =>
      sql(
        "insert into audit_entries select (jsonb_populate_record(null::audit_entries, to_jsonb(e) || '{\"sequence\": 13}')).* from audit_entries e where sequence = 3",
      ),
    { kind: "DUPLICATED", sequence: "13" },
  ],
  [
    "a row edited and given a new digest",
    async () => {
      await sql("update audit_entries set actor = 'x' where sequence = 6");
      for await (const entry of readAudit(db.owner, { after: "5" }, 1))
        await sql(
          `update audit_entries set digest = '${digestOf(entry, "sha256")}' where sequence = 6`,
        );
    },
    { kind: "REWRITTEN", sequence: "6" },
  ],
  [
    "the chain made anew from an edited entry on, heads of the database removed",
    async () => {
      await sql("update audit_entries set actor = 'x' where sequence = 6; delete from audit_heads");
      await rechain(6);
    },
    { kind: "REWRITTEN", sequence: "5", until: "8" },
  ],
  [
    "time set back by whoever makes the chain anew",
    async () => {
      await sql(
        "update audit_entries set at = at - interval '1 day' where sequence > 10; delete from audit_heads where sequence > 10",
      );
      await rechain(11);
      shipped.pop();
    },
    { kind: "CLOCK_BACK", sequence: "11" },
  ],
  [
    "the oldest cut off without a tombstone",
    () => sql("delete from audit_entries where sequence < 5"),
    { kind: "PRUNED", sequence: "1" },
  ],
  [
    "the oldest cut off with a tombstone of another key",
    async () => {
      await sql(
        `insert into audit_tombstones select 1, 4, 'genesis', (select digest from audit_entries where sequence = 4), now(), '${signText("x", makeKey("audit-1"))}'; delete from audit_entries where sequence < 5`,
      );
    },
    { kind: "PRUNED", sequence: "1" },
  ],
  [
    "a head taken out of the database",
    () => sql("delete from audit_heads where sequence = 8"),
    { kind: "REMOVED_HEAD", sequence: "8" },
  ],
];

test.each(cases)("%s is found at its entry", async (_title, tamper, broken) => {
  await tamper();
  expect((await verify()).broken).toEqual(broken);
});

test("a chain made anew with forged heads is found without those kept elsewhere, and with them at its place", async () => {
  await sql("update audit_entries set actor = 'x' where sequence = 6; delete from audit_heads");
  await rechain(6);
  await signHead(db.worker, makeKey("audit-1"));
  expect((await verify([])).broken).toEqual({ kind: "FORGED_HEAD", sequence: "12" });
  expect((await verify()).broken).toEqual({ kind: "REWRITTEN", sequence: "5", until: "8" });
});

const prune = (keepDays = 183, keepSharingDays = 1_096) =>
  pruneAudit({ owner: db.owner, key, shipped, keepDays, keepSharingDays });

/** As if the first eight entries had been written so long ago. */
async function age(days: number): Promise<void> {
  await sql(
    `truncate audit_heads; update audit_entries set at = date_trunc('milliseconds', at - interval '${days} days') where sequence <= 8`,
  );
  await rechain(1);
  shipped.length = 0;
  await ship();
}

test("pruning takes what is over, keeps data given to others, and the audit still holds", async () => {
  await age(200);
  expect(await prune()).toEqual({ entries: 4, tombstones: 2 });
  const { rows } = await sql("select sequence::int as n from audit_entries order by sequence");
  expect(rows.map(({ n }: { n: number }) => n)).toEqual([3, 4, 7, 8, 9, 10, 11, 12]);
  expect(await verify()).toMatchObject({ entries: 8, broken: null });
  expect(await prune()).toEqual({ entries: 0, tombstones: 0 });
  await sql("delete from audit_tombstones where from_sequence = 5");
  expect((await verify()).broken).toEqual({ kind: "DELETED", sequence: "5" });
});

test("after three years data given to others goes too, tombstones follow each other", async () => {
  await age(1_200);
  await prune(183, 2_000);
  expect(await prune()).toEqual({ entries: 4, tombstones: 2 });
  expect(await verify()).toMatchObject({ entries: 4, broken: null });
  await sql("delete from audit_entries where sequence = 9");
  expect((await verify()).broken).toEqual({ kind: "DELETED", sequence: "9" });
});

test.each([
  ["all", 182, 1_096],
  ["those of data given to others", 183, 1_095],
])("a time of keeping below what the law asks is refused: %s", async (_title, keep, sharing) => {
  await age(400);
  await expect(prune(keep, sharing)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await verify()).toMatchObject({ entries: 12 });
});

test("a chain that does not hold is not pruned", async () => {
  await age(400);
  await sql("update audit_entries set actor = 'x' where sequence = 2");
  await expect(prune()).rejects.toMatchObject({ code: "AUDIT_BROKEN" });
  expect((await sql("select from audit_entries")).rowCount).toBe(12);
});

test("entries are found by who, what, when and which enterprise", async () => {
  const found = async (filter: Parameters<typeof readAudit>[1]) => {
    const numbers: number[] = [];
    for await (const entry of readAudit(db.worker, filter)) numbers.push(Number(entry.sequence));
    return numbers;
  };
  await appendEntries(
    db.worker,
    [
      {
        actor: "oa",
        onBehalfOf: "li.si",
        category: "ACCESS",
        action: "graph.read",
        outcome: "DONE",
        creditCodes: ["91370211MAXX0009X1"],
        requestId: "r-1",
      },
    ],
    "sha256",
  );
  expect(await found({ actor: "actor-1" })).toEqual([2, 4, 6, 8, 10, 12]);
  expect(await found({ actor: "li.si" })).toEqual([13]);
  expect(await found({ creditCode: "91370211MAXX0009X1" })).toEqual([13]);
  expect(await found({ requestId: "r-1" })).toEqual([13]);
  expect(await found({ category: "SHARING", after: "8" })).toEqual([11, 12]);
  expect(await found({ to: "2020-01-01T00:00:00Z" })).toEqual([]);
});
