/** Reads a file in blocks of whole lines: memory stays flat whatever the file's size. */
import { createReadStream } from "node:fs";

import { GoldseedError } from "../../domain/errors.ts";
import { type Encoding, maxLineBytes } from "./file-facts.ts";

export interface LineBlock {
  /** Whole lines in an encoding where 0x0A is always a line end (UTF-8 or GB18030). */
  readonly bytes: Buffer;
  /** Number of the block's first line, from 1. */
  readonly firstLine: number;
  readonly lineCount: number;
}

const readBytes = 524_288;
const newline = 0x0a;

/**
 * UTF-16 is turned into UTF-8 on the way, so that all that follows knows one way to find a line's end. A byte order
 * mark is left out.
 *
 * @throws GoldseedError FILE_REFUSED for a line of more than a megabyte.
 */
export async function* readLineBlocks(
  path: string,
  encoding: Encoding,
): AsyncGenerator<LineBlock, void, undefined> {
  let carry: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const chunk of readUtf8OrGb(path, encoding)) {
    const end = chunk.lastIndexOf(newline) + 1;
    // Looked at before the chunks are joined: a file that is one long line must not be gathered first.
    if (carry.length + (end === 0 ? chunk.length : chunk.indexOf(newline)) > maxLineBytes) {
      throw lineTooLong(line);
    }
    if (end === 0) {
      carry = Buffer.concat([carry, chunk]);
      continue;
    }
    const bytes =
      carry.length === 0 ? chunk.subarray(0, end) : Buffer.concat([carry, chunk.subarray(0, end)]);
    const lineCount = countLines(bytes);
    yield { bytes, firstLine: line, lineCount };
    line += lineCount;
    carry = Buffer.from(chunk.subarray(end));
  }
  if (carry.length > 0) yield { bytes: carry, firstLine: line, lineCount: 1 };
}

/** Calls `each` with every line of a block, without its line end. */
export function eachLine(block: LineBlock, each: (bytes: Buffer, line: number) => void): void {
  let from = 0;
  for (let line = block.firstLine; from < block.bytes.length; line++) {
    const at = block.bytes.indexOf(newline, from);
    const end = at < 0 ? block.bytes.length : at;
    each(block.bytes.subarray(from, end), line);
    from = end + 1;
  }
}

export function lineTooLong(line: number): GoldseedError {
  return new GoldseedError(
    "FILE_REFUSED",
    `第 ${line} 行超过 1 MB，不像是数据文件 / Line ${line} is longer than 1 MB; no record is. Check that the file has line ends and is not a binary file.`,
    { details: { line, maxLineBytes } },
  );
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count++;
  return count;
}

async function* readUtf8OrGb(path: string, encoding: Encoding): AsyncGenerator<Buffer> {
  const stream = createReadStream(path, { highWaterMark: readBytes }) as AsyncIterable<Buffer>;
  if (encoding === "UTF-8" || encoding === "GB18030") {
    let first = true;
    for await (const chunk of stream) {
      yield first && encoding === "UTF-8" ? withoutMark(chunk) : chunk;
      first = false;
    }
    return;
  }
  // The decoder takes the mark off and gives U+FFFD for half a surrogate pair, which the row checks then find.
  const decoder = new TextDecoder(encoding === "UTF-16LE" ? "utf-16le" : "utf-16be");
  for await (const chunk of stream) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

function withoutMark(chunk: Buffer): Buffer {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}
