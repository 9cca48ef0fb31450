/** Turns a JSON Web Key Set into keys that verify: what cannot be used, or should not exist, is left out and told. */
import type { CryptoKey, JWK } from "jose";

import { importPublicKey } from "./import-public-key.ts";
import { parseTokenJson } from "./parse-token-json.ts";
import type { VerificationKey } from "./key-source.ts";
import type { Algorithm } from "./read-token-parts.ts";

const mostKeys = 64;

/** @throws Error with a text for the operator when nothing usable is in it. */
export async function importKeys(text: string): Promise<readonly VerificationKey[]> {
  const list = parseTokenJson(text)?.["keys"];
  if (!Array.isArray(list)) throw new Error('expected an object with a list "keys"');
  if (list.length > mostKeys)
    throw new Error(`it holds ${list.length} keys, at most ${mostKeys} are taken`);
  const keys: VerificationKey[] = [];
  for (const jwk of list as unknown[]) {
    const key = isObject(jwk) ? await importKey(jwk) : undefined;
    if (key) keys.push(key);
  }
  if (keys.length === 0) throw new Error("it holds no key for RS256, ES256 or EdDSA");
  return keys;
}

function isObject(value: unknown): value is JWK {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function importKey(jwk: JWK): Promise<VerificationKey | undefined> {
  const algorithm = algorithmOf(jwk);
  const { alg, use, key_ops: operations, kid } = jwk;
  if (!algorithm || (alg !== undefined && alg !== algorithm)) return undefined;
  if (use !== undefined && use !== "sig") return undefined;
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes("verify")))
    return undefined;
  if (kid !== undefined && typeof kid !== "string") return undefined;
  // A private key in public is known to everybody.
  if (jwk.d !== undefined) return undefined;
  try {
    const key = await importPublicKey(publicMembers(jwk), algorithm);
    return isStrong(key) ? { keyId: kid ?? null, algorithm, key } : undefined;
  } catch {
    return undefined;
  }
}

function algorithmOf({ kty, crv }: JWK): Algorithm | undefined {
  if (kty === "RSA") return "RS256";
  if (kty === "EC" && crv === "P-256") return "ES256";
  return kty === "OKP" && crv === "Ed25519" ? "EdDSA" : undefined;
}

function publicMembers({ kty, crv, n, e, x, y }: JWK): JWK {
  const members = { kty, crv, n, e, x, y };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** NIST SP 800-131A: RSA below 2048 bits is not to be trusted. */
function isStrong(key: CryptoKey): boolean {
  const { modulusLength } = key.algorithm as { modulusLength?: number };
  return modulusLength === undefined || modulusLength >= 2_048;
}
