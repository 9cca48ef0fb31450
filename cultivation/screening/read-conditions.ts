/** What an officer hands in, as a checked tree: the tree itself, its Chinese sentence, or a clause of a notice. */
import { GoldseedError } from "../../domain/errors.ts";
import { checkCondition } from "../../domain/screening/check-condition.ts";
import type { Condition } from "../../domain/screening/condition.ts";
import type { Citation, UnreadText } from "../../domain/screening/extraction.ts";
import {
  type Contradictions,
  findContradictions,
} from "../../domain/screening/find-contradictions.ts";
import { readSentence } from "../../domain/screening/sentence/read-sentence.ts";
import { writeSentence } from "../../domain/screening/sentence/write-sentence.ts";
import { grammarExtractor } from "./extract/grammar-extractor.ts";
import { parseClause } from "./extract/parse-clause.ts";
import { readLexicon } from "./extract/read-lexicon.ts";

/** Exactly one of the three. */
export interface GivenConditions {
  readonly conditions?: unknown;
  readonly sentence?: string | null | undefined;
  readonly clause?: string | null | undefined;
}

export interface ReadConditions {
  readonly condition: Condition;
  readonly sentence: string;
  readonly sourceText: string | null;
  readonly citations: readonly Citation[];
  readonly unread: readonly UnreadText[];
  readonly contradictions: Contradictions;
}

/** @throws GoldseedError BAD_USER_INPUT, RULES_INVALID with every fault, TEXT_NOT_UNDERSTOOD, PAYLOAD_TOO_LARGE. */
export async function readConditions(given: GivenConditions): Promise<ReadConditions> {
  const lexicon = readLexicon();
  const { catalogue } = lexicon;
  const { conditions, sentence, clause } = given;
  if (
    [conditions, sentence, clause].filter((one) => one !== null && one !== undefined).length !== 1
  )
    throw new GoldseedError(
      "BAD_USER_INPUT",
      "请在 conditions、sentence、clause 中给出且只给出一项 / Give exactly one of conditions, sentence, clause.",
    );
  if (typeof clause === "string") {
    const { tree, ...read } = await parseClause(clause, grammarExtractor(lexicon), lexicon);
    const written = writeSentence(tree, catalogue);
    const { citations, unread, contradictions } = read;
    const sourceText = clause;
    return { condition: tree, sentence: written, sourceText, citations, unread, contradictions };
  }
  const raw = typeof sentence === "string" ? readSentence(sentence, catalogue) : conditions;
  const { condition, problems } = checkCondition(raw, catalogue);
  if (condition === undefined)
    throw new GoldseedError(
      "RULES_INVALID",
      `条件不合规，已拒绝 / The conditions were refused: ${problems.slice(0, 10).join("；")}`,
      { details: { problems } },
    );
  const written = writeSentence(condition, catalogue);
  const contradictions = findContradictions(condition, catalogue);
  const sourceText = null;
  return { condition, sentence: written, sourceText, citations: [], unread: [], contradictions };
}
