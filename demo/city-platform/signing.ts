/** Profile HMAC-SHA256 of the protocol (section 3). */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export function sha256Hex(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function hmacHex(secret: string, lines: readonly string[]): string {
  return createHmac("sha256", secret).update(lines.join("\n"), "utf8").digest("hex");
}

export interface RequestParts {
  readonly keyId: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly timestamp: string;
  readonly nonce: string;
  readonly contentSha256: string;
}

export function requestSignature(secret: string, parts: RequestParts): string {
  const query = [...parts.query]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort((a, b) => (a < b ? -1 : 1))
    .join("&");
  const { keyId, method, path, timestamp, nonce, contentSha256 } = parts;
  return hmacHex(secret, [
    "sme-sync-hmac-sha256",
    "request",
    keyId,
    method,
    path,
    query,
    timestamp,
    nonce,
    contentSha256,
  ]);
}

export interface ResponseParts {
  readonly keyId: string;
  readonly status: number;
  readonly nonce: string;
  readonly timestamp: string;
  readonly contentSha256: string;
}

export function responseSignature(secret: string, parts: ResponseParts): string {
  return hmacHex(secret, [
    "sme-sync-hmac-sha256",
    "response",
    parts.keyId,
    String(parts.status),
    parts.nonce,
    parts.timestamp,
    parts.contentSha256,
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
