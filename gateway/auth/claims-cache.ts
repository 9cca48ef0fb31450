/** Claims of tokens that have been proven, by the digest of the token: a signature is checked once, not per request. */
import { hash } from "node:crypto";

import { LRUCache } from "lru-cache";

import type { ProvenToken } from "./verify-token.ts";

export interface ClaimsCache {
  /** @returns undefined when unknown; the caller looks at the times, and at the key. */
  readonly get: (token: string) => ProvenToken | undefined;
  readonly set: (token: string, proven: ProvenToken) => void;
}

/** A district has some thousand accounts; 10,000 entries are about 8 MB. */
const mostTokens = 10_000;

/** Keyed by digest, so that a memory dump of the cache holds no token. */
export function claimsCache(): ClaimsCache {
  const entries = new LRUCache<string, ProvenToken>({ max: mostTokens });
  return {
    get: (token) => entries.get(digest(token)),
    set: (token, proven) => entries.set(digest(token), proven),
  };
}

function digest(token: string): string {
  return hash("sha256", token, "base64");
}
