import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";

import { cursorKeysOf } from "../../gateway/compile/cursor-keys.ts";
import { readCursor } from "../../gateway/compile/cursor.ts";
import type { CursorKey } from "../../gateway/compile/plan.ts";

const secret = Buffer.from("a secret of the gateways");
const hourMs = 3_600_000;
const begin = Date.parse("2026-11-27T00:00:00Z");
const keyAt = (hours: number, by = secret) => cursorKeysOf(by, () => begin + hours * hourMs)();
const order = [{ column: "name", type: "text" }] as never;

/** As the database writes it. */
function cursorBy(key: CursorKey): string {
  const payload = Buffer.from('["甲", 20]');
  const listKey = createHash("sha256").update(`${key.secret}context`).digest();
  const mac = createHash("sha256").update(listKey).update(payload).digest();
  return Buffer.concat([payload, mac.subarray(0, 12)]).toString("base64");
}

describe("a cursor made at the end of its half day", () => {
  const cursor = cursorBy(keyAt(11.99));
  test.each([11.99, 12, 23.99])("is read at hour %d", (hours) => {
    expect(readCursor(cursor, "context", keyAt(hours), order)).toEqual({ keys: ["甲"], depth: 20 });
  });
  test.each([24, 36, 0 - 0.01])("is refused at hour %d", (hours) => {
    expect(() => readCursor(cursor, "context", keyAt(hours), order)).toThrow(/earlier day/u);
  });
});

test("a cursor made at the beginning of its half day is refused after a day", () => {
  const cursor = cursorBy(keyAt(0));
  expect(readCursor(cursor, "context", keyAt(23.99), order).depth).toBe(20);
  expect(() => readCursor(cursor, "context", keyAt(24), order)).toThrow(/earlier day/u);
});

test("another secret reads nothing", () => {
  const other = keyAt(1, Buffer.from("another"));
  expect(() => readCursor(cursorBy(keyAt(1)), "context", other, order)).toThrow(/not valid/u);
});

test("one clock keeps one key for its half day, and changes it with the next", () => {
  let hours = 1;
  const keys = cursorKeysOf(secret, () => begin + hours * hourMs);
  const first = keys();
  hours = 11;
  expect(keys()).toBe(first);
  hours = 12;
  expect(keys().former).toEqual(first.secret);
});
