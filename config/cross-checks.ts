/** What must hold between settings that are each right by themselves. */
import type { Config } from "./options.ts";

type Check = readonly [fails: (config: Config) => boolean, text: string];

const isLoopback = (host: string) => /^(127\.[\d.]+|localhost|\[?::1\]?)$/.test(host);
const isClear = (address: string | null) =>
  address !== null && address.startsWith("http:") && !isLoopback(new URL(address).hostname);

const errors: readonly Check[] = [
  [
    (c) => c.jwksUrl !== null && (c.tokenIssuer === null || c.tokenAudience === null),
    "JWKS_URL is set without TOKEN_ISSUER and TOKEN_AUDIENCE: a key alone does not say whom a token is from and for. Set all three.",
  ],
  [
    (c) => c.jwksUrl === null && c.tokenIssuer !== null,
    "TOKEN_ISSUER is set without JWKS_URL: its tokens cannot be verified. Set JWKS_URL, or unset TOKEN_ISSUER.",
  ],
  [
    (c) => c.environment === "production" && isClear(c.jwksUrl),
    "JWKS_URL is unencrypted in production: whoever stands in the way could issue tokens. Use https://.",
  ],
  [
    (c) => c.environment === "production" && isClear(c.cityPlatformUrl),
    "CITY_PLATFORM_URL is unencrypted in production. Use https://.",
  ],
  [
    (c) => (c.gatewayDatabaseUrl === null) !== (c.workerDatabaseUrl === null),
    "GATEWAY_DATABASE_URL and WORKER_DATABASE_URL belong together. Set both, or neither.",
  ],
  [
    (c) => c.gatewayDatabaseUrl !== null && c.databaseUrl === null,
    "GATEWAY_DATABASE_URL is set without DATABASE_URL. Set DATABASE_URL to the same database as the owner of its tables.",
  ],
  [
    (c) => c.databaseUrl === null && c.gatewayPoolSize + c.workerPoolSize > 70,
    "GATEWAY_POOL_SIZE and WORKER_POOL_SIZE are above 70 together: the embedded database takes 80 connections. Lower them, or set DATABASE_URL.",
  ],
  [
    (c) => c.defaultPageSize > c.maxPageSize,
    "DEFAULT_PAGE_SIZE is above MAX_PAGE_SIZE. Lower the one or raise the other.",
  ],
  [
    (c) => c.statementTimeoutMs > c.requestTimeoutMs,
    "STATEMENT_TIMEOUT_MS is above REQUEST_TIMEOUT_MS: the request would end first. Lower the one or raise the other.",
  ],
  [
    (c) => (c.llmBaseUrl === null) !== (c.llmModel === null),
    "LLM_BASE_URL and LLM_MODEL belong together. Set both, or neither.",
  ],
  [
    (c) => (c.cityPlatformKeyId === null) !== (c.cityPlatformKey === null),
    "CITY_PLATFORM_KEY_ID and CITY_PLATFORM_KEY belong together. Set both, or neither.",
  ],
  [
    (c) =>
      [c.cityPlatformUrl, c.cityFilesDir, c.cityTablesUrl].filter((way) => way !== null).length > 1,
    "Of CITY_PLATFORM_URL, CITY_FILES_DIR and CITY_TABLES_URL more than one is set: there is one city. Set one of them.",
  ],
  [
    (c) => (c.cityFilesDir ?? c.cityTablesUrl) !== null && c.cityKeysFile === null,
    "CITY_FILES_DIR or CITY_TABLES_URL is set without CITY_KEYS_FILE: parcels are signed. Set both.",
  ],
  [
    (c) => (c.cityPlatformNextKeyId === null) !== (c.cityPlatformNextKey === null),
    "CITY_PLATFORM_NEXT_KEY_ID and CITY_PLATFORM_NEXT_KEY belong together. Set both, or neither.",
  ],
  [
    (c) => c.cityPlatformUrl !== null && c.cityPlatformKey === null,
    "CITY_PLATFORM_URL is set without CITY_PLATFORM_KEY_ID and CITY_PLATFORM_KEY: requests to the city are signed. Set all three.",
  ],
];

const warnings: readonly Check[] = [
  [
    (c) => c.environment === "production" && c.jwksUrl === null,
    "JWKS_URL is not set in production: only API keys will be accepted.",
  ],
  [
    (c) => c.environment === "production" && c.databaseUrl === null,
    "DATABASE_URL is not set in production: the embedded database is used, without a standby.",
  ],
  [
    (c) => c.environment === "development" && !isLoopback(c.host),
    "HOST opens a development gateway to the network: its tokens are for trying out. Set GOLDSEED_ENV=production.",
  ],
  [
    (c) => c.cityPlatformKey !== null && c.cityPlatformUrl === null,
    "CITY_PLATFORM_KEY is set without CITY_PLATFORM_URL and has no effect.",
  ],
];

export function crossErrors(config: Config): string[] {
  return errors.filter(([fails]) => fails(config)).map(([, text]) => text);
}

export function crossWarnings(config: Config): string[] {
  return warnings.filter(([fails]) => fails(config)).map(([, text]) => text);
}
