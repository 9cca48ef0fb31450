/** Development tokens are not made where they would not be accepted. */
import { decodeJwt, decodeProtectedHeader } from "jose";
import { expect, test } from "vitest";

import { developmentToken } from "../../cli/development-token.ts";
import { loadConfig } from "../../config/load-config.ts";
import { keys } from "../kit/tokens.ts";

const { x = "", d = "" } = keys.EdDSA.privateKey.export({ format: "jwk" });
const key = { kty: "OKP", crv: "Ed25519", kid: "k", x, d } as const;
const caller = { tier: "TOWN", areaCodes: ["370211010"] } as const;
const traits = { role: "VIEWER", clearance: null, purpose: null, lifetimeS: 60 } as const;

test("the token says what was asked for, under a subject of its own", async () => {
  const { config } = loadConfig({ env: {} });
  const token = await developmentToken(config, key, { caller, traits });
  expect(decodeProtectedHeader(token)).toEqual({ alg: "EdDSA", typ: "at+jwt", kid: "k" });
  const claims = decodeJwt(token);
  expect(claims).toMatchObject({
    sub: "dev-town-370211010-viewer",
    tier: "TOWN",
    areas: ["370211010"],
    role: "VIEWER",
  });
  expect(claims).not.toHaveProperty("clearance");
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(60);
});

test("in production it is refused, and the issuer named", async () => {
  const { config } = loadConfig({
    env: {
      GOLDSEED_ENV: "production",
      JWKS_URL: "https://sso.example/jwks",
      TOKEN_ISSUER: "https://sso.example",
      TOKEN_AUDIENCE: "g",
    },
  });
  await expect(developmentToken(config, key, { caller, traits })).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: expect.stringContaining("https://sso.example"),
  });
});
