/** Proves a token: shape, issuer, key, signature, audience, times. What fails here gets one answer, whatever failed. */
import { errors, jwtVerify } from "jose";

import { readClaims, type TokenClaims } from "../../domain/access/claims.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { KeySource } from "./key-source.ts";
import { readTokenParts } from "./read-token-parts.ts";

export interface Issuer {
  /** Required `iss`. */
  readonly name: string;
  /** Required in `aud`. */
  readonly audience: string;
  readonly keys: KeySource;
}

export interface VerifyOptions {
  /** By name. */
  readonly issuers: ReadonlyMap<string, Issuer>;
  /** Tolerated difference between the clocks, at most 60 seconds. */
  readonly clockSkewS: number;
  readonly now: () => Date;
}

export interface ProvenToken {
  readonly claims: TokenClaims;
  /** False once the key that proved it is not known to be the issuer's: it must be proven again. */
  readonly holds: () => boolean;
}

/** @throws GoldseedError UNAUTHENTICATED, or ISSUER_UNAVAILABLE when the issuer's keys cannot be had. */
export async function verifyToken(token: string, options: VerifyOptions): Promise<ProvenToken> {
  const parts = readTokenParts(token);
  const issuer = parts && options.issuers.get(parts.issuer);
  const key = issuer && (await issuer.keys.find(parts.keyId, parts.algorithm));
  if (!key) throw invalidToken();
  const now = options.now();
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [parts.algorithm],
      issuer: issuer.name,
      audience: issuer.audience,
      requiredClaims: ["exp", "iat", "sub"],
      clockTolerance: options.clockSkewS,
      currentDate: now,
    });
    const claims = readClaims(payload);
    if (claims.issuedAtS > now.getTime() / 1_000 + options.clockSkewS) throw invalidToken();
    return { claims, holds: () => issuer.keys.holds(key) };
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Expiry is told: the signature has been proven by then, and the caller can do something about it. */
function refusalOf(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return expiredToken();
  return error instanceof errors.JOSEError || error instanceof TypeError
    ? invalidToken(error)
    : error;
}

export function invalidToken(cause?: unknown): GoldseedError {
  return new GoldseedError(
    "UNAUTHENTICATED",
    "令牌无效 / The token is not valid. Get a new token and try again.",
    { cause },
  );
}

export function expiredToken(): GoldseedError {
  return new GoldseedError(
    "UNAUTHENTICATED",
    "令牌已过期 / The token has expired. Get a new token and try again.",
    { details: { reason: "EXPIRED" } },
  );
}
