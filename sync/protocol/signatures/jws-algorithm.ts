/** The one algorithm of a JWS by the key's own kind: what a header claims is never asked, so `none` cannot be told. */
import type { JWK } from "jose";

/** @throws Error for a key of another kind. */
export function jwsAlgorithmOf({ kty, crv }: JWK): "EdDSA" | "ES256" {
  if (kty === "OKP" && crv === "Ed25519") return "EdDSA";
  if (kty === "EC" && crv === "P-256") return "ES256";
  throw new Error(`a JWS key is Ed25519 or P-256, not "${kty ?? ""} ${crv ?? ""}"`);
}
