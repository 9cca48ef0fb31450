/** The claims of a token, read strictly: a claim of the wrong shape refuses the token, it is never skipped. */
import { GoldseedError } from "../errors.ts";
import {
  type Classification,
  classifications,
  type Role,
  roles,
  type Tier,
  tiers,
} from "../vocabulary.ts";

/** Null: the token does not say, which leaves the word to the server's own assignment. */
export interface TokenClaims {
  readonly subject: string;
  /** The machine that acts for the subject (`act` of RFC 8693); null when it acts for itself. */
  readonly actor: string | null;
  readonly tier: Tier | null;
  /** Sorted, without doubles. */
  readonly areaCodes: readonly string[] | null;
  readonly role: Role | null;
  readonly clearance: Classification | null;
  readonly purpose: string | null;
  /** `jti`, by which a single token can be revoked. */
  readonly tokenId: string | null;
  /** Seconds since 1970. */
  readonly issuedAtS: number;
  /** Seconds since 1970. */
  readonly expiresAtS: number;
}

/** The district has 35 areas: a longer list is a mistake or an attack. */
const mostAreas = 64;
const identifier = /^[\p{L}\p{N}][\p{L}\p{N}._:@+/|-]{0,199}$/u;
const purposeCode = /^[A-Z][A-Z0-9_-]{0,63}$/;

/** @param payload of a verified token. @throws GoldseedError UNAUTHENTICATED naming the first claim that is wrong. */
export function readClaims(payload: Readonly<Record<string, unknown>>): TokenClaims {
  return {
    subject:
      matching(payload, "sub", identifier) ?? refuse("sub", "a name of at most 200 characters"),
    actor: actorOf(payload["act"]),
    tier: word(payload, "tier", tiers),
    areaCodes: codes(payload["areas"]),
    role: word(payload, "role", roles),
    clearance: word(payload, "clearance", classifications),
    purpose: matching(payload, "purpose", purposeCode),
    tokenId: matching(payload, "jti", identifier),
    issuedAtS: seconds(payload, "iat"),
    expiresAtS: seconds(payload, "exp"),
  };
}

function matching(
  payload: Readonly<Record<string, unknown>>,
  name: string,
  shape: RegExp,
): string | null {
  const value = payload[name];
  if (value === undefined) return null;
  return typeof value === "string" && shape.test(value) ? value : refuse(name, "a plain text");
}

function word<Word extends string>(
  payload: Readonly<Record<string, unknown>>,
  name: string,
  words: readonly Word[],
): Word | null {
  const value = payload[name];
  if (value === undefined) return null;
  return words.find((known) => known === value) ?? refuse(name, `one of ${words.join(", ")}`);
}

/** RFC 8693 4.1: the outermost `act` is who acts now. */
function actorOf(act: unknown): string | null {
  if (act === undefined) return null;
  if (typeof act !== "object" || act === null || Array.isArray(act))
    return refuse("act", "an object with sub");
  return (
    matching(act as Record<string, unknown>, "sub", identifier) ??
    refuse("act", "an object with sub")
  );
}

function codes(value: unknown): readonly string[] | null {
  if (value === undefined) return null;
  if (!Array.isArray(value) || value.length === 0 || value.length > mostAreas)
    return refuse("areas", "a list of area codes");
  const list = value.map((code: unknown) =>
    typeof code === "string" && code.length <= 32 ? code : refuse("areas", "a list of area codes"),
  );
  return [...new Set(list)].sort();
}

/** `exp` and `iat` are NumericDates of RFC 7519; both are required by RFC 9068. */
function seconds(payload: Readonly<Record<string, unknown>>, name: string): number {
  const value = payload[name];
  return typeof value === "number" && value >= 0 && value < 1e11
    ? value
    : refuse(name, "a time in seconds since 1970");
}

function refuse(claim: string, expected: string): never {
  throw new GoldseedError(
    "UNAUTHENTICATED",
    `令牌中的 ${claim} 不符合要求 / The token's claim "${claim}" is not accepted: expected ${expected}. Ask the issuer for a correct token.`,
    { details: { claim } },
  );
}
