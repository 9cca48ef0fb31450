/** Signs the bytes of a parcel's manifest with a key of ours. */
import { createHmac } from "node:crypto";

import { CompactSign, importJWK } from "jose";

import type { DetachedSignature, DetachedSigningKey } from "./detached-key.ts";
import { jwsAlgorithmOf } from "./jws-algorithm.ts";
import { signSm2 } from "./sm2-signature.ts";

export async function signDetached(
  key: DetachedSigningKey,
  bytes: Uint8Array,
): Promise<DetachedSignature> {
  return { keyId: key.id, algorithm: key.algorithm, value: await valueOf(key, bytes) };
}

async function valueOf(key: DetachedSigningKey, bytes: Uint8Array): Promise<string> {
  if (key.algorithm === "SM2-SM3") return signSm2(key.privateKey, bytes);
  if (key.algorithm === "JWS") {
    const alg = jwsAlgorithmOf(key.privateKey);
    const secret = await importJWK(key.privateKey, alg);
    const jws = await new CompactSign(bytes).setProtectedHeader({ alg, kid: key.id }).sign(secret);
    // RFC 7515 appendix F: the payload is left out, the reader puts the bytes it has in its place.
    const [head = "", , signature = ""] = jws.split(".");
    return `${head}..${signature}`;
  }
  return createHmac(key.algorithm === "HMAC-SM3" ? "sm3" : "sha256", key.secret)
    .update(bytes)
    .digest("hex");
}
