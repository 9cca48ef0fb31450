/** From an Authorization header to a principal: the one door for HTTP, subscriptions and everything else with a caller. */
import { principalOf } from "../../domain/access/claims-principal.ts";
import type { TokenClaims } from "../../domain/access/claims.ts";
import { withGrants } from "../../domain/access/grants.ts";
import type { Principal } from "../../domain/access/principal.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { Classification, Role } from "../../domain/vocabulary.ts";
import type { AccountRegister, Accounts } from "./account-register.ts";
import { isApiKey, readApiKey } from "./api-key.ts";
import { claimsCache } from "./claims-cache.ts";
import { invalidKey, keyClaims } from "./key-claims.ts";
import { RecentTokens } from "./recent-tokens.ts";
import {
  expiredToken,
  invalidToken,
  type Issuer,
  type ProvenToken,
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
  /** Told of the use of an API key by its prefix, at most once a minute. */
  readonly onKeyUsed?: (prefix: string) => void;
}

export interface Authenticator {
  /**
   * @param header value of `Authorization`, as it came.
   * @throws GoldseedError UNAUTHENTICATED; DB_UNAVAILABLE or ISSUER_UNAVAILABLE when it cannot be told.
   */
  readonly authenticate: (header: string | undefined) => Promise<Principal>;
  /** The same for whoever was let in by this header a moment ago and is so still; null says nothing of anybody. */
  readonly recall?: (header: string | undefined) => Principal | null;
}

export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const now = options.now ?? (() => new Date());
  const { accounts, clockSkewS, clearances, requireAssignment } = options;
  const issuers = new Map(options.issuers.map((issuer) => [issuer.name, issuer]));
  const prove = provenClaims({ issuers, clockSkewS, now });
  const recent = new RecentTokens();
  const entered = new WeakMap<TokenClaims, Entered>();
  const keyUsed = oncePerMinute(now, options.onKeyUsed ?? (() => undefined));
  const enter = (claims: TokenClaims, mustBeAssigned: boolean, known: Accounts) => {
    const { areas, assignments, grants, isRevoked } = known;
    if (isRevoked(claims)) throw revokedToken();
    const assignment = assignments.get(claims.subject) ?? null;
    const facts = { areas, assignment, requireAssignment: mustBeAssigned, clearances };
    const principal = principalOf(claims, facts);
    return withGrants(principal, grants.get(claims.subject) ?? [], now().getTime() / 1_000);
  };
  const enterByKey = async (credential: string) => {
    const known = await accountsOfKey(accounts, credential);
    const { prefix, claims } = keyClaims(credential, known.apiKeys, now().getTime() / 1_000);
    // A key says nothing of its holder's rights: without an assignment it has none.
    const principal = enter(claims, true, known);
    if (principal.role !== "MACHINE") throw invalidKey();
    keyUsed(prefix);
    return principal;
  };
  const enterByToken = async (credential: string, header: string) => {
    const proven = prove.recall(credential) ?? (await prove.verify(credential));
    recent.set(header, proven);
    return enterByClaims(proven.claims);
  };
  const recallProven = (header: string | undefined) => {
    const proven = header === undefined ? undefined : recent.get(header);
    return proven?.holds() && !isOver(proven.claims, { now, clockSkewS }) ? proven : null;
  };
  const enteredBefore = (claims: TokenClaims, known: Accounts | null) => {
    const before = entered.get(claims);
    return before?.accounts === known ? before?.principal : undefined;
  };
  const enterByClaims = async (claims: TokenClaims) => {
    const known = accounts.recall() ?? (await accounts.read());
    const before = enteredBefore(claims, known);
    if (before) return before;
    const principal = enter(claims, requireAssignment, known);
    // Grants begin and end by the clock; all else stands until the accounts are read again.
    if (!known.grants.has(claims.subject)) entered.set(claims, { accounts: known, principal });
    return principal;
  };
  return {
    authenticate: async (header) => {
      const proven = recallProven(header);
      if (proven) return enterByClaims(proven.claims);
      const credential = credentialOf(header);
      return isApiKey(credential) ? enterByKey(credential) : enterByToken(credential, header ?? "");
    },
    recall: (header) => {
      const proven = recallProven(header);
      return (proven && enteredBefore(proven.claims, accounts.recall())) ?? null;
    },
  };
}

/** A key may have been made since they were read. */
async function accountsOfKey(accounts: AccountRegister, credential: string): Promise<Accounts> {
  const known = await accounts.read();
  const prefix = readApiKey(credential)?.prefix;
  return prefix === undefined || known.apiKeys.has(prefix) ? known : accounts.readAgain();
}

/** Who a token's claims made its bearer, as long as nothing else is known of the accounts. */
interface Entered {
  readonly accounts: Accounts;
  readonly principal: Principal;
}

/** Keys are few: the list of those used in this process stays short. */
function oncePerMinute(now: () => Date, tell: (name: string) => void): (name: string) => void {
  const told = new Map<string, number>();
  return (name) => {
    const nowMs = now().getTime();
    if (nowMs - (told.get(name) ?? Number.NEGATIVE_INFINITY) < 60_000) return;
    told.set(name, nowMs);
    tell(name);
  };
}

function isOver({ expiresAtS }: TokenClaims, { now, clockSkewS }: Clock): boolean {
  return expiresAtS <= now().getTime() / 1_000 - clockSkewS;
}

type Clock = Pick<VerifyOptions, "now" | "clockSkewS">;

interface ProvenClaims {
  /** @returns what a token was proven to say, or null for one that must be proven. @throws GoldseedError UNAUTHENTICATED when it is over */
  readonly recall: (token: string) => ProvenToken | null;
  readonly verify: (token: string) => Promise<ProvenToken>;
}

function provenClaims(options: VerifyOptions): ProvenClaims {
  const cache = claimsCache();
  return {
    recall: (token) => {
      const known = cache.get(token);
      if (!known?.holds()) return null;
      if (isOver(known.claims, options)) throw expiredToken();
      return known;
    },
    verify: async (token) => {
      const proven = await verifyToken(token, options);
      cache.set(token, proven);
      return proven;
    },
  };
}

/** A token or an API key; the latter also under a scheme of its own. */
function credentialOf(header: string | undefined): string {
  if (header === undefined || header === "") {
    throw new GoldseedError(
      "UNAUTHENTICATED",
      '缺少令牌 / No token was sent. Send the header "Authorization: Bearer <token>".',
      { details: { reason: "MISSING" } },
    );
  }
  const [, scheme = "", credential] = /^(bearer|apikey) ([^\s,]+)$/i.exec(header) ?? [];
  if (credential === undefined) throw invalidToken();
  if (scheme.toLowerCase() === "apikey" && !isApiKey(credential)) throw invalidKey();
  return credential;
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
