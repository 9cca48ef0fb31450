/** Makes tokens of the development issuer, for trying out: the same kind of token a real issuer gives. */
import { randomUUID } from "node:crypto";

import { importJWK, SignJWT } from "jose";

import type { Classification, Role, Tier } from "../../domain/vocabulary.ts";
import { localAudience, type LocalKey, localIssuer } from "./local-keys.ts";

export interface TokenWish {
  readonly subject: string;
  readonly tier: Tier;
  readonly areaCodes: readonly string[];
  readonly role: Role;
  /** Null leaves it to the role. */
  readonly clearance: Classification | null;
  readonly purpose: string | null;
  /** How long it is good for, in seconds. */
  readonly lifetimeS: number;
  /** Seconds since 1970; now when left out. */
  readonly issuedAtS?: number;
}

export async function mintToken(key: LocalKey, wish: TokenWish): Promise<string> {
  const { subject, tier, areaCodes, role, clearance, purpose, lifetimeS } = wish;
  const issuedAtS = wish.issuedAtS ?? Math.floor(Date.now() / 1_000);
  const claims = {
    tier,
    areas: [...areaCodes],
    role,
    ...(clearance === null ? {} : { clearance }),
    ...(purpose === null ? {} : { purpose }),
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "EdDSA", typ: "at+jwt", kid: key.kid })
    .setIssuer(localIssuer)
    .setAudience(localAudience)
    .setSubject(subject)
    .setJti(randomUUID())
    .setIssuedAt(issuedAtS)
    .setExpirationTime(issuedAtS + lifetimeS)
    .sign(await importJWK({ ...key }, "EdDSA"));
}
