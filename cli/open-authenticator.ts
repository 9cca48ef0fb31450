/** Wires the door of the gateway from the settings: which issuers are believed, and what is known of accounts. */
import type { Config } from "../config/options.ts";
import type { Secrets } from "../config/secrets.ts";
import type { AccessPolicy } from "../domain/access/policy.ts";
import { type AccountRegister, accountRegister } from "../gateway/auth/account-register.ts";
import { type Authenticator, createAuthenticator } from "../gateway/auth/authenticator.ts";
import { localAudience, localIssuer, localKeys } from "../gateway/auth/local-keys.ts";
import { remoteKeys } from "../gateway/auth/remote-keys.ts";
import type { Issuer } from "../gateway/auth/verify-token.ts";
import type { ClockReading } from "../lib/clock-drift.ts";
import type { Pool } from "../store/pool.ts";
import { touchApiKey } from "../store/queries/api-keys.ts";
import { readAccountFacts } from "../store/queries/read-account-facts.ts";

export interface AuthenticatorParts {
  /** Logs in as the gateway. */
  readonly pool: Pool;
  readonly secrets: Pick<Secrets, "tokenKey">;
  readonly policy: Pick<AccessPolicy, "clearances">;
  readonly accounts: AccountRegister;
  /** Told of keys that cannot be fetched and accounts that cannot be read. */
  readonly onError: (message: string) => void;
  /** Told what time it is for the issuer. */
  readonly onTime?: (said: ClockReading) => void;
}

/** What the server says about accounts, for whoever decides by it in this process. */
export function openAccounts(pool: Pool, onError: AuthenticatorParts["onError"]): AccountRegister {
  return accountRegister({
    load: () => readAccountFacts(pool),
    onError: (error) => onError(`accounts: ${wordsOf(error)}`),
  });
}

export async function openAuthenticator(
  config: Config,
  parts: AuthenticatorParts,
): Promise<Authenticator> {
  const { pool, accounts, onError } = parts;
  return createAuthenticator({
    issuers: await issuersOf(config, parts),
    accounts,
    onKeyUsed: (prefix) =>
      void touchApiKey(pool, prefix).catch((error: unknown) =>
        onError(`api key ${prefix}: ${wordsOf(error)}`),
      ),
    clearances: parts.policy.clearances,
    requireAssignment: config.requireAssignment,
    clockSkewS: config.clockSkewS,
  });
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The development issuer is not an issuer with a flag: in production it does not exist. */
async function issuersOf(
  config: Config,
  { secrets, onError, onTime = () => undefined }: AuthenticatorParts,
): Promise<readonly Issuer[]> {
  const { environment, jwksUrl, tokenIssuer, tokenAudience } = config;
  const issuers: Issuer[] = [];
  if (environment === "development")
    issuers.push({
      name: localIssuer,
      audience: localAudience,
      keys: await localKeys(secrets.tokenKey),
    });
  if (jwksUrl !== null && tokenIssuer !== null && tokenAudience !== null)
    issuers.push({
      name: tokenIssuer,
      audience: tokenAudience,
      keys: remoteKeys({ url: jwksUrl, onError, onTime }),
    });
  return issuers;
}
