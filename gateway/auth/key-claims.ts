/** An API key as the claims of a token that says nothing but who it is: all else is the server's own assignment. */
import type { TokenClaims } from "../../domain/access/claims.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { ApiKeyRow } from "../../store/queries/read-account-facts.ts";
import { isSecretOf, readApiKey } from "./api-key.ts";

export interface ProvenKey {
  readonly prefix: string;
  readonly claims: TokenClaims;
}

/** @throws GoldseedError UNAUTHENTICATED, in the same words whatever is wrong with the key. */
export function keyClaims(
  credential: string,
  keys: ReadonlyMap<string, ApiKeyRow>,
  nowS: number,
): ProvenKey {
  const parts = readApiKey(credential);
  const row = parts === null ? undefined : keys.get(parts.prefix);
  const proven = isSecretOf(parts?.secret ?? "", row?.secretHash);
  if (!row || !proven || row.expiresAtS <= nowS) throw invalidKey();
  const { prefix, subject, purpose, createdAtS, expiresAtS } = row;
  const claims = {
    subject,
    actor: null,
    tier: null,
    areaCodes: null,
    role: null,
    clearance: null,
    purpose,
    tokenId: null,
    issuedAtS: createdAtS,
    expiresAtS,
  };
  return { prefix, claims };
}

export function invalidKey(): GoldseedError {
  return new GoldseedError(
    "UNAUTHENTICATED",
    "接口密钥无效 / The API key is not valid. Ask a district officer for a new one.",
    { details: { reason: "KEY" } },
  );
}
