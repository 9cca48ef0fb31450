/** The default extractor: the grammar of the domain over the product's own lexicon, offline. */
import type { Extractor } from "../../../domain/screening/extraction.ts";
import { extractConditions } from "../../../domain/screening/grammar/extract-conditions.ts";
import type { Lexicon } from "../../../domain/screening/grammar/lexicon.ts";

export function grammarExtractor(lexicon: Lexicon): Extractor {
  return {
    name: "grammar",
    extract: async (text) => extractConditions(text, lexicon),
  };
}
