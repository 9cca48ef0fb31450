/** The chain as it is written: numbered without gaps whoever writes, durable before it is told, refused when it cannot be. */
import { beforeEach, expect, test } from "vitest";

import type { AuditEvent } from "../../../domain/audit-event.ts";
import { openAuditLog } from "../../../store/audit/audit-log.ts";
import { auditedWrite } from "../../../store/audit/audited-write.ts";
import { digestOf } from "../../../store/audit/entry-digest.ts";
import { openPool } from "../../../store/pool.ts";
import { createTestDatabase } from "../../kit/database.ts";

const db = await createTestDatabase();
const errors: unknown[] = [];
const open = (pool = db.worker) =>
  openAuditLog({ pool, algorithm: "sha256", onError: (error) => errors.push(error) });
const event = (action: string): AuditEvent => ({
  actor: "li.si",
  category: "ACCESS",
  action,
  outcome: "DONE",
  fields: ["TaxPayment.amount"],
  creditCodes: ["91370211MAXX0001XA"],
  details: { z: 1, a: { y: [1, 2], b: null } },
});

beforeEach(async () => {
  errors.length = 0;
  await db.owner.query("truncate audit_entries");
});

test("entries of many writers at once make one chain, in batches", async () => {
  const logs = [open(), open(), open()];
  await Promise.all(
    Array.from({ length: 300 }, (_, at) => logs[at % 3]!.record(event(`read.${at}`))),
  );
  const { rows } = await db.owner.query<Record<string, string>>(
    "select sequence::text, previous_digest, digest, xmin::text as batch from audit_entries order by audit_entries.sequence",
  );
  expect(rows.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: 300 }, (_, at) => String(at + 1)),
  );
  rows.forEach((row, at) =>
    expect(row["previous_digest"]).toBe(at === 0 ? "genesis" : rows[at - 1]?.["digest"]),
  );
  // One transaction for many entries: 300 flushes would be one an entry.
  expect(new Set(rows.map(({ batch }) => batch)).size).toBeLessThan(30);
});

test("a digest covers every part of an entry and not the order of members", () => {
  const entry = {
    ...event("graph.read"),
    sequence: "7",
    at: "2026-11-27T01:02:03.004Z",
    previousDigest: "genesis",
  };
  const digest = digestOf(entry, "sha256");
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/u);
  expect(digestOf({ ...entry, details: { a: { b: null, y: [1, 2] }, z: 1 } }, "sha256")).toBe(
    digest,
  );
  const changes = [
    { sequence: "8" },
    { at: "2026-11-27T01:02:03.005Z" },
    { previousDigest: digest },
    { actor: "wang.wu" },
    { onBehalfOf: "x" },
    { tier: "CITY" },
    { purpose: "X" },
    { category: "SHARING" as const },
    { action: "other" },
    { outcome: "FAILED" as const },
    { operationHash: "0" },
    { fields: [] },
    { rowCount: 0 },
    { refusedFields: [] },
    { creditCodes: null },
    { policyVersion: "1" },
    { requestId: "1" },
    { details: { z: 2 } },
  ];
  const digests = changes.map((change) => digestOf({ ...entry, ...change }, "sha256"));
  expect(new Set([digest, ...digests]).size).toBe(changes.length + 1);
  expect(digestOf(entry, "sm3")).toMatch(/^sm3:[0-9a-f]{64}$/u);
});

test("what cannot be written is refused, and a note that is lost leaves a gap that is marked", async () => {
  const unreachable = openPool({
    url: "postgres://nobody:x@127.0.0.1:1/none",
    name: "down",
    max: 1,
    statementTimeoutMs: 1_000,
  });
  let pool = unreachable;
  const log = openAuditLog({
    pool: { connect: () => pool.connect() } as typeof unreachable,
    algorithm: "sha256",
    onError: (error) => errors.push(error),
  });
  await expect(log.record(event("graph.read"))).rejects.toMatchObject({
    code: "AUDIT_UNAVAILABLE",
  });
  log.note(event("graph.refused"));
  log.note(event("graph.refused"));
  await log.settle();
  expect(errors.length).toBeGreaterThan(0);
  pool = db.worker;
  await new Promise(setImmediate);
  await log.record(event("graph.read"));
  await unreachable.end();
  const { rows } = await db.owner.query(
    "select action, details from audit_entries order by sequence",
  );
  expect(rows).toEqual([
    { action: "audit.gap", details: { lost: 2 } },
    { action: "graph.read", details: { a: { b: null, y: [1, 2] }, z: 1 } },
  ]);
});

test("a change is preceded by its intent and followed by what became of it", async () => {
  const log = open();
  const { category: _category, outcome: _outcome, ...write } = event("cli.key.create");
  await auditedWrite(
    log,
    write,
    () => Promise.resolve(1),
    () => ({ rowCount: 1 }),
  );
  await expect(auditedWrite(log, write, () => Promise.reject(new Error("disk")))).rejects.toThrow(
    "disk",
  );
  await log.settle();
  const { rows } = await db.owner.query(
    "select category, outcome, row_count, details->>'code' as code from audit_entries order by sequence",
  );
  expect(rows).toEqual([
    { category: "WRITE", outcome: "INTENT", row_count: null, code: null },
    { category: "WRITE", outcome: "DONE", row_count: 1, code: null },
    { category: "WRITE", outcome: "INTENT", row_count: null, code: null },
    { category: "WRITE", outcome: "FAILED", row_count: null, code: "INTERNAL_SERVER_ERROR" },
  ]);
});

test("nothing is changed when its intent cannot be written", async () => {
  const log = { ...open(), record: () => Promise.reject(new Error("full")) };
  let changed = false;
  await expect(
    auditedWrite(log, { actor: "a", action: "b" }, async () => void (changed = true)),
  ).rejects.toThrow("full");
  expect(changed).toBe(false);
});

test("the logins of gateway and worker cannot change or remove what is written", async () => {
  await open().record(event("graph.read"));
  for (const statement of [
    "update audit_entries set actor = 'x'",
    "delete from audit_entries",
    "truncate audit_entries",
  ])
    for (const pool of [db.worker, db.gateway])
      await expect(pool.query(statement)).rejects.toMatchObject({ code: "42501" });
  await expect(db.gateway.query("insert into audit_entries default values")).rejects.toMatchObject({
    code: "42501",
  });
  await expect(db.worker.query("delete from audit_tombstones")).rejects.toMatchObject({
    code: "42501",
  });
});
