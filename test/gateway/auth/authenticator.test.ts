/** Who comes in and who does not: good tokens of every family, and a table of the known attacks. */
import { createHmac, generateKeyPairSync } from "node:crypto";

import { describe, expect, test } from "vitest";

import {
  audience,
  encode,
  goodClaims,
  goodHeader,
  goodToken,
  issuerName,
  keys,
  nowS,
  publicJwk,
  signToken,
  testAuthenticator,
} from "../../kit/tokens.ts";

const door = await testAuthenticator();
const enter = (token: string) => door.authenticate(`Bearer ${token}`);
const forged = {
  code: "UNAUTHENTICATED",
  message: "令牌无效 / The token is not valid. Get a new token and try again.",
};

describe("a good token", () => {
  test.each(["RS256", "ES256", "EdDSA"] as const)(
    "signed with %s gives its principal",
    async (algorithm) => {
      expect(await enter(goodToken(algorithm))).toEqual({
        subject: "li.si",
        tier: "TOWN",
        areaCodes: ["370211010"],
        role: "SPECIALIST",
        clearance: "L3",
        purpose: null,
      });
    },
  );

  test.each([
    ["several audiences", goodToken("EdDSA", { aud: ["other", audience] })],
    ["nbf within the tolerance", goodToken("EdDSA", { nbf: nowS + 20 })],
    ["exp within the tolerance", goodToken("EdDSA", { exp: nowS - 20 })],
    [
      "the media type in full",
      signToken({ ...goodHeader("EdDSA"), typ: "application/at+JWT" }, goodClaims),
    ],
    ["no key id where one key fits", signToken({ alg: "EdDSA", typ: "at+jwt" }, goodClaims)],
    ["claims that are not known", goodToken("EdDSA", { name: "李四", amr: ["pwd"] })],
  ])("with %s is accepted", async (_what, token) => {
    expect(await enter(token)).toMatchObject({ subject: "li.si" });
  });

  test.each(["Bearer", "bearer", "BEARER"])("is taken after %s", async (scheme) => {
    expect(await door.authenticate(`${scheme} ${goodToken()}`)).toMatchObject({ subject: "li.si" });
  });
});

const attacker = generateKeyPairSync("ed25519");
const attackerJwk = attacker.publicKey.export({ format: "jwk" });
const parts = goodToken().split(".");
const rsaPem = keys.RS256.publicKey.export({ type: "spki", format: "pem" });
const hmac = (header: object, secret: string | Buffer) => {
  const input = `${encode(header)}.${encode(goodClaims)}`;
  return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
};

describe("a forged token gets one answer", () => {
  test.each<readonly [string, string]>([
    ["alg none", `${encode({ ...goodHeader("EdDSA"), alg: "none" })}.${encode(goodClaims)}.`],
    ["alg None with a signature", signToken({ ...goodHeader("EdDSA"), alg: "None" }, goodClaims)],
    [
      "alg nOnE without a third part",
      `${encode({ ...goodHeader("EdDSA"), alg: "nOnE" })}.${encode(goodClaims)}`,
    ],
    ["no signature", `${parts[0]}.${parts[1]}.`],
    ["the public key as an HMAC secret", hmac({ ...goodHeader("RS256"), alg: "HS256" }, rsaPem)],
    [
      "the public JWK as an HMAC secret",
      hmac(
        { ...goodHeader("EdDSA"), alg: "HS256" },
        Buffer.from(String(publicJwk("EdDSA", "k")["x"]), "base64url"),
      ),
    ],
    [
      "RS256 claimed for an ES256 signature",
      signToken({ ...goodHeader("RS256") }, goodClaims, "ES256"),
    ],
    [
      "ES256 key named for EdDSA",
      signToken({ ...goodHeader("EdDSA"), kid: "key-ES256" }, goodClaims),
    ],
    ["PS256", signToken({ ...goodHeader("RS256"), alg: "PS256" }, goodClaims, "RS256")],
    ["Ed25519 as alg", signToken({ ...goodHeader("EdDSA"), alg: "Ed25519" }, goodClaims)],
    ["another key", signToken(goodHeader("EdDSA"), goodClaims, "EdDSA", attacker.privateKey)],
    [
      "another key that it brings along",
      signToken(
        { ...goodHeader("EdDSA"), jwk: attackerJwk },
        goodClaims,
        "EdDSA",
        attacker.privateKey,
      ),
    ],
    [
      "an address of keys",
      signToken({ ...goodHeader("EdDSA"), jku: "http://127.0.0.1:1/jwks" }, goodClaims),
    ],
    [
      "an address of a certificate",
      signToken({ ...goodHeader("EdDSA"), x5u: "http://127.0.0.1:1/cert" }, goodClaims),
    ],
    ["a certificate", signToken({ ...goodHeader("EdDSA"), x5c: ["MIIB"] }, goodClaims)],
    ["a critical member", signToken({ ...goodHeader("EdDSA"), crit: ["exp"], exp: 1 }, goodClaims)],
    [
      "an empty list of critical members",
      signToken({ ...goodHeader("EdDSA"), crit: [] }, goodClaims),
    ],
    ["an unencoded payload", signToken({ ...goodHeader("EdDSA"), b64: false }, goodClaims)],
    ["an ID token", signToken({ ...goodHeader("EdDSA"), typ: "JWT" }, goodClaims)],
    ["no typ", signToken({ alg: "EdDSA", kid: "key-EdDSA" }, goodClaims)],
    [
      "kid as a path",
      signToken({ ...goodHeader("EdDSA"), kid: "../../../../dev/null" }, goodClaims),
    ],
    ["kid as SQL", signToken({ ...goodHeader("EdDSA"), kid: "' OR 1=1 --" }, goodClaims)],
    [
      "kid as an object's member",
      signToken({ ...goodHeader("EdDSA"), kid: "__proto__" }, goodClaims),
    ],
    ["a long kid", signToken({ ...goodHeader("EdDSA"), kid: "k".repeat(10_000) }, goodClaims)],
    ["kid as a list", signToken({ ...goodHeader("EdDSA"), kid: ["key-EdDSA"] }, goodClaims)],
    ["another issuer", goodToken("EdDSA", { iss: "https://evil.example" })],
    ["the issuer as a list", goodToken("EdDSA", { iss: [issuerName] })],
    ["no issuer", goodToken("EdDSA", { iss: undefined })],
    ["another audience", goodToken("EdDSA", { aud: "other" })],
    ["no audience", goodToken("EdDSA", { aud: undefined })],
    ["no exp", goodToken("EdDSA", { exp: undefined })],
    ["exp as text", goodToken("EdDSA", { exp: String(nowS + 60) })],
    ["no iat", goodToken("EdDSA", { iat: undefined })],
    ["iat in the future", goodToken("EdDSA", { iat: nowS + 120 })],
    ["nbf in the future", goodToken("EdDSA", { nbf: nowS + 120 })],
    ["no subject", goodToken("EdDSA", { sub: undefined })],
    [
      "a member twice",
      signToken(
        JSON.stringify(goodHeader("EdDSA")),
        JSON.stringify(goodClaims).replace("{", '{"sub":"admin",'),
      ),
    ],
    [
      "a member twice, once escaped",
      signToken(
        JSON.stringify(goodHeader("EdDSA")),
        JSON.stringify(goodClaims).replace("{", '{"\\u0073ub":"admin",'),
      ),
    ],
    [
      "a header's member twice",
      signToken(
        JSON.stringify(goodHeader("EdDSA")).replace("{", '{"alg":"none",'),
        JSON.stringify(goodClaims),
      ),
    ],
    ["a member's name that is not ASCII", goodToken("EdDSA", { 层级: "CITY" })],
    [
      "__proto__",
      signToken(
        JSON.stringify(goodHeader("EdDSA")),
        JSON.stringify(goodClaims).replace("{", '{"__proto__":{"tier":"CITY"},'),
      ),
    ],
    ["a payload that is a list", signToken(goodHeader("EdDSA"), [goodClaims])],
    ["a payload that is no JSON", signToken(JSON.stringify(goodHeader("EdDSA")), "{")],
    ["a payload nested too deep", goodToken("EdDSA", { deep: [[[[[[[1]]]]]]] })],
    ["a megabyte", goodToken("EdDSA", { pad: "x".repeat(1_000_000) })],
    ["more than 16 kB", goodToken("EdDSA", { pad: "x".repeat(12_300) })],
    ["five parts", `${goodToken()}.a.b`],
    ["padding", `${parts[0]}=.${parts[1]}.${parts[2]}`],
    ["another alphabet", `${parts[0]}.${parts[1]}.${parts[2]?.slice(0, -2)}+/`],
    ["spare bits in the last character", respell(goodToken())],
    ["only dots", ".."],
    ["text", "abc"],
  ])("%s", async (_attack, token) => {
    await expect(enter(token)).rejects.toMatchObject(forged);
  });

  test.each([
    ["two tokens", `Bearer ${goodToken()} ${goodToken()}`],
    ["another scheme", `Basic ${goodToken()}`],
    ["a list", `Bearer ${goodToken()},Bearer ${goodToken()}`],
    ["no scheme", goodToken()],
    ["a line break", `Bearer ${goodToken()}\nX: y`],
  ])("%s in the header", async (_what, header) => {
    await expect(door.authenticate(header)).rejects.toMatchObject(forged);
  });

  test("and is refused in less than 5 ms", async () => {
    const tokens = Array.from({ length: 50 }, (_, index) =>
      signToken(
        goodHeader("EdDSA"),
        { ...goodClaims, jti: `j${index}` },
        "EdDSA",
        attacker.privateKey,
      ),
    );
    const startedAt = performance.now();
    for (const token of tokens) await enter(token).catch(() => undefined);
    expect((performance.now() - startedAt) / tokens.length).toBeLessThan(5);
  });
});

describe("refusals that say what to do", () => {
  test.each([
    ["nothing sent", undefined, "No token was sent", "MISSING"],
    ["an empty header", "", "No token was sent", "MISSING"],
    [
      "an expired token",
      `Bearer ${goodToken("EdDSA", { exp: nowS - 31 })}`,
      "has expired",
      "EXPIRED",
    ],
  ])("%s", async (_what, header, text, reason) => {
    await expect(door.authenticate(header)).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
      message: expect.stringContaining(text),
      details: { reason },
    });
  });

  test("an expired token of a wrong signature is only not valid", async () => {
    const token = signToken(
      goodHeader("EdDSA"),
      { ...goodClaims, exp: 1 },
      "EdDSA",
      attacker.privateKey,
    );
    await expect(enter(token)).rejects.toMatchObject(forged);
  });

  test("an unknown area is named", async () => {
    await expect(enter(goodToken("EdDSA", { areas: ["370211999"] }))).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
      message: expect.stringContaining('"370211999"'),
    });
  });
});

describe("a token that has been let in before", () => {
  test("ends with its time", async () => {
    let now = nowS;
    const clocked = await testAuthenticator({}, () => new Date(now * 1_000));
    const header = `Bearer ${goodToken()}`;
    await clocked.authenticate(header);
    now = goodClaims.exp + 29;
    await expect(clocked.authenticate(header)).resolves.toMatchObject({ subject: "li.si" });
    now = goodClaims.exp + 31;
    await expect(clocked.authenticate(header)).rejects.toMatchObject({
      details: { reason: "EXPIRED" },
    });
  });

  test("is not a way in for another spelling of it", async () => {
    const token = goodToken();
    await enter(token);
    await expect(enter(respell(token))).rejects.toMatchObject(forged);
  });
});

describe("revocation", () => {
  test.each([
    ["its id", { kind: "TOKEN" as const, value: "token-1", beforeS: 0 }, true],
    ["another id", { kind: "TOKEN" as const, value: "token-2", beforeS: 0 }, false],
    ["its subject, later", { kind: "SUBJECT" as const, value: "li.si", beforeS: nowS }, true],
    [
      "its subject, earlier",
      { kind: "SUBJECT" as const, value: "li.si", beforeS: nowS - 61 },
      false,
    ],
    ["another subject", { kind: "SUBJECT" as const, value: "wang.wu", beforeS: nowS }, false],
    [
      "a token id equal to the subject",
      { kind: "TOKEN" as const, value: "li.si", beforeS: nowS },
      false,
    ],
  ])("of %s: %s", async (_what, revocation, revoked) => {
    const guarded = await testAuthenticator({ revocations: [revocation] });
    const entering = guarded.authenticate(`Bearer ${goodToken()}`);
    if (revoked) await expect(entering).rejects.toMatchObject({ details: { reason: "REVOKED" } });
    else await expect(entering).resolves.toMatchObject({ subject: "li.si" });
  });
});

/** The same bytes with other spare bits in the last character of the signature. */
function respell(token: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const last = alphabet.indexOf(token.at(-1) ?? "");
  return token.slice(0, -1) + alphabet.charAt(last ^ 1);
}
