/** Signatures of parcels (section 12), both ways: the platform's own over what it lays down, the district's checked. */
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type JsonWebKey,
} from "node:crypto";

import { sm2 } from "sm-crypto-v2";

import { sameText } from "../signing.ts";

/** A secret or hex in `key`, or a JSON Web Key: a private key where this side signs, a public one where it checks. */
export interface ParcelKey {
  readonly id: string;
  readonly algorithm: "HMAC-SHA256" | "HMAC-SM3" | "JWS" | "SM2-SM3";
  readonly key?: string;
  readonly jwk?: JsonWebKey;
}

export interface ParcelSignature {
  readonly keyId: string;
  readonly algorithm: string;
  readonly value: string;
}

const sm2Form = { hash: true, der: true, userId: "1234567812345678" } as const;

export function signParcel(key: ParcelKey, bytes: Uint8Array): ParcelSignature {
  return { keyId: key.id, algorithm: key.algorithm, value: valueOf(key, bytes) };
}

function valueOf({ id, algorithm, key = "", jwk = {} }: ParcelKey, bytes: Uint8Array): string {
  if (algorithm === "SM2-SM3") return sm2.doSignature(bytes, key, sm2Form);
  if (algorithm !== "JWS") return hmac(algorithm, key, bytes);
  const head = Buffer.from(JSON.stringify({ alg: "EdDSA", kid: id })).toString("base64url");
  const secret = createPrivateKey({ key: jwk, format: "jwk" });
  return `${head}..${sign(null, jwsInput(head, bytes), secret).toString("base64url")}`;
}

/** False for a key that is not known as well. */
export function isParcelSigned(
  keys: readonly ParcelKey[],
  bytes: Uint8Array,
  signature: ParcelSignature | null,
): boolean {
  const known = keys.find(({ id }) => id === signature?.keyId);
  if (known === undefined || signature === null) return false;
  const { algorithm, key = "", jwk = {} } = known;
  if (algorithm !== signature.algorithm) return false;
  const { value } = signature;
  if (algorithm === "SM2-SM3") return sm2.doVerifySignature(bytes, value, key, sm2Form);
  if (algorithm !== "JWS") return sameText(hmac(algorithm, key, bytes), value);
  const [head = "", , mark = ""] = value.split(".");
  const publicKey = createPublicKey({ key: jwk, format: "jwk" });
  return verify(null, jwsInput(head, bytes), publicKey, Buffer.from(mark, "base64url"));
}

const jwsInput = (head: string, bytes: Uint8Array): Buffer =>
  Buffer.from(`${head}.${Buffer.from(bytes).toString("base64url")}`);

const hmac = (algorithm: string, secret: string, bytes: Uint8Array): string =>
  createHmac(algorithm === "HMAC-SM3" ? "sm3" : "sha256", secret)
    .update(bytes)
    .digest("hex");
