/**
 * Takes a model's answer as data: the tree must be of the closed language, every quote must stand in the text, every
 * leaf must be quoted. Anything else is refused whole, since leaving out one condition would weaken the rest.
 */
import { z } from "zod";

import { GoldseedError } from "../../../../domain/errors.ts";
import { checkCondition } from "../../../../domain/screening/check-condition.ts";
import { childrenByPath } from "../../../../domain/screening/children-by-path.ts";
import type { Citation, Extraction, UnreadText } from "../../../../domain/screening/extraction.ts";
import type { Lexicon } from "../../../../domain/screening/grammar/lexicon.ts";
import { verifyNumbers } from "../../../../domain/screening/verify-numbers.ts";

const answer = z.strictObject({
  conditions: z.unknown(),
  citations: z
    .array(z.strictObject({ path: z.string().max(200), quote: z.string().min(1).max(2_000) }))
    .max(400),
  not_understood: z.array(z.string().max(4_000)).max(400),
});

/** The extraction. @throws GoldseedError RULES_INVALID with every reason it is refused. */
export function readAnswer(content: string, clause: string, lexicon: Lexicon): Extraction {
  const parsed = answer.safeParse(parseJson(content));
  if (!parsed.success) throw refused(["回答不是约定的 JSON 结构"]);
  const { conditions, citations, not_understood } = parsed.data;
  const unread = not_understood.flatMap((quote) => locate(quote, clause) ?? []).map(asUnread);
  if (conditions === null || conditions === undefined)
    return { tree: undefined, citations: [], unread, assumed: [] };
  const { condition, problems } = checkCondition(conditions, lexicon.catalogue);
  if (condition === undefined) throw refused(problems);
  const located = citations.map(({ path, quote }) => ({
    path,
    quote,
    place: locate(quote, clause),
  }));
  const faults = [
    ...located.flatMap(({ quote, place }) =>
      place === undefined ? [`引文“${shortened(quote)}”不在原文中`] : [],
    ),
    ...childrenByPath(condition)
      .filter(({ path }) => !citations.some((one) => one.path === path))
      .map(({ path }) => `条件 ${path || "/"} 没有引文`),
    ...verifyNumbers(condition, citations, lexicon),
  ];
  if (faults.length > 0) throw refused(faults);
  return {
    tree: condition,
    citations: located.flatMap(({ path, place }): Citation[] =>
      place === undefined ? [] : [{ path, ...place }],
    ),
    unread,
    assumed: [],
  };
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

type Place = Omit<Citation, "path">;

/** Where a quote stands, to the letter. */
function locate(quote: string, clause: string): Place | undefined {
  const start = quote === "" ? -1 : clause.indexOf(quote);
  return start < 0 ? undefined : { start, end: start + quote.length, quote };
}

function asUnread(place: Place): UnreadText {
  return { ...place, reason: "words not known" };
}

function shortened(quote: string): string {
  return quote.length > 30 ? `${quote.slice(0, 30)}…` : quote;
}

function refused(problems: readonly string[]): GoldseedError {
  return new GoldseedError(
    "RULES_INVALID",
    `模型的回答未通过核对，已拒绝 / The model's answer was refused: ${problems.slice(0, 10).join("；")}。可改用内置语法 / Use --extractor grammar.`,
    { details: { problems } },
  );
}
