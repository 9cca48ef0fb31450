/**
 * Secrets and signatures after Standard Webhooks (standardwebhooks.com): `whsec_…`, HMAC-SHA-256 over id, timestamp and body.
 * A secret follows from the server's key, the webhook and its generation: it is shown once and stored nowhere, so a copy of
 * the database signs nothing.
 */
import { createHmac } from "node:crypto";

export interface SecretOwner {
  readonly id: string;
  readonly generation: number;
}

/** As it is shown to the receiver. */
export function webhookSecret(key: Buffer, owner: SecretOwner): string {
  return `whsec_${secretBytes(key, owner).toString("base64")}`;
}

function secretBytes(key: Buffer, { id, generation }: SecretOwner): Buffer {
  return createHmac("sha256", key).update(`goldseed webhook ${id} ${generation}`).digest();
}

export interface SignedMessage {
  readonly id: string;
  /** Seconds since 1970: receivers refuse what is too old. */
  readonly timestamp: number;
  readonly body: string;
}

/** @param owners generations that sign: the newest, and for a while the one before. */
export function signatureHeaders(
  key: Buffer,
  owners: readonly SecretOwner[],
  { id, timestamp, body }: SignedMessage,
): Readonly<Record<string, string>> {
  const message = { id, timestamp, body };
  const signatures = owners.map((owner) => signature(secretBytes(key, owner), message));
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatures.join(" "),
  };
}

export function signature(secret: Buffer, { id, timestamp, body }: SignedMessage): string {
  const mac = createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`);
  return `v1,${mac.digest("base64")}`;
}
