/** A socket that reads into one buffer as long as it lives: others set aside 64 KB for each read and cut it to size (0455). */
import { type OnReadOpts, Socket } from "node:net";

type Read = (bytes: Buffer) => void;

const bufferBytes = 65_536;
const readers = new WeakMap<Socket, { read: Read }>();

/** Tells what it reads as "data", in a copy, until somebody reads directly. */
export function oneBufferSocket(): Socket {
  const reader = { read: (bytes: Buffer): void => void socket.emit("data", Buffer.from(bytes)) };
  const buffer = Buffer.allocUnsafeSlow(bufferBytes);
  const callback = (count: number): boolean => {
    reader.read(buffer.subarray(0, count));
    return true;
  };
  // The types of Node 20 know of it at connecting alone.
  const options: { readonly onread: OnReadOpts } = { onread: { buffer, callback } };
  const socket = new Socket(options as object);
  readers.set(socket, reader);
  return socket;
}

/** @param read is given bytes that are used again when it returns. @returns false for any other socket: its "data" is to be heard. */
export function readDirectly(socket: Socket, read: Read): boolean {
  const reader = readers.get(socket);
  if (reader) reader.read = read;
  return reader !== undefined;
}
