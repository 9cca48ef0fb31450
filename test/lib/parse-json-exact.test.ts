/** Long figures keep their digits; everything else is plain JSON. */
import { expect, test } from "vitest";

import { parseJsonExact } from "../../lib/parse-json-exact.ts";

test("keeps every digit of a long number as text", () => {
  expect(parseJsonExact('{"a":20000.00000000000001,"b":[12345678901234567890]}')).toEqual({
    a: "20000.00000000000001",
    b: ["12345678901234567890"],
  });
});

test("leaves short numbers, strings and escapes alone", () => {
  const text = '{"n":-1.5e3,"s":"20000.00000000000001","q":"\\"12345678901234567890"}';
  expect(parseJsonExact(text)).toEqual(JSON.parse(text));
});

test.each(["{", "01234567890123456789", "1234567890123456789 1", '{"a":+12345678901234567}'])(
  "refuses %s as JSON.parse does",
  (text) => {
    expect(() => parseJsonExact(text)).toThrow(SyntaxError);
  },
);
