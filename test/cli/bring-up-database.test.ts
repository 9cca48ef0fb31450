/** Why a database could not be brought up is told in its own words, and with what helps. */
import { expect, test } from "vitest";

import { unreachable } from "../../cli/bring-up-database.ts";

const url = "postgres://owner:secret@db/district";
const failed = (cause: Error & { code?: string }) =>
  new Error("Failed query: create role goldseed_city …\nparams: ", { cause });

test("a login that may not make roles is told what it needs, without the statement that failed", () => {
  const cause = Object.assign(new Error("permission denied to create role"), { code: "42501" });
  const { code, message } = unreachable(url, failed(cause));
  expect(code).toBe("STORE_UNFIT");
  expect(message).toMatch(/permission denied to create role\. .*CREATEROLE/u);
  expect(message).not.toContain("Failed query");
});

test("a connection lost in a migration is an outage, and tells no password", () => {
  const cause = Object.assign(new Error("terminating connection"), { code: "57P01" });
  const { code, message } = unreachable(url, failed(cause));
  expect([code, message.includes("secret")]).toEqual(["DB_UNAVAILABLE", false]);
});
