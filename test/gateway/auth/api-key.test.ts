/** Keys: found by their prefix, proven by their secret, and of no use to whoever reads the table. */
import { expect, test } from "vitest";

import { isSecretOf, makeApiKey, readApiKey } from "../../../gateway/auth/api-key.ts";
import type { ApiKeyRow } from "../../../store/queries/read-account-facts.ts";
import { nowS, testAuthenticator } from "../../kit/tokens.ts";

const made = makeApiKey();
const row = (changes: Partial<ApiKeyRow> = {}): ApiKeyRow => ({
  prefix: made.prefix,
  secretHash: made.secretHash,
  subject: "oa.system",
  purpose: null,
  createdAtS: nowS - 100,
  expiresAtS: nowS + 100,
  ...changes,
});
const machine = {
  subject: "oa.system",
  tier: "TOWN",
  areaCodes: ["370211010"],
  role: "MACHINE",
  clearance: "L3",
  disabled: false,
} as const;

test("a key is read into what it was made of, and its secret stands nowhere in what is stored", () => {
  const parts = readApiKey(made.key);
  expect(parts?.prefix).toBe(made.prefix);
  expect(made.secretHash).toMatch(/^[0-9a-f]{64}$/u);
  expect(isSecretOf(parts?.secret ?? "", made.secretHash)).toBe(true);
  expect(made.secretHash).not.toContain(parts?.secret);
  expect(makeApiKey().key).not.toBe(made.key);
});

test.each([undefined, "", "00".repeat(32), "00".repeat(31)])(
  "no secret is that of the stored hash %s",
  (hash) => {
    expect(isSecretOf("", hash)).toBe(false);
    expect(isSecretOf("x".repeat(43), hash)).toBe(false);
  },
);

test.each(["Bearer", "bearer", "ApiKey", "APIKEY"])(
  "a key comes in under the scheme %s",
  async (scheme) => {
    const door = await testAuthenticator({
      apiKeys: [row({ purpose: "DATA_CORRECTION" })],
      assignments: [machine],
    });
    expect(await door.authenticate(`${scheme} ${made.key}`)).toEqual({
      subject: "oa.system",
      tier: "TOWN",
      areaCodes: ["370211010"],
      role: "MACHINE",
      clearance: "L3",
      purpose: "DATA_CORRECTION",
    });
  },
);

const last = made.key.at(-1) === "A" ? "B" : "A";
test.each([
  ["another secret", `${made.key.slice(0, -1)}${last}`, {}, {}],
  ["another prefix", made.key.replace(made.prefix, "000000000000"), {}, {}],
  ["an expired key", made.key, { expiresAtS: nowS }, {}],
  ["a key without its secret", `gsk_${made.prefix}_`, {}, {}],
  [
    "the stored hash instead of the secret",
    `gsk_${made.prefix}_${made.secretHash.slice(0, 43)}`,
    {},
    {},
  ],
  ["a key of a subject without an assignment", made.key, { subject: "nobody" }, {}],
  ["a key of a disabled subject", made.key, {}, { disabled: true }],
  ["a key of a person", made.key, {}, { role: "OFFICER" as const }],
] as const)("%s is refused as not authenticated", async (_title, key, keyChanges, assigned) => {
  const door = await testAuthenticator({
    apiKeys: [row(keyChanges)],
    assignments: [{ ...machine, ...assigned }],
  });
  await expect(door.authenticate(`Bearer ${key}`)).rejects.toMatchObject({
    code: "UNAUTHENTICATED",
  });
});

test("what is wrong with a key is not told", async () => {
  const door = await testAuthenticator({
    apiKeys: [row({ expiresAtS: nowS })],
    assignments: [machine],
  });
  const words = async (key: string) =>
    door.authenticate(`Bearer ${key}`).catch((error: Error) => error.message);
  expect(await words(made.key)).toBe(await words(makeApiKey().key));
});

test("a key is no token and a token no key", async () => {
  const door = await testAuthenticator({ apiKeys: [row()], assignments: [machine] });
  for (const header of ["ApiKey abc", "ApiKey eyJh.eyJz.c2ln", `Basic ${made.key}`])
    await expect(door.authenticate(header)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
});
