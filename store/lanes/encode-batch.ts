/** The bytes of prepared statements on PostgreSQL's wire: Parse, Bind, Execute, Close and Sync, put together by hand. */
import type { BoundStatement, Statement } from "../prepared-batch.ts";

const lengthBytes = 4;
const execute = Buffer.from([0x45, 0, 0, 0, 9, 0, 0, 0, 0, 0]);
export const sync = Buffer.from([0x53, 0, 0, 0, 4]);

/** Bind to the unnamed portal and Execute of it; texts in, texts out. */
export function bindMessage({ statement, values }: BoundStatement): Buffer {
  const nameLength = Buffer.byteLength(statement.name);
  let size = 1 + lengthBytes + 1 + nameLength + 1 + 2 + 2 + 2;
  for (const value of values) size += lengthBytes + (value === null ? 0 : Buffer.byteLength(value));
  const bytes = Buffer.allocUnsafe(size + execute.length);
  bytes[0] = 0x42;
  bytes.writeInt32BE(size - 1, 1);
  bytes[5] = 0;
  let at = 6 + bytes.write(statement.name, 6);
  bytes[at] = 0;
  at = bytes.writeInt16BE(0, at + 1);
  at = bytes.writeInt16BE(values.length, at);
  for (const value of values) {
    const length = value === null ? -1 : bytes.write(value, at + lengthBytes);
    at = bytes.writeInt32BE(length, at) + Math.max(0, length);
  }
  at = bytes.writeInt16BE(0, at);
  execute.copy(bytes, at);
  return bytes;
}

export function parseMessage({ name, text }: Statement): Buffer {
  return messageOf("P", Buffer.from(`${name}\0${text}\0\0\0`));
}

/** Closing a name that does not exist is allowed. */
export function closeMessage(name: string): Buffer {
  return messageOf("C", Buffer.from(`S${name}\0`));
}

function messageOf(type: string, body: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, "latin1");
  head.writeInt32BE(lengthBytes + body.length, 1);
  return Buffer.concat([head, body]);
}
