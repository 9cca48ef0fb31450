/** Sentences that grant something: their amounts are kept apart as the benefit, never read as conditions. */
import type { Benefit } from "../condition.ts";
import { emptyPhrase } from "./phrase.ts";
import { type Reader, tokenAt } from "./reader.ts";
import type { Token } from "./word.ts";

/** Reads what is granted up to the end of the sentence; a granting word in passing ("prize") changes nothing. */
export function handleBenefit(reader: Reader, token: Token): void {
  if (!grants(reader, token)) {
    reader.segment.unknown.push(token);
    reader.at += 1;
    return;
  }
  reader.granting = true;
  reader.segment.yielded = true;
  reader.phrase = emptyPhrase;
  const end = sentenceEnd(reader);
  reader.findings.benefit = readBenefit(
    reader.tokens.slice(reader.at, end),
    reader.findings.benefit,
  );
  reader.at = end;
}

function grants(reader: Reader, token: Token): boolean {
  if (reader.granting || token.text === "给予" || token.text.includes("比例")) return true;
  const end = sentenceEnd(reader);
  const rest = reader.tokens.slice(reader.at, end);
  return rest.some(
    ({ meaning }) =>
      meaning.is === "quantity" &&
      (meaning.dimension === "money" || meaning.dimension === "percent"),
  );
}

function sentenceEnd(reader: Reader): number {
  let offset = 0;
  for (;;) {
    const token = tokenAt(reader, offset);
    if (token === undefined) return reader.at + offset;
    const { meaning } = token;
    if (meaning.is === "point" && (meaning.sign === "stop" || meaning.sign === "semi")) return reader.at + offset;
    offset += 1;
  }
}

const limits = new Set(["最高", "不超过", "最高不超过", "上限", "封顶", "不高于", "至多", "最多"]);

/** A share of something with a noun before the number caps the benefit; the first plain percentage is the rate. */
function readBenefit(tokens: readonly Token[], found: Benefit): Benefit {
  let benefit = found;
  let capped = false;
  let shareOf = false;
  for (const token of tokens) {
    const { meaning } = token;
    if (limits.has(token.text)) capped = true;
    if (meaning.is === "subject") shareOf = true;
    if (meaning.is === "point" && meaning.sign !== "gap") shareOf = capped = false;
    if (meaning.is !== "quantity") continue;
    const value = Number(meaning.value);
    if (meaning.dimension === "percent") benefit = withRate(benefit, value, { capped, shareOf });
    if (meaning.dimension === "money")
      benefit = capped ? { cap: value, ...benefit } : { amount: value, ...benefit };
  }
  return benefit;
}

function withRate(
  benefit: Benefit,
  value: number,
  how: { capped: boolean; shareOf: boolean },
): Benefit {
  if (how.capped && how.shareOf) return { cap_ratio: value, ...benefit };
  return how.capped ? { rate_max: value, ...benefit } : { rate: value, ...benefit };
}
