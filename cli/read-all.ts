/** Reads a whole stream as UTF-8, up to a number of bytes: a command must not fill the memory with what is piped in. */
import type { Readable } from "node:stream";

import { GoldseedError } from "../domain/errors.ts";

/** @throws GoldseedError PAYLOAD_TOO_LARGE as soon as more than `mostBytes` have come. */
export async function readAll(stream: Readable, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > mostBytes)
      throw new GoldseedError(
        "PAYLOAD_TOO_LARGE",
        `输入过大 / More than ${mostBytes} bytes were given. 请缩小输入 / Give less.`,
      );
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}
