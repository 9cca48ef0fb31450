/**
 * Keys by which parcels are signed (docs/city-protocol.md section 12), as the key file holds them. Two may be valid at
 * once: that is how a key is changed without a pause. A key that has ended stays in the file, so that what it signed can
 * still be told from what nobody signed.
 */
import { z } from "zod";

import { instant } from "../scalars.ts";

const times = {
  id: z.string().regex(/^[\w.-]{1,60}$/),
  notBefore: instant.nullable().default(null),
  notAfter: instant.nullable().default(null),
};
const secret = z.string().min(32);
const jwk = z.record(z.string(), z.unknown());

const shared = z.strictObject({ ...times, algorithm: z.enum(["HMAC-SHA256", "HMAC-SM3"]), secret });

/** We sign with these. */
export const signingKeySchema = z.discriminatedUnion("algorithm", [
  shared,
  z.strictObject({ ...times, algorithm: z.literal("JWS"), privateKey: jwk }),
  z.strictObject({
    ...times,
    algorithm: z.literal("SM2-SM3"),
    /** 64 hex digits. */
    privateKey: z.string().regex(/^[0-9a-f]{64}$/),
  }),
]);
export type DetachedSigningKey = z.infer<typeof signingKeySchema>;

/** The other side signs with these. */
export const checkingKeySchema = z.discriminatedUnion("algorithm", [
  shared,
  z.strictObject({ ...times, algorithm: z.literal("JWS"), publicKey: jwk }),
  z.strictObject({
    ...times,
    algorithm: z.literal("SM2-SM3"),
    /** The point uncompressed: 04, x, y. */
    publicKey: z.string().regex(/^04[0-9a-f]{128}$/),
  }),
]);
export type DetachedCheckingKey = z.infer<typeof checkingKeySchema>;

export const parcelKeysSchema = z.strictObject({
  ours: z.array(signingKeySchema).min(1),
  city: z.array(checkingKeySchema).min(1),
});
export type ParcelKeys = z.infer<typeof parcelKeysSchema>;

export const detachedSignatureSchema = z.strictObject({
  keyId: z.string().max(60),
  algorithm: z.enum(["HMAC-SHA256", "HMAC-SM3", "JWS", "SM2-SM3"]),
  value: z.string().max(2_000),
});
export type DetachedSignature = z.infer<typeof detachedSignatureSchema>;

interface Timed {
  readonly notBefore: string | null;
  readonly notAfter: string | null;
}

/** Instants of one form sort as texts do. */
export function isValidAt({ notBefore, notAfter }: Timed, at: Date): boolean {
  const now = at.toISOString();
  return (notBefore === null || notBefore <= now) && (notAfter === null || now <= notAfter);
}

/** The key to sign with: of those valid the one that began last; null when none is. */
export function currentKey<K extends Timed>(keys: readonly K[], at: Date): K | null {
  const valid = keys.filter((key) => isValidAt(key, at));
  return valid.sort((a, b) => ((a.notBefore ?? "") < (b.notBefore ?? "") ? 1 : -1))[0] ?? null;
}
