/** One clause in, one checked extraction out: the same checks for every extractor, none of which is trusted. */
import { GoldseedError } from "../../../domain/errors.ts";
import { checkCondition } from "../../../domain/screening/check-condition.ts";
import {
  type Extraction,
  type Extractor,
  unreadReasons,
} from "../../../domain/screening/extraction.ts";
import {
  type Contradictions,
  findContradictions,
} from "../../../domain/screening/find-contradictions.ts";
import type { Lexicon } from "../../../domain/screening/grammar/lexicon.ts";
import { plainText } from "../../../domain/screening/text/plain-text.ts";
import { verifyNumbers } from "../../../domain/screening/verify-numbers.ts";

/** Characters of the longest text taken: a whole notice with its annexes has about 30,000. */
export const longestText = 100_000;

/** Characters of the longest page taken, markup included: a page copied from the web is mostly markup. */
const longestPage = 2_000_000;

/** An extraction that has a tree. */
export interface ParsedClause extends Extraction {
  readonly tree: NonNullable<Extraction["tree"]>;
  /** What cannot hold together, said pair by pair; the tree stands as the text says it. */
  readonly contradictions: Contradictions;
}

/**
 * Reads a clause.
 * @throws GoldseedError PAYLOAD_TOO_LARGE for a text too long, BAD_USER_INPUT for an empty one, TEXT_NOT_UNDERSTOOD when
 * it holds no condition, RULES_INVALID when what was read breaks the language.
 */
export async function parseClause(
  text: string,
  extractor: Extractor,
  lexicon: Lexicon,
): Promise<ParsedClause> {
  assertReadable(text);
  const extraction = await extractor.extract(text);
  const { tree } = extraction;
  if (tree === undefined) throw notUnderstood(extraction);
  const { problems } = checkCondition(tree, lexicon.catalogue);
  const unproven = verifyNumbers(tree, extraction.citations, lexicon);
  if (problems.length + unproven.length > 0) throw refused([...problems, ...unproven]);
  return { ...extraction, tree, contradictions: findContradictions(tree, lexicon.catalogue) };
}

function assertReadable(text: string): void {
  const length = text.length > longestPage ? text.length : plainText(text).text.length;
  if (length > longestText)
    throw new GoldseedError(
      "PAYLOAD_TOO_LARGE",
      `文本过长 / The text has ${length} characters, at most ${longestText} are taken. 请一次提交一个条款 / Give one clause at a time.`,
    );
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new GoldseedError(
      "BAD_USER_INPUT",
      "文本为空 / The text holds no words. 请给出条款原文 / Give the clause.",
    );
}

function notUnderstood({ unread }: Extraction): GoldseedError {
  const said = unread
    .slice(0, 5)
    .map(({ quote, reason }) => `“${shortened(quote)}”（${unreadReasons[reason]}）`);
  const rest = said.length === 0 ? "" : `：${said.join("；")}`;
  return new GoldseedError(
    "TEXT_NOT_UNDERSTOOD",
    `未从文本中读出条件 / No condition was found in the text${rest}。请给出写明指标与数值的条款 / Give a clause that names a measure and its number.`,
    { details: { unread } },
  );
}

function shortened(quote: string): string {
  const plain = quote.replaceAll(/\s+/g, " ");
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}

function refused(problems: readonly string[]): GoldseedError {
  return new GoldseedError(
    "RULES_INVALID",
    `读出的条件不合规，已拒绝 / The conditions read were refused: ${problems.slice(0, 10).join("；")}`,
    { details: { problems } },
  );
}
