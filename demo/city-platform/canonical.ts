/** Canonical record and digest (section 9 of the protocol). */
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

type Field = readonly [letter: "s" | "d", value: string | null];

function digestOf(type: string, fields: readonly Field[]): Buffer {
  let text = `sme-sync/1\n${type}\n`;
  for (const [index, [letter, value]] of fields.entries()) {
    const tag = index + 1;
    text += value === null ? `${tag}-\n` : `${tag}${letter}${Buffer.byteLength(value)}:${value}\n`;
  }
  return createHash("sha256").update(text, "utf8").digest();
}

export function titleDigest(title: TitleContent): Buffer {
  return digestOf("title", [
    ["s", title.creditCode],
    ["s", title.kind],
    ["s", title.batch],
    ["s", title.level],
    ["d", title.validFrom],
    ["d", title.validTo],
    ["s", title.status],
    ["s", title.certificateNo],
  ]);
}

export function recommendationDigest(record: RecommendationContent): Buffer {
  return digestOf("recommendation", [
    ["s", record.creditCode],
    ["s", record.kind],
    ["s", record.batch],
    ["s", record.townCode],
    ["d", record.recommendedOn],
    ["s", record.reason],
  ]);
}

export function keyOf(record: { creditCode: string; kind: string; batch: string }): string {
  return `${record.creditCode}|${record.kind}|${record.batch}`;
}

/** The first 12 bits of the key's hash (section 10). */
export function bucketOf(key: string): number {
  return createHash("sha256").update(key, "utf8").digest().readUInt16BE(0) >> 4;
}
