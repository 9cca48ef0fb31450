/** Whether one title as it came can be read and is for this district; what cannot is quarantined by itself. */
import type { StagedItem } from "../../store/queries/sync-inbound.ts";
import { recordKey, titleDigest } from "../protocol/canonical-record.ts";
import { titleSchema } from "../protocol/title-page.ts";

/** As JSON.stringify writes them. PostgreSQL keeps neither in a text: one such record would stop the whole page. */
const unstorable = /\\u0000|\\ud[89a-f]/i;
const unstorableAll = /\\u0000|\\ud[89a-f][0-9a-f]{2}/gi;

/** Pure. @param place names the record when it has no key of its own, such as `page 3 item 17`. */
export function judgeTitle(value: unknown, district: string, place: string): StagedItem {
  const text = JSON.stringify(value ?? null);
  if (unstorable.test(text)) {
    const reason = "a text holds a character that cannot be stored (NUL, or half a surrogate pair)";
    return quarantined(text.replaceAll(unstorableAll, "?"), place, reason);
  }
  const parsed = titleSchema.safeParse(value);
  if (!parsed.success) {
    const reasons = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    return quarantined(value, place, reasons.join("; "));
  }
  const title = parsed.data;
  if (title.district !== district) {
    return quarantined(value, place, `district: is of "${title.district}", expected "${district}"`);
  }
  return {
    key: recordKey(title),
    record: title,
    digest: titleDigest(title),
    outcome: null,
    reason: null,
  };
}

/** The key a title would have, for the check of the walk; null when it has none. */
export function looseKey(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  const { creditCode, kind, batch } = value as Record<string, unknown>;
  const parts = [creditCode, kind, batch];
  return parts.every((part) => typeof part === "string") ? parts.join("|") : null;
}

function quarantined(value: unknown, place: string, reason: string): StagedItem {
  const key = looseKey(value) ?? place;
  return { key, record: value ?? null, digest: "", outcome: "quarantined", reason };
}
