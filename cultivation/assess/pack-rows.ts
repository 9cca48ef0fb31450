/** Packs as rows of the store. The version is a digest of what is judged by: a note put right makes no new version. */
import { createHash } from "node:crypto";

import type { Catalogue } from "../../domain/criteria/catalogue.ts";
import type { Pack } from "../../domain/criteria/pack.ts";
import { formatDecimal, isDecimal } from "../../lib/decimal.ts";
import type { IndicatorRow, PackRow } from "../../store/queries/assess-packs.ts";
import { titleKindOf } from "../indicators/title-kinds.ts";

/** Keys of a pack that no verdict depends on. */
const words = new Set([
  "notes",
  "note",
  "sources",
  "confidence",
  "nameZh",
  "nameEn",
  "issuer",
  "document",
  "lookBack",
  "label",
  "inForce",
]);

export function packVersion(pack: Pack): string {
  const judged = JSON.stringify(pack, (key, value: unknown) =>
    words.has(key) ? undefined : plain(key, value),
  );
  return createHash("sha256").update(judged).digest("hex").slice(0, 12);
}

export function packRow(pack: Pack): PackRow {
  const definition = JSON.parse(JSON.stringify(pack, plain)) as unknown;
  return {
    id: pack.id,
    version: packVersion(pack),
    name_zh: pack.nameZh,
    name_en: pack.nameEn,
    title_kind: titleKindOf[pack.title] ?? null,
    document_no: pack.document,
    issuer: pack.issuer,
    confidence: pack.confidence,
    effective_from: pack.inForce.new?.from ?? null,
    effective_to: pack.inForce.new?.to ?? null,
    renewal_from: pack.inForce.renewal?.from ?? null,
    renewal_to: pack.inForce.renewal?.to ?? null,
    enabled: pack.status === "active",
    definition,
    digest: createHash("sha256").update(JSON.stringify(definition)).digest("hex"),
  };
}

export function indicatorRows({ indicators }: Catalogue): IndicatorRow[] {
  return [...indicators.values()].map((one) => ({
    id: one.id,
    name_zh: one.nameZh,
    name_en: one.nameEn,
    unit: one.unit,
    period: one.period,
    value_type: one.type,
    formula: one.formula,
    source: one.source,
  }));
}

const plain = (_key: string, value: unknown): unknown =>
  isDecimal(value) ? formatDecimal(value) : value;
