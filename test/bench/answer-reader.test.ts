/** What the load generator of bench/read takes for a whole answer, and for a failed one. */
import { describe, expect, it } from "vitest";

import { AnswerReader } from "../../bench/read/answer-reader.ts";

const sized =
  'HTTP/1.1 200 OK\r\nDate: today\r\nContent-Length: 13\r\nVary: x\r\n\r\n{"data":null}';
const small = sized.replace("Content-Length", "content-length");
const chunked =
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nd\r\n{"data":null}\r\n0\r\n\r\n';

function read(reader: AnswerReader, parts: readonly string[]): readonly boolean[] {
  return parts.map((part) => {
    const length = reader.space().write(part);
    return reader.take(length);
  });
}

describe("an answer on a connection", () => {
  it.each([
    ["of a told length", sized],
    ["with names in small letters", small],
    ["in chunks", chunked],
  ])("%s is whole with its last byte, wherever it is cut", (_kind, text) => {
    for (let cut = 1; cut < text.length; cut++) {
      const reader = new AnswerReader();
      expect([cut, ...read(reader, [text.slice(0, cut), text.slice(cut)])]).toEqual([
        cut,
        false,
        true,
      ]);
    }
  });

  it("is not taken for the one before it", () => {
    const reader = new AnswerReader();
    expect(read(reader, [sized])).toEqual([true]);
    reader.clear();
    expect(read(reader, [sized.slice(0, 40), sized.slice(40)])).toEqual([false, true]);
  });

  it("may be larger than the room for it", () => {
    const reader = new AnswerReader();
    const body = "x".repeat(50_000);
    const text = `HTTP/1.1 200 OK\r\ncontent-length: 150000\r\n\r\n`;
    expect(read(reader, [text, body, "x".repeat(15_000)])).toEqual([false, false, false]);
    let left = 150_000 - 65_000;
    while (left > 0) {
      const space = reader.space();
      const length = Math.min(space.length, left);
      left -= length;
      expect(reader.take(length)).toBe(left === 0);
    }
  });

  it.each([
    ["data alone", "200 OK", '{"data":{}}', null],
    ["errors beside data", "200 OK", '{"data":{},"errors":[{"code":"TIMEOUT"}]}', "TIMEOUT"],
    ["another status", "503 Busy", "busy", "HTTP 503"],
  ])("of %s is a failure where it is one", (_kind, status, body, failure) => {
    const reader = new AnswerReader();
    read(reader, [`HTTP/1.1 ${status}\r\ncontent-length: ${body.length}\r\n\r\n${body}`]);
    expect(reader.failure()).toBe(failure);
  });

  it("that failed leaves nothing for the next", () => {
    const reader = new AnswerReader();
    read(reader, [`HTTP/1.1 200 OK\r\ncontent-length: 13\r\n\r\n{"errors":[]}`]);
    expect(reader.failure()).toBe("HTTP 200");
    reader.clear();
    read(reader, [`HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}`]);
    expect(reader.failure()).toBeNull();
  });
});
