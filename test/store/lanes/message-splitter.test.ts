/** Messages come out whole and in their order wherever the stream is cut. */
import { expect, test } from "vitest";

import { MessageSplitter } from "../../../store/lanes/message-splitter.ts";

function message(type: string, body: string): Buffer {
  const bytes = Buffer.from(`${type}\0\0\0\0${body}`);
  bytes.writeUInt32BE(bytes.length - 1, 1);
  return bytes;
}

const sent = [
  message("2", ""),
  message("D", '{"名":"金种子"}'),
  message("C", "x"),
  message("Z", "I"),
];
const whole = Buffer.concat(sent);
const expected = ["2:", 'D:{"名":"金种子"}', "C:x", "Z:I"];

/** As a connection reads: each part into the same buffer. */
function split(parts: readonly Buffer[]): { told: string[]; isWhole: boolean } {
  const splitter = new MessageSplitter();
  const buffer = Buffer.alloc(Math.max(...parts.map(({ length }) => length)));
  const told: string[] = [];
  for (const part of parts) {
    const read = buffer.subarray(0, part.copy(buffer));
    splitter.push(read, (type, bytes, { start, end }) =>
      told.push(`${String.fromCharCode(type)}:${bytes.toString("utf8", start, end)}`),
    );
    buffer.fill(0);
  }
  return { told, isWhole: splitter.isWhole };
}

test("every way of cutting the stream in three gives the same messages", () => {
  for (let first = 0; first <= whole.length; first++)
    for (let second = first; second <= whole.length; second++) {
      const parts = [
        whole.subarray(0, first),
        whole.subarray(first, second),
        whole.subarray(second),
      ];
      expect(split(parts)).toEqual({ told: expected, isWhole: true });
    }
});

test("a stream byte by byte gives the same messages, and is not whole before its end", () => {
  const bytes = [...whole].map((byte) => Buffer.from([byte]));
  expect(split(bytes)).toEqual({ told: expected, isWhole: true });
  expect(split(bytes.slice(0, -1))).toEqual({ told: expected.slice(0, -1), isWhole: false });
});

test("a message longer than what a connection keeps is told whole, and those around it", () => {
  const long = "金".repeat(100_000);
  const bytes = Buffer.concat([message("1", "a"), message("D", long), message("D", "b")]);
  const parts = Array.from({ length: Math.ceil(bytes.length / 8_192) }, (_, index) =>
    bytes.subarray(index * 8_192, (index + 1) * 8_192),
  );
  expect(split(parts)).toEqual({ told: ["1:a", `D:${long}`, "D:b"], isWhole: true });
});
