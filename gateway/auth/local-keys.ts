/** The development issuer: one key of the data folder's secrets. Wired in development alone. */
import { importPublicKey } from "./import-public-key.ts";
import { type KeySource, pickKey } from "./key-source.ts";

/** Claims of the development issuer; a real issuer of the same name is refused at start. */
export const localIssuer = "goldseed:development";
export const localAudience = "goldseed";

/** A private Ed25519 key as a JSON Web Key. */
export interface LocalKey {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  readonly kid: string;
  readonly x: string;
  readonly d: string;
}

export async function localKeys({ kty, crv, kid, x }: LocalKey): Promise<KeySource> {
  const key = await importPublicKey({ kty, crv, x }, "EdDSA");
  const keys = [{ keyId: kid, algorithm: "EdDSA", key } as const];
  return {
    find: (keyId, algorithm) => Promise.resolve(pickKey(keys, keyId, algorithm)),
    holds: (held) => held === key,
    status: () => ({ keys: 1, ageMs: null, lastError: null }),
  };
}
