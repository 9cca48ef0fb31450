/** Where an issuer's public keys come from; the lookup never leads to a file, a statement or an address of the token. */
import type { CryptoKey } from "jose";

import type { Algorithm } from "./read-token-parts.ts";

export interface VerificationKey {
  readonly keyId: string | null;
  readonly algorithm: Algorithm;
  readonly key: CryptoKey;
}

export interface KeySource {
  /**
   * @returns undefined when the issuer has no such key.
   * @throws GoldseedError ISSUER_UNAVAILABLE when there is no set of keys to look into.
   */
  readonly find: (keyId: string | null, algorithm: Algorithm) => Promise<CryptoKey | undefined>;
  /**
   * Whether a key that was found is the issuer's still, without waiting: false as well when that has to be asked anew, and
   * then `find` does.
   */
  readonly holds: (key: CryptoKey) => boolean;
  /** For health checks: age of the keys in milliseconds, null when there are none or they do not age. */
  readonly status: () => {
    readonly keys: number;
    readonly ageMs: number | null;
    readonly lastError: string | null;
  };
}

/** A token without a key id is met only where the issuer has a single key of its algorithm. */
export function pickKey(
  keys: readonly VerificationKey[],
  keyId: string | null,
  algorithm: Algorithm,
): CryptoKey | undefined {
  const matching = keys.filter(
    (key) => key.algorithm === algorithm && (keyId === null || key.keyId === keyId),
  );
  return matching.length === 1 ? matching[0]?.key : undefined;
}
