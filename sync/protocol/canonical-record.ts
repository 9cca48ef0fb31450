/**
 * Canonical bytes and digest of a record (section 9): a fixed field list with lengths, never JSON. RFC 8785 loses
 * integers beyond 2^53 by design, and a silent normalisation of Unicode makes distinct texts collide.
 */
import { createHash } from "node:crypto";

export interface TitleContent {
  readonly creditCode: string;
  readonly kind: string;
  readonly batch: string;
  readonly level: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly status: string;
  readonly certificateNo: string | null;
}

export interface RecommendationContent {
  readonly creditCode: string;
  readonly kind: string;
  readonly batch: string;
  readonly townCode: string | null;
  readonly recommendedOn: string;
  readonly reason: string | null;
}

type FieldList<T> = readonly (readonly [field: keyof T & string, letter: "s" | "d"])[];

/** Order is the tag. Also read by the SQL form of the same digest (store/queries/sync-canonical.ts; a test compares). */
export const titleFields: FieldList<TitleContent> = [
  ["creditCode", "s"],
  ["kind", "s"],
  ["batch", "s"],
  ["level", "s"],
  ["validFrom", "d"],
  ["validTo", "d"],
  ["status", "s"],
  ["certificateNo", "s"],
];

export const recommendationFields: FieldList<RecommendationContent> = [
  ["creditCode", "s"],
  ["kind", "s"],
  ["batch", "s"],
  ["townCode", "s"],
  ["recommendedOn", "d"],
  ["reason", "s"],
];

export function canonicalTitle(title: TitleContent): Buffer {
  return canonicalBytes("title", titleFields, title);
}

export function canonicalRecommendation(record: RecommendationContent): Buffer {
  return canonicalBytes("recommendation", recommendationFields, record);
}

/** SHA-256 in hex. */
export function titleDigest(title: TitleContent): string {
  return sha256Hex(canonicalTitle(title));
}

export function recommendationDigest(record: RecommendationContent): string {
  return sha256Hex(canonicalRecommendation(record));
}

export function recordKey(record: { creditCode: string; kind: string; batch: string }): string {
  return `${record.creditCode}|${record.kind}|${record.batch}`;
}

export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function canonicalBytes<T>(type: string, fields: FieldList<T>, record: T): Buffer {
  const lines = fields.map(([field, letter], index) => {
    const value = record[field] as string | null;
    const tag = index + 1;
    return value === null ? `${tag}-\n` : `${tag}${letter}${Buffer.byteLength(value)}:${value}\n`;
  });
  return Buffer.from(`sme-sync/1\n${type}\n${lines.join("")}`, "utf8");
}
