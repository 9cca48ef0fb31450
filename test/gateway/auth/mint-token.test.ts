/** Development tokens open the door in development, where the local issuer is wired, and nowhere else. */
import { expect, test } from "vitest";

import { accountRegister } from "../../../gateway/auth/account-register.ts";
import { createAuthenticator } from "../../../gateway/auth/authenticator.ts";
import { localAudience, localIssuer, localKeys } from "../../../gateway/auth/local-keys.ts";
import { mintToken } from "../../../gateway/auth/mint-token.ts";
import { keys, noAccounts, nowS, testAuthenticator } from "../../kit/tokens.ts";

const { x = "", d = "" } = keys.EdDSA.privateKey.export({ format: "jwk" });
const localKey = { kty: "OKP", crv: "Ed25519", kid: "key-EdDSA", x, d } as const;
const wish = {
  subject: "dev",
  tier: "TOWN",
  areaCodes: ["370211010"],
  role: "OFFICER",
  clearance: "L1",
  purpose: "DEMO",
  lifetimeS: 60,
  issuedAtS: nowS,
} as const;

async function developmentDoor(atS: number) {
  return createAuthenticator({
    issuers: [{ name: localIssuer, audience: localAudience, keys: await localKeys(localKey) }],
    accounts: accountRegister({ load: () => Promise.resolve(noAccounts) }),
    clearances: new Map(),
    requireAssignment: false,
    clockSkewS: 0,
    now: () => new Date(atS * 1_000),
  });
}

test("a minted token gives the principal that was wished for", async () => {
  const door = await developmentDoor(nowS);
  expect(await door.authenticate(`Bearer ${await mintToken(localKey, wish)}`)).toEqual({
    subject: "dev",
    tier: "TOWN",
    areaCodes: ["370211010"],
    role: "OFFICER",
    clearance: "L1",
    purpose: "DEMO",
  });
});

test("it ends after its lifetime", async () => {
  const token = await mintToken(localKey, wish);
  await expect(
    (await developmentDoor(nowS + 59)).authenticate(`Bearer ${token}`),
  ).resolves.toBeDefined();
  await expect(
    (await developmentDoor(nowS + 60)).authenticate(`Bearer ${token}`),
  ).rejects.toMatchObject({ details: { reason: "EXPIRED" } });
});

test("it is worth nothing where the local issuer is not wired, even under the same key and key id", async () => {
  const door = await testAuthenticator();
  await expect(
    door.authenticate(`Bearer ${await mintToken(localKey, wish)}`),
  ).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
});
