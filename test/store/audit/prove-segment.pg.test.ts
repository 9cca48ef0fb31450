/** Parts of the chain are proven from the lines of COPY: they mean what rows mean, and threads find what this one does. */
import { generateKeyPairSync } from "node:crypto";

import { to } from "pg-copy-streams";
import { afterAll, beforeEach, expect, test } from "vitest";

import type { AuditEvent } from "../../../domain/audit-event.ts";
import { appendEntries } from "../../../store/audit/append-entries.ts";
import { readAudit, type StoredEntry } from "../../../store/audit/audit-rows.ts";
import type { AuditKey } from "../../../store/audit/audit-signature.ts";
import { entryOf, lineColumns } from "../../../store/audit/entry-line.ts";
import { openProvers } from "../../../store/audit/open-provers.ts";
import { verifyAudit } from "../../../store/audit/verify-audit.ts";
import { createTestDatabase } from "../../kit/database.ts";

const db = await createTestDatabase();
const { x = "", d = "" } = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
const key: AuditKey = { kty: "OKP", crv: "Ed25519", kid: "audit-1", x, d };
const provers = openProvers(db.workerUrl);
afterAll(() => provers.close());

const odd = [
  "",
  "\\N",
  "\\",
  "a\tb\nc\rd\u0008\u000B\f",
  'NULL {"a,b"} \\"',
  "企业👍\u2028",
  "\\t",
  "{}",
  "null",
];

beforeEach(async () => {
  await db.owner.query("truncate audit_entries");
  const events = odd.map((text, at): AuditEvent => ({
    actor: text,
    onBehalfOf: at % 2 === 0 ? text : null,
    purpose: text,
    category: "ACCESS",
    action: text,
    outcome: "DONE",
    fields: at % 3 === 0 ? odd : [],
    rowCount: at % 2 === 0 ? at : null,
    refusedFields: [text],
    creditCodes: at % 3 === 1 ? null : [],
    requestId: text,
    details: at % 4 === 0 ? null : { [`k${text}`]: [text, { z: 1.5, a: null }], b: -0.25 },
  }));
  await appendEntries(db.worker, events, "sha256");
});

async function copiedLines(): Promise<readonly string[]> {
  const client = await db.owner.connect();
  const stream = client.query(
    to(`copy (select ${lineColumns} from audit_entries order by audit_entries.sequence) to stdout`),
  );
  const pieces: Buffer[] = [];
  for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
  client.release();
  return Buffer.concat(pieces).toString().split("\n").slice(0, -1);
}

test("a line of COPY is the entry that its row is, whatever stands in it", async () => {
  // Milliseconds that end in a nought or are none, and microseconds.
  await db.owner.query(
    `update audit_entries set at = '2026-11-27 08:09:10+00'::timestamptz
       + (array['0.5 s', '0', '0.12 s', '0.123 s', '0.1234 s'])[1 + sequence % 5]::interval`,
  );
  const rows: StoredEntry[] = [];
  for await (const row of readAudit(db.owner)) rows.push(row);
  const lines = await copiedLines();
  expect(rows).toHaveLength(odd.length);
  expect(lines.map(entryOf)).toEqual(rows);
});

test("threads prove what holds and find what does not", async () => {
  const verify = () =>
    verifyAudit({ pool: db.worker, key, shipped: [], provers: { ...provers, length: 2 } });
  expect(await verify()).toMatchObject({ entries: odd.length, broken: null });
  await db.owner.query("update audit_entries set purpose = 'x' where sequence = 6");
  expect(await verify()).toMatchObject({ entries: 5, broken: { kind: "EDITED", sequence: "6" } });
});

test("a thread that cannot reach the database says so", async () => {
  const elsewhere = openProvers(db.workerUrl.replace(/\/[^/?]+(\?|$)/u, "/nowhere$1"));
  const verifying = verifyAudit({ pool: db.worker, key, shipped: [], provers: elsewhere });
  await expect(verifying).rejects.toThrow(/nowhere/u);
  await elsewhere.close();
});
