/** Writes a body to a file of its own folder, up to a limit: memory stays flat whatever is sent. */
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { GoldseedError } from "../../domain/errors.ts";

export interface ReceivedFile {
  readonly path: string;
  readonly bytes: number;
  /** Deletes file and folder. */
  readonly remove: () => Promise<void>;
}

/**
 * `folder`: of all uploads. `name`: checked before (see file-name.ts).
 *
 * @throws GoldseedError PAYLOAD_TOO_LARGE, BAD_REQUEST for a body that breaks off; nothing is left behind.
 */
export async function receiveFile(
  body: Readable,
  { folder, name, maxBytes }: { folder: string; name: string; maxBytes: number },
): Promise<ReceivedFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const own = await mkdtemp(join(folder, "upload-"));
  const remove = () => rm(own, { recursive: true, force: true });
  const path = join(own, name);
  let bytes = 0;
  const count = new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length;
      done(bytes > maxBytes ? tooLarge(maxBytes) : null, piece);
    },
  });
  try {
    await pipeline(body, count, createWriteStream(path, { mode: 0o600 }));
    return { path, bytes, remove };
  } catch (error) {
    await remove();
    throw error instanceof GoldseedError ? error : brokenOff(name, error);
  }
}

export const tooLarge = (maxBytes: number): GoldseedError =>
  new GoldseedError(
    "PAYLOAD_TOO_LARGE",
    `文件超过 ${maxBytes} 字节 / The file is larger than ${maxBytes} bytes. Send it in parts, or import it on the server: goldseed import <source> <file>.`,
    { details: { maxBytes } },
  );

function brokenOff(name: string, cause: unknown): GoldseedError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new GoldseedError(
    "BAD_REQUEST",
    `“${name}”没有收完：${reason} / "${name}" was not received whole: ${reason}. Nothing was taken in; send it again.`,
    { cause },
  );
}
