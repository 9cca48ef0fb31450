/** What passes by itself is waited for, and nothing else. */
import { expect, test } from "vitest";

import { type ErrorCode, GoldseedError } from "../../domain/errors.ts";
import { readPatiently } from "../../gateway/subscriptions/read-patiently.ts";

const never = new AbortController().signal;
const patient = { signal: never, pauseMs: 1 };

/** Fails with the code so many times. */
function failing(code: ErrorCode, times: number) {
  let tried = 0;
  const read = async () => {
    tried += 1;
    if (tried <= times) throw new GoldseedError(code, code);
    return "read";
  };
  return { read, tried: () => tried };
}

test.each<ErrorCode>(["DB_UNAVAILABLE", "OVERLOADED", "TIMEOUT"])(
  "%s is tried again",
  async (code) => {
    const { read, tried } = failing(code, 3);
    expect(await readPatiently(read, patient)).toBe("read");
    expect(tried()).toBe(4);
  },
);

test.each<ErrorCode>(["UNAUTHENTICATED", "FORBIDDEN", "AUDIT_UNAVAILABLE"])(
  "%s ends it at once",
  async (code) => {
    const { read, tried } = failing(code, 1);
    await expect(readPatiently(read, patient)).rejects.toMatchObject({ code });
    expect(tried()).toBe(1);
  },
);

test("patience comes to its end", async () => {
  const { read, tried } = failing("TIMEOUT", 1_000);
  await expect(readPatiently(read, { ...patient, patienceMs: 20 })).rejects.toMatchObject({
    code: "TIMEOUT",
  });
  expect(tried()).toBeGreaterThan(1);
});

test("the end of the connection ends the waiting, with its reason", async () => {
  const ending = new AbortController();
  const { read } = failing("TIMEOUT", 1_000);
  const reading = readPatiently(read, { signal: ending.signal, pauseMs: 10_000 });
  setTimeout(() => ending.abort(new GoldseedError("UNAUTHENTICATED", "expired")), 5);
  await expect(reading).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
});
