/** Copies a file out of a folder that others write to, and lets the copy stand only if it is the file signed for. */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { lstat, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";

import { PlatformFailure } from "../platform-failure.ts";

export interface CheckedCopy {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** @throws PlatformFailure REFUSED; a size that is not the announced one is refused without reading a byte. */
export async function copyChecked(
  path: string,
  expected: { readonly bytes: number; readonly sha256: string },
  most: number,
): Promise<CheckedCopy> {
  const name = basename(path);
  const size = await sizeOf(path, name);
  if (size !== expected.bytes) {
    throw refused(
      name,
      `has ${size} bytes, signed for were ${expected.bytes}: it is not whole yet`,
    );
  }
  if (size > most) throw refused(name, `has ${size} bytes, at most ${most} are read`);
  const folder = await mkdtemp(join(tmpdir(), "goldseed-parcel-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, name);
    const digest = await copyOver(path, copy, size);
    if (digest !== expected.sha256) throw refused(name, "is not the file that was signed for");
    return { path: copy, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function sizeOf(path: string, name: string): Promise<number> {
  const facts = await lstat(path).catch(() => null);
  if (facts === null) throw refused(name, "is missing");
  if (!facts.isFile()) throw refused(name, "is no plain file");
  return facts.size;
}

async function copyOver(from: string, to: string, size: number): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(
    createReadStream(from, { end: Math.max(0, size - 1) }),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(to),
  );
  return hash.digest("hex");
}

function refused(name: string, what: string): PlatformFailure {
  return new PlatformFailure("REFUSED", `"${name}" ${what}`);
}
