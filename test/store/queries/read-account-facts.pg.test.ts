/** The gateway's own login reads what it needs to know of accounts, and nothing it may not. */
import { expect, test } from "vitest";

import { readAccountFacts } from "../../../store/queries/read-account-facts.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";

const db = await createTestDatabase();

test("an empty store gives areas alone", async () => {
  await loadReferenceData(db.worker);
  const facts = await readAccountFacts(db.gateway);
  expect(facts).toMatchObject({ assignments: [], revocations: [], apiKeys: [] });
  expect(facts.areas).toHaveLength(35);
  expect(facts.areas).toContainEqual({ code: "370211010", kind: "TOWN" });
});

test("assignments, revocations and keys come as they are now", async () => {
  await db.worker
    .query(`insert into assignments (subject, tier, area_codes, role, clearance, disabled_at) values
    ('a', 'TOWN', '{370211010}', 'SPECIALIST', 'L3', null),
    ('gone', 'TOWN', '{370211010}', 'VIEWER', 'L1', now() - interval '1 day'),
    ('leaving', 'TOWN', '{370211010}', 'VIEWER', 'L1', now() + interval '1 day')`);
  await db.worker.query(
    `insert into revocations (kind, value, before, reason) values ('SUBJECT', 'a', '2026-01-01T00:00:00Z', 'lost')`,
  );
  await db.worker
    .query(`insert into api_keys (prefix, secret_hash, subject, label, created_at, expires_at, revoked_at) values
    ('live', 'h1', 'a', 'l', '2026-01-01T00:00:00Z', now() + interval '1 day', null),
    ('expired', 'h2', 'a', 'l', now() - interval '2 days', now() - interval '1 day', null),
    ('revoked', 'h3', 'a', 'l', now() - interval '2 days', now() + interval '1 day', now())`);
  const facts = await readAccountFacts(db.gateway);
  expect(new Map(facts.assignments.map(({ subject, disabled }) => [subject, disabled]))).toEqual(
    new Map([
      ["a", false],
      ["gone", true],
      ["leaving", false],
    ]),
  );
  expect(facts.assignments.find(({ subject }) => subject === "a")).toEqual({
    subject: "a",
    tier: "TOWN",
    areaCodes: ["370211010"],
    role: "SPECIALIST",
    clearance: "L3",
    disabled: false,
  });
  expect(facts.revocations).toEqual([
    { kind: "SUBJECT", value: "a", beforeS: Date.UTC(2026, 0, 1) / 1_000 },
  ]);
  expect(facts.apiKeys).toEqual([
    {
      prefix: "live",
      secretHash: "h1",
      subject: "a",
      purpose: null,
      createdAtS: Date.UTC(2026, 0, 1) / 1_000,
      expiresAtS: expect.any(Number),
    },
  ]);
});

test.each(["assignments", "revocations", "api_keys"])(
  "the gateway cannot change %s",
  async (table) => {
    await expect(db.gateway.query(`delete from ${table}`)).rejects.toThrow("permission denied");
  },
);
