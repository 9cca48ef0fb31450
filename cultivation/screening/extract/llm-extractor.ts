/** The extractor that asks a language model; what comes back is data under the same checks as any other. */
import type { Extractor, UnreadText } from "../../../domain/screening/extraction.ts";
import type { Lexicon } from "../../../domain/screening/grammar/lexicon.ts";
import { chatRequest } from "./llm/chat-request.ts";
import { completeChat } from "./llm/complete-chat.ts";
import type { ModelEndpoint } from "./llm/model-endpoint.ts";
import { readAnswer } from "./llm/read-answer.ts";

/** Characters a model is sent; what follows is told as unread. The grammar reads a longer text more cheaply and as well. */
export const longestForModel = 20_000;

function beyond(text: string): readonly UnreadText[] {
  const quote = text.slice(longestForModel);
  if (quote.trim() === "") return [];
  return [{ start: longestForModel, end: text.length, quote, reason: "beyond the model's length" }];
}

export function llmExtractor(endpoint: ModelEndpoint, lexicon: Lexicon): Extractor {
  return {
    name: "llm",
    extract: async (text) => {
      const clause = text.slice(0, longestForModel);
      const content = await completeChat(endpoint, chatRequest(clause, lexicon.catalogue));
      const { unread, ...read } = readAnswer(content, clause, lexicon);
      return { ...read, unread: [...unread, ...beyond(text)] };
    },
  };
}
