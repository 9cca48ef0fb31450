/**
 * Takes rows out of a connection's stream as bytes, before the driver makes texts of them: what the database writes is
 * what the client gets, and twelve kilobytes of Chinese are not decoded, measured and encoded again on their way.
 * All other messages reach the driver as they came, in their order.
 */
import type { Socket } from "node:net";

type OnRow = (firstColumn: Buffer | null) => void;

interface Tap {
  onRow: OnRow | null;
  /** The beginning of a message whose end has not come. */
  rest: Buffer;
}

const nothing = Buffer.alloc(0);
const headerBytes = 5;
const dataRow = 0x44;

const taps = new WeakMap<Socket, Tap | null>();

/** @returns a function that ends it. Where the driver listens in another way than expected, rows reach it as ever. */
export function tapRows(stream: Socket, onRow: OnRow): () => void {
  const tap = tapOf(stream);
  if (tap === null) return () => undefined;
  tap.onRow = onRow;
  return () => void (tap.onRow = null);
}

function tapOf(stream: Socket): Tap | null {
  let tap = taps.get(stream);
  if (tap === undefined) taps.set(stream, (tap = standBetween(stream)));
  return tap;
}

function standBetween(stream: Socket): Tap | null {
  const [driver, ...others] = stream.listeners("data") as ((bytes: Buffer) => void)[];
  if (!driver || others.length > 0) return null;
  const tap: Tap = { onRow: null, rest: nothing };
  stream.removeListener("data", driver);
  stream.on("data", (bytes: Buffer) => {
    if (tap.onRow === null && tap.rest.length === 0) driver(bytes);
    else pass(tap, bytes, driver);
  });
  return tap;
}

function pass(tap: Tap, bytes: Buffer, driver: (bytes: Buffer) => void): void {
  const all = tap.rest.length === 0 ? bytes : Buffer.concat([tap.rest, bytes]);
  tap.rest = nothing;
  let told = 0;
  let at = 0;
  while (at + headerBytes <= all.length) {
    const next = at + 1 + all.readUInt32BE(at + 1);
    if (next > all.length) break;
    if (all[at] === dataRow && tap.onRow !== null) {
      // What stands before it may end the batch: it is told first.
      if (at > told) driver(all.subarray(told, at));
      tap.onRow?.(firstColumn(all.subarray(at + headerBytes, next)));
      told = next;
    }
    at = next;
  }
  tap.rest = all.subarray(at);
  if (at > told) driver(all.subarray(told, at));
}

/** A row is the number of its columns, and each column its length, -1 for null, before its bytes. */
function firstColumn(row: Buffer): Buffer | null {
  const length = row.readInt32BE(2);
  return length < 0 ? null : row.subarray(6, 6 + length);
}
