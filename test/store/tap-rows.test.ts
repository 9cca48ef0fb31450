/** Rows are taken as bytes wherever the stream is cut; the driver gets all else in its order, and everything between batches. */
import { EventEmitter } from "node:events";
import type { Socket } from "node:net";

import { expect, test } from "vitest";

import { tapRows } from "../../store/tap-rows.ts";

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, "latin1");
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

function row(value: string | null): Buffer {
  const bytes = Buffer.from(value ?? "");
  const head = Buffer.alloc(6);
  head.writeUInt16BE(1);
  head.writeInt32BE(value === null ? -1 : bytes.length, 2);
  return message("D", Buffer.concat([head, bytes]));
}

const bound = message("2", Buffer.alloc(0));
const complete = message("C", Buffer.from("SELECT 1\0"));
const ready = message("Z", Buffer.from("I"));

/** What the driver got is told as one text: how it was cut is the stream's own matter. */
function open() {
  const stream = new EventEmitter() as unknown as Socket;
  const told: Buffer[] = [];
  stream.on("data", (bytes: Buffer) => told.push(bytes));
  return {
    stream,
    send: (bytes: Buffer) => stream.emit("data", bytes),
    told: () => Buffer.concat(told),
  };
}

const whole = Buffer.concat([
  bound,
  row("一"),
  complete,
  bound,
  row('{"名":"金种子"}'),
  row(null),
  complete,
  ready,
]);
const withoutRows = Buffer.concat([bound, complete, bound, complete, ready]);

test("every way of cutting the stream in three gives the same rows and the same rest", () => {
  for (let first = 0; first <= whole.length; first++) {
    for (let second = first; second <= whole.length; second++) {
      const { stream, send, told } = open();
      const rows: (string | null)[] = [];
      const end = tapRows(stream, (value) => rows.push(value?.toString() ?? null));
      for (const part of [
        whole.subarray(0, first),
        whole.subarray(first, second),
        whole.subarray(second),
      ])
        send(part);
      end();
      expect(rows).toEqual(["一", '{"名":"金种子"}', null]);
      expect(told().equals(withoutRows)).toBe(true);
    }
  }
});

test("a row is taken when all before it has reached the driver", () => {
  const { stream, send, told } = open();
  const before: number[] = [];
  tapRows(stream, () => before.push(told().length));
  send(whole);
  expect(before).toEqual([
    bound.length,
    2 * bound.length + complete.length,
    2 * bound.length + complete.length,
  ]);
});

test("between batches the driver gets rows as ever, also the end of one that was cut", () => {
  const { stream, send, told } = open();
  const rows: unknown[] = [];
  tapRows(stream, (value) => rows.push(value))();
  send(row("a"));
  const end = tapRows(stream, (value) => rows.push(value));
  send(row("b").subarray(0, 7));
  end();
  send(row("b").subarray(7));
  expect(told().equals(Buffer.concat([row("a"), row("b")]))).toBe(true);
  expect(rows).toEqual([]);
});

test("a stream that is listened to in another way is left alone", () => {
  const { stream, send, told } = open();
  stream.on("data", () => undefined);
  const rows: unknown[] = [];
  tapRows(stream, (value) => rows.push(value));
  send(whole);
  expect(rows).toEqual([]);
  expect(told().equals(whole)).toBe(true);
});
