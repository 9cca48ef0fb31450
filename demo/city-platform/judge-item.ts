/** Whether one pushed recommendation can be held; a poison item must not stop its neighbours (section 6). */
import type { BatchItem } from "./batch-request.ts";
import { recommendationDigest, type RecommendationContent } from "./canonical.ts";
import { isDate, type Members } from "./checks.ts";
import { isCreditCode } from "./credit-code.ts";
import { titleKinds } from "./vocabulary.ts";

export type OutcomeName = "applied" | "unchanged" | "rejected" | "deferred";

export interface Outcome {
  readonly seq: number;
  readonly outcome: OutcomeName;
  readonly code: string | null;
  readonly message: string | null;
}

export interface Recommendation extends RecommendationContent {
  readonly name: string;
}

const names = ["creditCode", "kind", "batch", "name", "townCode", "recommendedOn", "reason"];

export function rejected(seq: number, code: string, message: string): Outcome {
  return { seq, outcome: "rejected", code, message };
}

/** The record when it is sound, or its rejection. */
export function judgeItem(item: BatchItem, district: string): Recommendation | Outcome {
  const { record, seq } = item;
  const wrong = wrongField(record);
  if (wrong !== null) return rejected(seq, "BAD_FIELD", wrong);
  const sound = record as unknown as Recommendation;
  if (!isCreditCode(sound.creditCode)) {
    return rejected(seq, "BAD_CREDIT_CODE", `"${sound.creditCode}" 不是有效的统一社会信用代码`);
  }
  if (!(titleKinds as readonly string[]).includes(sound.kind)) {
    return rejected(seq, "UNKNOWN_KIND", `称号类别 "${sound.kind}" 未知`);
  }
  if (sound.townCode !== null && !sound.townCode.startsWith(district)) {
    return rejected(seq, "FOREIGN_DISTRICT", `镇街 "${sound.townCode}" 不属于 ${district}`);
  }
  if (recommendationDigest(sound).toString("hex") !== item.digest) {
    return rejected(seq, "BAD_DIGEST", "摘要与内容不符");
  }
  return sound;
}

function wrongField(record: Members): string | null {
  for (const name of names) if (!(name in record)) return `缺少 ${name}`;
  for (const name of Object.keys(record)) if (!names.includes(name)) return `多出 ${name}`;
  const { batch, name, townCode, recommendedOn, reason } = record;
  for (const required of ["creditCode", "kind", "batch", "name", "recommendedOn"]) {
    if (typeof record[required] !== "string") return `${required} 不是文本`;
  }
  if (!/^[^|\p{Cc}]{1,40}$/u.test(String(batch))) return "batch 不符合格式";
  if (name === "" || String(name).length > 200) return "name 为空或过长";
  if (townCode !== null && (typeof townCode !== "string" || !/^\d{9}$/u.test(townCode))) {
    return "townCode 不是九位数字";
  }
  if (!isDate(recommendedOn)) return "recommendedOn 不是日期";
  if (reason !== null && (typeof reason !== "string" || reason.length > 2000)) return "reason 过长";
  return null;
}
