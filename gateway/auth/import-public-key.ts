/** A public JSON Web Key as a key of the platform's cryptography. */
import { type CryptoKey, importJWK, type JWK } from "jose";

import type { Algorithm } from "./read-token-parts.ts";

/** @throws TypeError for a secret, which verifies nothing that its readers could not sign as well. */
export async function importPublicKey(jwk: JWK, algorithm: Algorithm): Promise<CryptoKey> {
  const key = await importJWK(jwk, algorithm);
  if (key instanceof Uint8Array) throw new TypeError("a secret is no public key");
  return key;
}
