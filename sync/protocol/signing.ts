/** Signing profiles HMAC-SHA256 and HMAC-SM3 (section 3): who sends, what exactly, when, and once. */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export const signingProfiles = ["HMAC-SHA256", "HMAC-SM3"] as const;
export type SigningProfile = (typeof signingProfiles)[number];

/** What a profile calls its hash: in Node, in the header of the content, in the first line of what is signed. */
const hashes = {
  "HMAC-SHA256": { name: "sha256", header: "X-Sync-Content-SHA256" },
  "HMAC-SM3": { name: "sm3", header: "X-Sync-Content-SM3" },
} as const satisfies Record<SigningProfile, object>;

export interface SigningKey {
  readonly id: string;
  /** At least 32 bytes. */
  readonly secret: string;
  /** Default HMAC-SHA256. */
  readonly profile?: SigningProfile;
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
  const content = contentDigest(key, request.body);
  const { method, path, timestamp, nonce } = request;
  const query = encodeQuery(request.query);
  const lines = ["request", key.id, method, path, query, timestamp, nonce, content];
  return {
    "X-Sync-Key": key.id,
    "X-Sync-Timestamp": timestamp,
    "X-Sync-Nonce": nonce,
    [hashOf(key).header]: content,
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
  const lines = ["response", key.id, String(status), nonce, timestamp, contentDigest(key, body)];
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
  const { name } = hashOf(key);
  const text = [`sme-sync-hmac-${name}`, ...lines].join("\n");
  return createHmac(name, key.secret).update(text, "utf8").digest("hex");
}

function contentDigest(key: SigningKey, bytes: Uint8Array): string {
  return createHash(hashOf(key).name).update(bytes).digest("hex");
}

const hashOf = ({ profile = "HMAC-SHA256" }: SigningKey) => hashes[profile];

/** encodeURIComponent leaves `!'()*` alone, the protocol does not. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
