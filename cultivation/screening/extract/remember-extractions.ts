/** Spares the second reading of one text: results are kept by the hash of extractor and text, a bounded number of them. */
import { createHash } from "node:crypto";

import { LRUCache } from "lru-cache";

import type { Extraction, Extractor } from "../../../domain/screening/extraction.ts";

/** The extractor with a memory of `most` texts. Failures are not remembered. */
export function rememberExtractions(extractor: Extractor, most = 500): Extractor {
  const known = new LRUCache<string, Extraction>({ max: most });
  return {
    name: extractor.name,
    extract: async (text) => {
      const key = createHash("sha256")
        .update(extractor.name)
        .update("\0")
        .update(text)
        .digest("base64");
      const found = known.get(key);
      if (found !== undefined) return found;
      const extraction = await extractor.extract(text);
      known.set(key, extraction);
      return extraction;
    },
  };
}
