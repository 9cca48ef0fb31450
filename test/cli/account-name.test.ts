import { userInfo } from "node:os";

import { expect, test } from "vitest";

import { accountName } from "../../cli/account-name.ts";

test("an account is known by its name, and one without a name by its number", () => {
  expect(accountName()).toBe(userInfo().username);
  const unlisted = () => {
    throw new Error("uv_os_get_passwd returned ENOENT");
  };
  expect(accountName(unlisted)).toBe(`uid-${process.getuid?.()}`);
});
