/** Wires the door of the gateway from the settings: which issuers are believed, and what is known of accounts. */
import type { Config } from "../config/options.ts";
import type { Secrets } from "../config/secrets.ts";
import type { AccessPolicy } from "../domain/access/policy.ts";
import { accountRegister } from "../gateway/auth/account-register.ts";
import { type Authenticator, createAuthenticator } from "../gateway/auth/authenticator.ts";
import { localAudience, localIssuer, localKeys } from "../gateway/auth/local-keys.ts";
import { remoteKeys } from "../gateway/auth/remote-keys.ts";
import type { Issuer } from "../gateway/auth/verify-token.ts";
import type { Pool } from "../store/pool.ts";
import { readAccountFacts } from "../store/queries/read-account-facts.ts";

export interface AuthenticatorParts {
  /** Logs in as the gateway. */
  readonly pool: Pool;
  readonly secrets: Pick<Secrets, "tokenKey">;
  readonly policy: Pick<AccessPolicy, "clearances">;
  /** Told of keys that cannot be fetched and accounts that cannot be read. */
  readonly onError: (message: string) => void;
}

export async function openAuthenticator(
  config: Config,
  parts: AuthenticatorParts,
): Promise<Authenticator> {
  const { pool, onError } = parts;
  return createAuthenticator({
    issuers: await issuersOf(config, parts),
    accounts: accountRegister({
      load: () => readAccountFacts(pool),
      onError: (error) =>
        onError(`accounts: ${error instanceof Error ? error.message : String(error)}`),
    }),
    clearances: parts.policy.clearances,
    requireAssignment: config.requireAssignment,
    clockSkewS: config.clockSkewS,
  });
}

/** The development issuer is not an issuer with a flag: in production it does not exist. */
async function issuersOf(
  config: Config,
  { secrets, onError }: AuthenticatorParts,
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
      keys: remoteKeys({ url: jwksUrl, onError }),
    });
  return issuers;
}
