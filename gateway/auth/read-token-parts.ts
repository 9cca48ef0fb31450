/** Takes a token apart without believing it: what is not of the one accepted shape is not looked at further. */
import { parseTokenJson } from "./parse-token-json.ts";

/** Algorithms by RFC 8725 3.1: signatures of three families, nothing symmetric, nothing of the token's own choice. */
export const algorithms = ["RS256", "ES256", "EdDSA"] as const;
export type Algorithm = (typeof algorithms)[number];

export interface TokenParts {
  readonly algorithm: Algorithm;
  /** Null when the header names no key. */
  readonly keyId: string | null;
  /** Who the token says has issued it: not yet proven. */
  readonly issuer: string;
}

const mostCharacters = 16_384;
const segment = /^[A-Za-z0-9_-]+$/;
/** Members with which a token would bring its own key, or rules that are unknown here. */
const refusedMembers = ["crit", "jku", "jwk", "x5u", "x5c", "b64", "zip", "cty", "enc"];

/** @returns undefined for anything but a signed access token (RFC 9068: `typ` is `at+jwt`). */
export function readTokenParts(text: string): TokenParts | undefined {
  if (text.length > mostCharacters) return undefined;
  const [head, body, signature, ...rest] = text.split(".").map(decodeSegment);
  if (!head || !body || !signature || rest.length > 0) return undefined;
  const header = parseBytes(head);
  const issuer = parseBytes(body)?.["iss"];
  if (!header || typeof issuer !== "string" || !isAccessToken(header["typ"])) return undefined;
  if (refusedMembers.some((name) => name in header)) return undefined;
  const algorithm = algorithms.find((known) => known === header["alg"]);
  const keyId = header["kid"] ?? null;
  if (!algorithm || !(keyId === null || (typeof keyId === "string" && keyId.length <= 200)))
    return undefined;
  return { algorithm, keyId, issuer };
}

function isAccessToken(type: unknown): boolean {
  return typeof type === "string" && /^(application\/)?at\+jwt$/i.test(type);
}

/** A last character with spare bits set decodes alike: one token would have several spellings. */
function decodeSegment(part: string): Buffer | undefined {
  if (!segment.test(part)) return undefined;
  const bytes = Buffer.from(part, "base64url");
  return bytes.toString("base64url") === part ? bytes : undefined;
}

/** Bytes that are not UTF-8 would read as U+FFFD here and perhaps as something else there. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function parseBytes(bytes: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    return parseTokenJson(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}
