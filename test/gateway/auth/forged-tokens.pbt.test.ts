/** Thousands of tokens that were changed in some way: each is refused as not authenticated, and nothing else happens. */
import * as fc from "fast-check";
import { expect, test } from "vitest";

import {
  encode,
  goodClaims,
  goodHeader,
  goodToken,
  keys,
  nowS,
  signToken,
  testAuthenticator,
} from "../../kit/tokens.ts";

const door = await testAuthenticator();
const enter = (token: string) => door.authenticate(`Bearer ${token}`);

async function expectRefused(token: string): Promise<void> {
  await expect(enter(token)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
}

const algorithm = fc.constantFrom("RS256", "ES256", "EdDSA");
const anyText = fc.string({ unit: "binary", maxLength: 40 });

test("a bit flipped anywhere in a token", async () => {
  await fc.assert(
    fc.asyncProperty(algorithm, fc.nat(), fc.nat({ max: 6 }), async (family, place, bit) => {
      const token = Buffer.from(goodToken(family));
      const at = place % token.length;
      token[at] = (token[at] ?? 0) ^ (1 << bit);
      await expectRefused(token.toString("latin1"));
    }),
    { numRuns: 3_000 },
  );
});

test("a token cut short, drawn out, or with parts exchanged", async () => {
  const change = fc.oneof(
    fc.nat().map((at) => (token: string) => token.slice(0, at % token.length)),
    fc
      .tuple(
        fc.nat(),
        anyText.filter((text) => text !== ""),
      )
      .map(([at, text]) => (token: string) => {
        const place = at % (token.length + 1);
        return token.slice(0, place) + text + token.slice(place);
      }),
    fc
      .shuffledSubarray([0, 1, 2])
      .filter((order) => order.join() !== "0,1,2")
      .map((order) => (token: string) => order.map((part) => token.split(".")[part]).join(".")),
    fc
      .tuple(algorithm, algorithm)
      .filter(([a, b]) => a !== b)
      .map(
        ([a, b]) =>
          () =>
            [...goodToken(a).split(".").slice(0, 2), goodToken(b).split(".")[2]].join("."),
      ),
  );
  await fc.assert(
    fc.asyncProperty(algorithm, change, async (family, apply) =>
      expectRefused(apply(goodToken(family))),
    ),
    { numRuns: 2_000 },
  );
});

test("a header of any content, signed by the right key", async () => {
  const member = fc.oneof(
    fc.constantFrom("alg", "typ", "kid", "crit", "jku", "jwk", "x5u", "b64", "cty"),
    anyText,
  );
  const header = fc.dictionary(
    member,
    fc.oneof(fc.jsonValue(), fc.constantFrom("none", "HS256", "at+jwt", "JWT", "key-EdDSA")),
    { maxKeys: 5 },
  );
  await fc.assert(
    fc.asyncProperty(header, async (members) => {
      fc.pre(!(members["alg"] === "EdDSA" && members["typ"] === "at+jwt"));
      await expectRefused(signToken(members, goodClaims));
    }),
    { numRuns: 1_000 },
  );
});

/** Claims that decide who comes in; anything else in a token of the right key is the issuer's own affair. */
const deciding = [
  "iss",
  "aud",
  "exp",
  "nbf",
  "iat",
  "sub",
  "tier",
  "areas",
  "role",
  "clearance",
  "jti",
  "purpose",
] as const;

test("claims of any content, signed by the right key, never give more than they say", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...deciding), fc.jsonValue(), async (claim, value) => {
      const token = signToken(goodHeader("EdDSA"), { ...goodClaims, [claim]: value });
      try {
        const principal = await enter(token);
        expect(principal.tier).toBe("TOWN");
        expect(principal.areaCodes).toEqual(["370211010"]);
      } catch (error) {
        expect(error).toMatchObject({ code: "UNAUTHENTICATED" });
      }
    }),
    { numRuns: 2_000 },
  );
});

test("payloads of any bytes, signed by the right key", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const input = `${encode(goodHeader("EdDSA"))}.${Buffer.from(bytes).toString("base64url")}`;
      const { sign } = await import("node:crypto");
      await expectRefused(
        `${input}.${sign(null, Buffer.from(input), keys.EdDSA.privateKey).toString("base64url")}`,
      );
    }),
    { numRuns: 500 },
  );
});

test("headers of any text", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        anyText,
        anyText.map((text) => `Bearer ${text}`),
      ),
      async (header) => {
        await expect(door.authenticate(header)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
      },
    ),
    { numRuns: 1_000 },
  );
});

test("the unchanged token still comes in", async () => {
  expect(nowS).toBeLessThan(goodClaims.exp);
  for (const family of ["RS256", "ES256", "EdDSA"] as const)
    expect(await enter(goodToken(family))).toMatchObject({ subject: "li.si" });
});
