/** Two processes with one DATABASE_URL arrive at the same passwords, and nobody at the owner's. */
import { expect, test } from "vitest";

import { deriveLoginPasswords } from "../../config/derive-login-passwords.ts";

test("the owner's password alone decides", async () => {
  const one = await deriveLoginPasswords("postgres://owner:p%40ss@db:5432/goldseed");
  const same = await deriveLoginPasswords("postgres://other:p%40ss@127.0.0.1/elsewhere");
  const other = await deriveLoginPasswords("postgres://owner:pass@db:5432/goldseed");
  expect(one).toEqual(same);
  expect(one?.gateway).not.toBe(one?.worker);
  expect(one?.gateway).not.toBe(other?.gateway);
  expect(one?.gateway).toMatch(/^[\w-]{32}$/);
});

test("without a password there is nothing to derive from", async () => {
  expect(await deriveLoginPasswords("postgres://owner@db/goldseed")).toBeNull();
});
