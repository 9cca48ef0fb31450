/**
 * The digest of one audit entry: over its fields in a fixed order, its number, its time, and the digest before it. The
 * algorithm stands in front of the value, so that a chain may change from one to the other and still be verified.
 */
import { hash } from "node:crypto";

import type { AuditEvent } from "../../domain/audit-event.ts";

const digestAlgorithms = ["sha256", "sm3"] as const;
export type DigestAlgorithm = (typeof digestAlgorithms)[number];

/** What the first entry follows. */
export const genesis = "genesis";

export interface ChainedEntry extends AuditEvent {
  /** 1, 2, 3 … without gaps; a text, as it exceeds a number's precision one day. */
  readonly sequence: string;
  /** ISO instant in UTC with milliseconds. */
  readonly at: string;
  readonly previousDigest: string;
}

/** @returns `sha256:<hex>` or `sm3:<hex>`. */
export function digestOf(entry: ChainedEntry, algorithm: DigestAlgorithm): string {
  return `${algorithm}:${hash(algorithm, canonicalText(entry), "hex")}`;
}

/** @returns null for a digest of no known algorithm. */
export function algorithmOf(digest: string): DigestAlgorithm | null {
  return digestAlgorithms.find((name) => digest.startsWith(`${name}:`)) ?? null;
}

/** An array and not an object: no order of members to agree on. What is absent is null. */
function canonicalText(entry: ChainedEntry): string {
  return JSON.stringify([
    "goldseed-audit-1",
    entry.sequence,
    entry.at,
    entry.actor,
    entry.onBehalfOf ?? null,
    entry.tier ?? null,
    entry.purpose ?? null,
    entry.category,
    entry.action,
    entry.outcome,
    entry.operationHash ?? null,
    entry.fields ?? null,
    entry.rowCount ?? null,
    entry.refusedFields ?? null,
    entry.creditCodes ?? null,
    entry.policyVersion ?? null,
    entry.requestId ?? null,
    sorted(entry.details ?? null),
    entry.previousDigest,
  ]);
}

/** PostgreSQL keeps no order of members in jsonb: they are put in one here, writing and verifying. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return members
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => [name, sorted(member)]);
}
