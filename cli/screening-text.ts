/** What a reader of `goldseed screening parse --explain` sees: the words behind each condition, and what was left unread. */
import { conditionAt } from "../domain/screening/condition-at.ts";
import { unreadReasons } from "../domain/screening/extraction.ts";
import type { ParsedClause } from "../cultivation/screening/extract/parse-clause.ts";

/** Lines of text, each ended. */
export function explanation(parsed: ParsedClause): string {
  const { tree, citations, unread, assumed, contradictions } = parsed;
  const lines = [
    ...citations.map(({ path, start, end, quote }) => {
      const condition = JSON.stringify(conditionAt(tree, path) ?? tree);
      return `依据 by ${path || "/"} [${start}, ${end}) “${plain(quote)}” → ${condition}`;
    }),
    ...assumed.map(
      ({ start, end, quote }) => `默认满足 taken as met [${start}, ${end}) “${plain(quote)}”`,
    ),
    ...unread.map(
      ({ start, end, quote, reason }) =>
        `未识别 unread [${start}, ${end}) “${plain(quote)}”：${unreadReasons[reason]} / ${reason}`,
    ),
    ...contradictions.said.map((pair) => `矛盾 ${pair} / contradiction`),
    ...(contradictions.impossible
      ? ["没有企业能满足全部条件 / no enterprise can meet them all"]
      : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** A terminal gets no control characters from a notice. */
function plain(quote: string): string {
  const text = quote.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ");
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
