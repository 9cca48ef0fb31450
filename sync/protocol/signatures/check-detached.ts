/** Whether the city signed these bytes, with a key that it may use at this moment. */
import { createHmac, timingSafeEqual } from "node:crypto";

import { compactVerify, importJWK } from "jose";

import {
  detachedSignatureSchema,
  isValidAt,
  type DetachedCheckingKey,
  type DetachedSignature,
} from "./detached-key.ts";
import { jwsAlgorithmOf } from "./jws-algorithm.ts";
import { isSm2Signed } from "./sm2-signature.ts";

export interface BytesToCheck {
  readonly bytes: Uint8Array;
  /** As it came, unread. */
  readonly signature: unknown;
  /** The moment at which the key must be valid. */
  readonly at: Date;
}

/** @returns null when it holds, else the reason why it does not. */
export async function signatureProblem(
  keys: readonly DetachedCheckingKey[],
  { bytes, signature, at }: BytesToCheck,
): Promise<string | null> {
  const parsed = detachedSignatureSchema.safeParse(signature);
  if (!parsed.success) return "BAD_SIGNATURE: there is no signature of the protocol";
  const { keyId, algorithm } = parsed.data;
  const key = keys.find(({ id }) => id === keyId);
  if (key === undefined)
    return `UNKNOWN_KEY: the key "${keyId}" is not one that the city has named`;
  if (!isValidAt(key, at)) return `KEY_EXPIRED: the key "${keyId}" is not valid now`;
  // The key says which algorithm is used, never the signature.
  if (algorithm !== key.algorithm) {
    return `BAD_SIGNATURE: "${keyId}" is a key for ${key.algorithm}, signed was with ${algorithm}`;
  }
  return (await holds(key, bytes, parsed.data))
    ? null
    : `BAD_SIGNATURE: the signature of "${keyId}" does not fit the bytes`;
}

async function holds(
  key: DetachedCheckingKey,
  bytes: Uint8Array,
  { value }: DetachedSignature,
): Promise<boolean> {
  if (key.algorithm === "SM2-SM3") return isSm2Signed(key.publicKey, bytes, value);
  if (key.algorithm === "JWS") return isJws(key, bytes, value);
  const hash = key.algorithm === "HMAC-SM3" ? "sm3" : "sha256";
  const expected = createHmac(hash, key.secret).update(bytes).digest("hex");
  const [left, right] = [Buffer.from(value), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

async function isJws(
  { publicKey }: Extract<DetachedCheckingKey, { algorithm: "JWS" }>,
  bytes: Uint8Array,
  value: string,
): Promise<boolean> {
  const [head = "", middle, signature = ""] = value.split(".");
  if (middle !== "") return false;
  const payload = Buffer.from(bytes).toString("base64url");
  try {
    const algorithm = jwsAlgorithmOf(publicKey);
    const key = await importJWK(publicKey, algorithm);
    await compactVerify(`${head}.${payload}.${signature}`, key, { algorithms: [algorithm] });
    return true;
  } catch {
    return false;
  }
}
