/** Signatures under what the audit says of itself: heads and tombstones. Ed25519, with the id of the key in front. */
import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";

/** A private Ed25519 key as a JSON Web Key. */
export interface AuditKey {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  readonly kid: string;
  readonly x: string;
  readonly d: string;
}

export function signText(text: string, { kty, crv, kid, x, d }: AuditKey): string {
  const key = createPrivateKey({ key: { kty, crv, x, d }, format: "jwk" });
  return `${kid}.${sign(null, Buffer.from(text), key).toString("base64url")}`;
}

export function isSignedBy(
  text: string,
  signature: string,
  { kty, crv, kid, x }: AuditKey,
): boolean {
  if (!signature.startsWith(`${kid}.`)) return false;
  const key = createPublicKey({ key: { kty, crv, x }, format: "jwk" });
  const bytes = Buffer.from(signature.slice(kid.length + 1), "base64url");
  return verify(null, Buffer.from(text), key, bytes);
}
