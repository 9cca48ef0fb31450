/**
 * Automatic persisted queries: a client sends the SHA-256 of a text, and the text itself once. It saves bytes and proves
 * nothing: trusted documents are another list.
 */
import { createHash } from "node:crypto";

import { LRUCache } from "lru-cache";

import { GoldseedError } from "../../domain/errors.ts";

export interface PersistedQuery {
  readonly version: number;
  readonly sha256Hash: string;
}

const cacheBytes = 8 * 1024 * 1024;

export class PersistedQueries {
  readonly #texts = new LRUCache<string, string>({
    maxSize: cacheBytes,
    sizeCalculation: (text) => text.length * 2 + 100,
  });

  /** @returns the text to run. @throws GoldseedError PERSISTED_QUERY_NOT_FOUND, or BAD_REQUEST for a hash of another text. */
  resolve(text: string | null, persisted: PersistedQuery): string {
    const hash = persisted.sha256Hash.toLowerCase();
    if (text === null) {
      const known = this.#texts.get(hash);
      // The wording is part of the protocol: clients look for it.
      if (known === undefined)
        throw new GoldseedError("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
      return known;
    }
    if (createHash("sha256").update(text).digest("hex") !== hash) {
      throw new GoldseedError(
        "BAD_REQUEST",
        "散列与查询文本不符，请对所发文本取散列 / provided sha does not match query: the hash in extensions.persistedQuery is of another text. Hash the very text that is sent.",
      );
    }
    this.#texts.set(hash, text);
    return text;
  }
}
