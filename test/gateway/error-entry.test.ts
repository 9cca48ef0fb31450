/** What a failure from below is called: the database is away or too slow, or the failure is ours and masked. */
import { expect, test } from "vitest";

import { classify } from "../../gateway/execute/error-entry.ts";

test.each([
  [{ code: "57014" }, "TIMEOUT"],
  [{ code: "57P01" }, "DB_UNAVAILABLE"],
  [{ code: "53100" }, "DB_UNAVAILABLE"],
  [{ code: "53300" }, "DB_UNAVAILABLE"],
  [{ code: "ECONNREFUSED", syscall: "connect" }, "DB_UNAVAILABLE"],
  [{ code: "ENOENT", syscall: "connect" }, "DB_UNAVAILABLE"],
  [{ code: "ENOENT", syscall: "open" }, "INTERNAL_SERVER_ERROR"],
  [{ message: "Connection terminated unexpectedly" }, "DB_UNAVAILABLE"],
  [{ code: "25P03" }, "DB_UNAVAILABLE"],
  [{ message: "Client has encountered a connection error and is not queryable" }, "DB_UNAVAILABLE"],
  [{ code: "42P01", message: "relation does not exist" }, "INTERNAL_SERVER_ERROR"],
  [null, "INTERNAL_SERVER_ERROR"],
])("%j is called %s", (thrown, code) => {
  expect(classify(thrown).code).toBe(code);
});
