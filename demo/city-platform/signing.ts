/** Profiles HMAC-SHA256 and HMAC-SM3 of the protocol (section 3). */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export function sha256Hex(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export const profiles = { "HMAC-SHA256": "sha256", "HMAC-SM3": "sm3" } as const;
export type Profile = keyof typeof profiles;

export interface Secret {
  readonly secret: string;
  readonly profile: Profile;
}

export function contentDigest(profile: Profile, bytes: Uint8Array): string {
  return createHash(profiles[profile]).update(bytes).digest("hex");
}

function hmacHex({ secret, profile }: Secret, lines: readonly string[]): string {
  const hash = profiles[profile];
  const text = [`sme-sync-hmac-${hash}`, ...lines].join("\n");
  return createHmac(hash, secret).update(text, "utf8").digest("hex");
}

export interface RequestParts {
  readonly keyId: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly timestamp: string;
  readonly nonce: string;
  readonly content: string;
}

export function requestSignature(secret: Secret, parts: RequestParts): string {
  const query = [...parts.query]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort((a, b) => (a < b ? -1 : 1))
    .join("&");
  const { keyId, method, path, timestamp, nonce, content } = parts;
  return hmacHex(secret, ["request", keyId, method, path, query, timestamp, nonce, content]);
}

export interface ResponseParts {
  readonly keyId: string;
  readonly status: number;
  readonly nonce: string;
  readonly timestamp: string;
  readonly content: string;
}

export function responseSignature(secret: Secret, parts: ResponseParts): string {
  return hmacHex(secret, [
    "response",
    parts.keyId,
    String(parts.status),
    parts.nonce,
    parts.timestamp,
    parts.content,
  ]);
}

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** RFC 3986: encodeURIComponent leaves five more characters alone than the protocol does. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
