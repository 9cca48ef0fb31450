/** Claims of tokens that have been proven, by the digest of the token: a signature is checked once, not per request. */
import { hash } from "node:crypto";

import { LRUCache } from "lru-cache";

import type { TokenClaims } from "../../domain/access/claims.ts";

export interface ClaimsCache {
  /** @returns undefined when unknown; the caller looks at the times. */
  readonly get: (token: string) => TokenClaims | undefined;
  readonly set: (token: string, claims: TokenClaims) => void;
}

/** A district has some thousand accounts; 10,000 entries are about 8 MB. */
const mostTokens = 10_000;

/** Keyed by digest, so that a memory dump of the cache holds no token. */
export function claimsCache(): ClaimsCache {
  const entries = new LRUCache<string, TokenClaims>({ max: mostTokens });
  return {
    get: (token) => entries.get(digest(token)),
    set: (token, claims) => entries.set(digest(token), claims),
  };
}

function digest(token: string): string {
  return hash("sha256", token, "base64");
}
