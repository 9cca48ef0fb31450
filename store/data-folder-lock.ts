/**
 * One Goldseed per data folder. The lock is a listening socket, not a file with a process id: the system takes it back
 * when its holder dies in any way, and ids are used again (in containers nearly always). On Linux its name stands in no
 * folder: /tmp may be another for a service than for who types a command, who would then stop the service's database.
 */
import { createHash } from "node:crypto";
import { existsSync, realpathSync, rmSync, statSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { GoldseedError } from "../domain/errors.ts";

/** @returns a function that gives the folder back. @throws GoldseedError DATA_DIR_IN_USE while another process holds it. */
export async function lockDataFolder(dataDir: string): Promise<() => Promise<void>> {
  const path = lockPath(dataDir);
  if (await answers(path)) throw inUse(dataDir);
  // What a killed holder left; there is none on Linux, where of two that come at once one fails to listen.
  if (process.platform !== "win32" && process.platform !== "linux") rmSync(path, { force: true });
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      fail(error.code === "EADDRINUSE" ? inUse(dataDir) : error),
    );
    server.listen(path, done);
  });
  server.unref();
  return () => new Promise((done) => server.close(() => done()));
}

function inUse(dataDir: string): GoldseedError {
  return new GoldseedError(
    "DATA_DIR_IN_USE",
    `数据目录“${resolve(dataDir)}”正由另一个 Goldseed 使用 / The data folder "${resolve(dataDir)}" is in use by another Goldseed. Stop that one first, or set GOLDSEED_DATA_DIR to another folder.`,
  );
}

/** Named after the folder itself as well as its path: beside each other, containers may call two folders the same. */
function lockPath(dataDir: string): string {
  const folder = realPath(dataDir);
  const facts = statSync(folder, { throwIfNoEntry: false });
  const identity = `${folder}:${facts?.dev ?? ""}:${facts?.ino ?? ""}`;
  const name = `goldseed-${createHash("sha256").update(identity).digest("hex").slice(0, 24)}`;
  if (process.platform === "linux") return `\0${name}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** By whichever link it is named, it is one folder. */
function realPath(dataDir: string): string {
  return existsSync(dataDir) ? realpathSync(dataDir) : resolve(dataDir);
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
