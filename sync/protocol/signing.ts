/** Signing profile HMAC-SHA256 (section 3): who sends, what exactly, when, and once. */
import { createHmac, timingSafeEqual } from "node:crypto";

import { sha256Hex } from "./canonical-record.ts";

export interface SigningKey {
  readonly id: string;
  /** At least 32 bytes. */
  readonly secret: string;
}

export interface RequestToSign {
  readonly method: string;
  /** As it will stand in the request line. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  readonly timestamp: string;
  readonly nonce: string;
}

export function signRequest(key: SigningKey, request: RequestToSign): Record<string, string> {
  const contentSha256 = sha256Hex(request.body);
  const { method, path, timestamp, nonce } = request;
  const query = encodeQuery(request.query);
  const lines = ["request", key.id, method, path, query, timestamp, nonce, contentSha256];
  return {
    "X-Sync-Key": key.id,
    "X-Sync-Timestamp": timestamp,
    "X-Sync-Nonce": nonce,
    "X-Sync-Content-SHA256": contentSha256,
    "X-Sync-Signature": hmac(key, lines),
  };
}

export interface AnswerToCheck {
  readonly status: number;
  readonly nonce: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly body: Uint8Array;
}

/** True when the holder of the key signed this status and these bytes as the answer to this nonce. */
export function isAnswerSigned(key: SigningKey, answer: AnswerToCheck): boolean {
  const { status, nonce, timestamp, body, signature } = answer;
  const lines = ["response", key.id, String(status), nonce, timestamp, sha256Hex(body)];
  const [given, expected] = [Buffer.from(signature), Buffer.from(hmac(key, lines))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Pairs percent-encoded and in the order of the signature, fit to be sent as they stand. */
export function encodeQuery(query: readonly (readonly [name: string, value: string])[]): string {
  return query
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort((a, b) => (a < b ? -1 : 1))
    .join("&");
}

function hmac(key: SigningKey, lines: readonly string[]): string {
  const text = ["sme-sync-hmac-sha256", ...lines].join("\n");
  return createHmac("sha256", key.secret).update(text, "utf8").digest("hex");
}

/** encodeURIComponent leaves `!'()*` alone, the protocol does not. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
