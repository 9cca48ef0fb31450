/**
 * A server whose Goldseed was killed goes on alone. Whoever holds the data folder's lock ends it before starting its own;
 * and takes away its number where another process has that by now, for PostgreSQL would refuse to start beside it.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";

import { GoldseedError } from "../domain/errors.ts";

/** A checkpoint may take its time; an immediate stop after it costs the next start a recovery. */
const patienceMs = 15_000;

/** @param patience how long each of the two ways to stop may take. @throws GoldseedError STORE_UNFIT when it does not end. */
export async function stopOrphan(clusterDir: string, patience = patienceMs): Promise<void> {
  const pidFile = join(clusterDir, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (!isServerOf(clusterDir, pid)) return rmSync(pidFile, { force: true });
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    // It may have ended between the look and this.
    if (!isThere(pid, signal)) return;
    const deadline = performance.now() + patience;
    while (performance.now() < deadline) {
      if (!isServerOf(clusterDir, pid)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new GoldseedError(
    "STORE_UNFIT",
    `上次运行留下的数据库进程 ${pid} 未能停止，请手动结束它再启动 / The database server that a former run left behind (process ${pid}, "${clusterDir}") does not end. End it by hand, then start again.`,
  );
}

/** Numbers of processes are used again, in a container nearly always: its command line says what it is. */
function isServerOf(clusterDir: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isThere(pid, 0)) return false;
  return worksIn(clusterDir, pid) || (commandOf(pid)?.includes(clusterDir) ?? true);
}

/** A server works in its cluster, whichever link to it was named when it began. */
function worksIn(clusterDir: string, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDir);
  } catch {
    return false;
  }
}

/** A process of another account that may not be signalled is there. */
function isThere(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Empty for one that has ended and that nobody has buried; null where the system cannot be asked. */
function commandOf(pid: number): string | null {
  if (process.platform === "win32") return null;
  if (process.platform === "linux") return readProc(pid);
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
}

function readProc(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}
