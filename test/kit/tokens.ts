/** Issuers, keys and tokens for tests: real keys of every family, tokens signed by hand so that they can be wrong. */
import { createSign, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

import { createAuthenticator, type Authenticator } from "../../gateway/auth/authenticator.ts";
import { accountRegister } from "../../gateway/auth/account-register.ts";
import { importKeys } from "../../gateway/auth/import-keys.ts";
import { type KeySource, pickKey } from "../../gateway/auth/key-source.ts";
import type { AccountFacts } from "../../store/queries/read-account-facts.ts";

export const issuerName = "https://sso.example";
export const audience = "goldseed";
/** All tokens of tests are made for this moment. */
export const nowS = 1_800_000_000;

const rsa = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" });
const edwards = generateKeyPairSync("ed25519");

export const keys = { RS256: rsa, ES256: elliptic, EdDSA: edwards } as const;
export type KeyAlgorithm = keyof typeof keys;

export function publicJwk(algorithm: KeyAlgorithm, kid: string): Record<string, unknown> {
  return {
    ...keys[algorithm].publicKey.export({ format: "jwk" }),
    kid,
    alg: algorithm,
    use: "sig",
  };
}

export const jwks = (): { keys: Record<string, unknown>[] } => ({
  keys: (Object.keys(keys) as KeyAlgorithm[]).map((algorithm) =>
    publicJwk(algorithm, `key-${algorithm}`),
  ),
});

export const goodClaims = {
  iss: issuerName,
  aud: audience,
  sub: "li.si",
  iat: nowS - 60,
  exp: nowS + 3_600,
  jti: "token-1",
  tier: "TOWN",
  areas: ["370211010"],
  role: "SPECIALIST",
};

export const goodHeader = (algorithm: KeyAlgorithm) => ({
  alg: algorithm,
  typ: "at+jwt",
  kid: `key-${algorithm}`,
});

export const encode = (value: unknown): string =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

/** Signs any two texts as a token, whatever is in them. */
export function signToken(
  header: unknown,
  claims: unknown,
  algorithm: KeyAlgorithm = "EdDSA",
  key: KeyObject = keys[algorithm].privateKey,
): string {
  const input = `${encode(header)}.${encode(claims)}`;
  return `${input}.${signatureOf(input, algorithm, key).toString("base64url")}`;
}

export const goodToken = (
  algorithm: KeyAlgorithm = "EdDSA",
  changes: Record<string, unknown> = {},
): string => signToken(goodHeader(algorithm), { ...goodClaims, ...changes }, algorithm);

function signatureOf(input: string, algorithm: KeyAlgorithm, key: KeyObject): Buffer {
  if (algorithm === "EdDSA") return sign(null, Buffer.from(input), key);
  const signer = createSign("sha256").update(input);
  return algorithm === "ES256" ? signer.sign({ key, dsaEncoding: "ieee-p1363" }) : signer.sign(key);
}

export async function fixedKeys(): Promise<KeySource> {
  const imported = await importKeys(JSON.stringify(jwks()));
  return {
    find: (keyId, algorithm) => Promise.resolve(pickKey(imported, keyId, algorithm)),
    holds: (key) => imported.some((known) => known.key === key),
    status: () => ({ keys: imported.length, ageMs: 0, lastError: null }),
  };
}

export const noAccounts: AccountFacts = {
  areas: [
    { code: "3702", kind: "CITY" },
    { code: "370211", kind: "DISTRICT" },
    { code: "370211010", kind: "TOWN" },
    { code: "370211011", kind: "TOWN" },
  ],
  assignments: [],
  revocations: [],
  apiKeys: [],
  trustedDocuments: [],
  grants: [],
};

/** An authenticator at `nowS`, over the given accounts. */
export async function testAuthenticator(
  facts: Partial<AccountFacts> = {},
  now: () => Date = () => new Date(nowS * 1_000),
  source?: KeySource,
): Promise<Authenticator> {
  return createAuthenticator({
    issuers: [{ name: issuerName, audience, keys: source ?? (await fixedKeys()) }],
    accounts: accountRegister({ load: () => Promise.resolve({ ...noAccounts, ...facts }) }),
    clearances: new Map([
      ["VIEWER", "L2"],
      ["SPECIALIST", "L3"],
    ]),
    requireAssignment: false,
    clockSkewS: 30,
    now,
  });
}
