import { describe, expect, test } from "vitest";

import { parseStrictJson } from "../../../sync/protocol/parse-strict-json.ts";

const bytes = (text: string): Buffer => Buffer.from(text, "utf8");

test.each([
  ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', { a: 1, b: { a: 2 }, c: [{ a: 3 }, { a: 4 }] }],
  ['{"a":"{\\"a\\":1}","b":"a:","c":"\\\\"}', { a: '{"a":1}', b: "a:", c: "\\" }],
  ['["a","a",{"x":["a"]}]', ["a", "a", { x: ["a"] }]],
  ['"青岛"', "青岛"],
  ["null", null],
])("%s is read", (text, value) => {
  expect(parseStrictJson(bytes(text))).toEqual(value);
});

describe("what would be applied wrongly is refused", () => {
  test.each([
    ["nothing", bytes(""), /empty/u],
    ["a byte order mark", bytes("\ufeff{}"), /byte order mark/u],
    ["GB18030", Buffer.from([0x22, 0xc7, 0xe0, 0x22]), /not UTF-8/u],
    ["a web page", bytes("<html></html>"), /not JSON/u],
    ["a text cut short", bytes('{"items":[{"a":1'), /not JSON/u],
    ["something after the end", bytes("{}{}"), /not JSON/u],
    ["a member twice", bytes('{"total":5,"items":[],"total":0}'), /"total" comes twice/u],
    ["a member twice, once in escapes", bytes('{"a":1,"\\u0061":2}'), /comes twice/u],
    ["a member twice, deep inside", bytes('[{"x":{"y":1,"z":2,"y":3}}]'), /"y" comes twice/u],
  ])("%s", (_, input, reason) => {
    expect(() => parseStrictJson(input)).toThrow(reason);
  });
});
