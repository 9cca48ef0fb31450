/** Tells apart what everybody is judged by besides the packs: the catalogue of indicators and titles, the rules of libraries. */
import { createHash } from "node:crypto";

import type { Criteria } from "../../domain/criteria/criteria.ts";
import { formatDecimal, isDecimal } from "../../lib/decimal.ts";
import { readLibraryRules } from "../libraries/read-library-rules.ts";

export function judgingRulesDigest({ catalogue }: Criteria): string {
  const rules = JSON.stringify([catalogue, readLibraryRules()], plain);
  return createHash("sha256").update(rules).digest("hex").slice(0, 16);
}

function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...(value as ReadonlyMap<unknown, unknown>)];
  return isDecimal(value) ? formatDecimal(value) : value;
}
