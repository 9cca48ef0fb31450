/**
 * One Goldseed per data folder. The lock is a listening socket, not a file with a process id: the system takes it back
 * when its holder dies in any way, and ids are used again (in containers nearly always).
 */
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { GoldseedError } from "../domain/errors.ts";

/** @returns a function that gives the folder back. @throws GoldseedError DATA_DIR_IN_USE while another process holds it. */
export async function lockDataFolder(dataDir: string): Promise<() => Promise<void>> {
  const name = `goldseed-${createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 24)}`;
  const path =
    process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
  if (await answers(path)) {
    throw new GoldseedError(
      "DATA_DIR_IN_USE",
      `数据目录“${resolve(dataDir)}”正由另一个 Goldseed 使用 / The data folder "${resolve(dataDir)}" is in use by another Goldseed. Stop that one first, or set GOLDSEED_DATA_DIR to another folder.`,
    );
  }
  if (process.platform !== "win32") rmSync(path, { force: true });
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(path, done);
  });
  server.unref();
  return () => new Promise((done) => server.close(() => done()));
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}
