/** From an Authorization header to a principal: the one door for HTTP, subscriptions and everything else with a caller. */
import { principalOf } from "../../domain/access/claims-principal.ts";
import type { TokenClaims } from "../../domain/access/claims.ts";
import { withGrants } from "../../domain/access/grants.ts";
import type { Principal } from "../../domain/access/principal.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { Classification, Role } from "../../domain/vocabulary.ts";
import type { AccountRegister } from "./account-register.ts";
import { claimsCache } from "./claims-cache.ts";
import {
  expiredToken,
  invalidToken,
  type Issuer,
  type VerifyOptions,
  verifyToken,
} from "./verify-token.ts";

export interface AuthenticatorOptions {
  readonly issuers: readonly Issuer[];
  readonly accounts: AccountRegister;
  /** What each role may see unmasked unless its token or assignment says otherwise; from the access policy. */
  readonly clearances: ReadonlyMap<Role, Classification>;
  readonly requireAssignment: boolean;
  /** Tolerated difference from the issuer's clock, at most 60 seconds. */
  readonly clockSkewS: number;
  readonly now?: () => Date;
}

export interface Authenticator {
  /**
   * @param header value of `Authorization`, as it came.
   * @throws GoldseedError UNAUTHENTICATED; DB_UNAVAILABLE or ISSUER_UNAVAILABLE when it cannot be told.
   */
  readonly authenticate: (header: string | undefined) => Promise<Principal>;
}

export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const now = options.now ?? (() => new Date());
  const { accounts, clockSkewS, clearances, requireAssignment } = options;
  const issuers = new Map(options.issuers.map((issuer) => [issuer.name, issuer]));
  const prove = provenClaims({ issuers, clockSkewS, now });
  return {
    authenticate: async (header) => {
      const claims = await prove(bearerToken(header));
      const { areas, assignments, grants, isRevoked } = await accounts.read();
      if (isRevoked(claims)) throw revokedToken();
      const assignment = assignments.get(claims.subject) ?? null;
      const principal = principalOf(claims, { areas, assignment, requireAssignment, clearances });
      return withGrants(principal, grants.get(claims.subject) ?? [], now().getTime() / 1_000);
    },
  };
}

function provenClaims(options: VerifyOptions): (token: string) => Promise<TokenClaims> {
  const cache = claimsCache();
  return async (token) => {
    const known = cache.get(token);
    if (known) {
      if (known.expiresAtS <= options.now().getTime() / 1_000 - options.clockSkewS)
        throw expiredToken();
      return known;
    }
    const claims = await verifyToken(token, options);
    cache.set(token, claims);
    return claims;
  };
}

function bearerToken(header: string | undefined): string {
  if (header === undefined || header === "") {
    throw new GoldseedError(
      "UNAUTHENTICATED",
      '缺少令牌 / No token was sent. Send the header "Authorization: Bearer <token>".',
      { details: { reason: "MISSING" } },
    );
  }
  const [, token] = /^bearer ([^\s,]+)$/i.exec(header) ?? [];
  if (token === undefined) throw invalidToken();
  return token;
}

function revokedToken(): GoldseedError {
  return new GoldseedError(
    "UNAUTHENTICATED",
    "令牌已被撤销 / The token has been revoked. Get a new token and try again.",
    {
      details: { reason: "REVOKED" },
    },
  );
}
