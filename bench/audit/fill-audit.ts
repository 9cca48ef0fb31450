/** Lengthens the audit of a store to so many entries, as the gateway would have made them, with a signed head a minute. */
import { once } from "node:events";
import { finished } from "node:stream/promises";

import { from } from "pg-copy-streams";

import { type AuditHead, signedHead } from "../../store/audit/audit-heads.ts";
import type { AuditKey } from "../../store/audit/audit-signature.ts";
import { type DigestAlgorithm, digestOf, genesis } from "../../store/audit/entry-digest.ts";
import type { Pool, PoolClient } from "../../store/pool.ts";
import { madeUpEntry } from "./made-up-entry.ts";

export interface FillOptions {
  readonly owner: Pool;
  readonly key: AuditKey;
  readonly entries: number;
  readonly algorithm: DigestAlgorithm;
}

const start = Date.UTC(2026, 4, 28);
/** 183 days, the shortest time of keeping, for ten million: 38 entries a minute. */
const perHead = 38;

/** @returns the heads, for the second place. */
export async function fillAudit(options: FillOptions): Promise<readonly AuditHead[]> {
  const client = await options.owner.connect();
  try {
    await client.query("truncate audit_entries, audit_heads, audit_tombstones");
    // Verifying reads by number: the other indexes would only lengthen the filling.
    for (const index of ["action", "actor", "at", "credit_codes"])
      await client.query(`drop index if exists audit_entries_${index}_idx`);
    const heads = await copyEntries(client, options);
    await copyLines(
      client,
      "audit_heads (sequence, digest, signature, signed_at)",
      headLines(heads),
    );
    await client.query("vacuum (analyze) audit_entries");
    return heads;
  } finally {
    client.release();
  }
}

async function copyEntries(
  client: PoolClient,
  options: FillOptions,
): Promise<readonly AuditHead[]> {
  const { entries, key, algorithm } = options;
  const heads: AuditHead[] = [];
  const lines = function* () {
    let previousDigest: string = genesis;
    for (let number = 1; number <= entries; number += 1) {
      const at = new Date(start + number * 1_581).toISOString();
      const entry = { ...madeUpEntry(number), sequence: String(number), at, previousDigest };
      const digest = digestOf(entry, algorithm);
      if (number % perHead === 0 || number === entries)
        heads.push(signedHead({ sequence: entry.sequence, digest, signedAt: at }, key));
      yield [
        entry.sequence,
        at,
        entry.actor,
        entry.onBehalfOf,
        entry.tier,
        entry.purpose,
        entry.category,
        entry.action,
        entry.outcome,
        entry.operationHash,
        listOf(entry.fields),
        entry.rowCount,
        listOf(entry.refusedFields),
        listOf(entry.creditCodes),
        entry.policyVersion,
        entry.requestId,
        JSON.stringify(entry.details),
        previousDigest,
        digest,
      ];
      previousDigest = digest;
    }
  };
  await copyLines(
    client,
    `audit_entries (sequence, at, actor, on_behalf_of, tier, purpose, category, action, outcome, operation_hash, fields,
      row_count, refused_fields, credit_codes, policy_version, request_id, details, previous_digest, digest)`,
    lines(),
  );
  return heads;
}

function* headLines(heads: readonly AuditHead[]) {
  for (const { sequence, digest, signature, signedAt } of heads)
    yield [sequence, digest, signature, signedAt];
}

const listOf = (values: readonly string[] | null | undefined): string | null =>
  values ? `{${values.join(",")}}` : null;

type Line = readonly (string | number | null | undefined)[];

async function copyLines(client: PoolClient, into: string, lines: Iterable<Line>): Promise<void> {
  const stream = client.query(from(`copy ${into} from stdin`));
  const done = finished(stream);
  let text = "";
  for (const line of lines) {
    text += `${line.map((value) => (value == null ? "\\N" : String(value).replaceAll("\\", "\\\\"))).join("\t")}\n`;
    if (text.length < 65_536) continue;
    if (!stream.write(text)) await Promise.race([once(stream, "drain"), done]);
    text = "";
  }
  stream.end(text);
  await done;
}
