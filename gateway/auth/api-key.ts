/**
 * API keys of machine clients: `gsk_<prefix>_<secret>`. The prefix finds the row and may be shown; of the secret the store
 * has the SHA-256 alone. It is 32 random bytes, so that no slow hash is needed against guessing.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

export interface ApiKeyParts {
  readonly prefix: string;
  readonly secret: string;
}

export interface NewApiKey {
  /** Shown once and kept nowhere. */
  readonly key: string;
  readonly prefix: string;
  /** Hexadecimal. */
  readonly secretHash: string;
}

const shape = /^gsk_([0-9a-f]{12})_([\w-]{43})$/u;
/** Compared with when there is no such key: the answer takes as long. */
const nobody = Buffer.alloc(32);

export function isApiKey(credential: string): boolean {
  return credential.startsWith("gsk_");
}

export function makeApiKey(): NewApiKey {
  const prefix = randomBytes(6).toString("hex");
  const secret = randomBytes(32).toString("base64url");
  return { key: `gsk_${prefix}_${secret}`, prefix, secretHash: hashOf(secret).toString("hex") };
}

/** @returns null for what is no key of ours. */
export function readApiKey(credential: string): ApiKeyParts | null {
  const [, prefix, secret] = shape.exec(credential) ?? [];
  return prefix === undefined || secret === undefined ? null : { prefix, secret };
}

/** @param secretHash of the row that the prefix found; undefined when there is none. */
export function isSecretOf(secret: string, secretHash: string | undefined): boolean {
  const stored = Buffer.from(secretHash ?? "", "hex");
  const known = stored.length === nobody.length ? stored : nobody;
  return timingSafeEqual(hashOf(secret), known) && known === stored;
}

function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
