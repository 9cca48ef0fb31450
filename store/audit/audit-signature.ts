/** Signatures under what the audit says of itself: heads and tombstones. Ed25519, with the id of the key in front. */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** An Ed25519 key as a JSON Web Key: the part by which signatures are checked. */
export interface AuditPublicKey {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  readonly kid: string;
  readonly x: string;
}

export interface AuditKey extends AuditPublicKey {
  readonly d: string;
}

/** What may be handed to whoever only checks. */
export function publicPart({ kty, crv, kid, x }: AuditKey): AuditPublicKey {
  return { kty, crv, kid, x };
}

export function signText(text: string, { kty, crv, kid, x, d }: AuditKey): string {
  const key = createPrivateKey({ key: { kty, crv, x, d }, format: "jwk" });
  return `${kid}.${sign(null, Buffer.from(text), key).toString("base64url")}`;
}

export function isSignedBy(text: string, signature: string, key: AuditPublicKey): boolean {
  if (!signature.startsWith(`${key.kid}.`)) return false;
  const bytes = Buffer.from(signature.slice(key.kid.length + 1), "base64url");
  return verify(null, Buffer.from(text), openedKey(key), bytes);
}

const opened = new WeakMap<AuditPublicKey, KeyObject>();

/** Of one key hundreds of thousands of heads are checked, and opening it costs more than a check. */
function openedKey(key: AuditPublicKey): KeyObject {
  const { kty, crv, x } = key;
  const known = opened.get(key) ?? createPublicKey({ key: { kty, crv, x }, format: "jwk" });
  opened.set(key, known);
  return known;
}
