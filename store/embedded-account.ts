/**
 * PostgreSQL refuses to run as root. Under root it runs as an unprivileged account of the machine, which must be able to
 * reach the binaries and the data; where it cannot (a checkout below a closed home), both move to a system folder.
 */
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";

import { GoldseedError } from "../domain/errors.ts";
import { clusterPlace, namedCluster } from "./cluster-place.ts";
import type { EmbeddedBinaries } from "./embedded-binaries.ts";

export interface EmbeddedHome {
  /** Folder with `bin`, `lib`, `share` that the account can run. */
  readonly binaryRoot: string;
  /** The cluster's own folder. */
  readonly clusterDir: string;
  /** Set under root alone. */
  readonly account: { readonly name: string; readonly uid: number; readonly gid: number } | null;
  /** Set when something had to move: where to, for the person who looks for it. */
  readonly relocatedTo: string | null;
}

const systemFolder = "/var/lib/goldseed";

/** @throws GoldseedError DATA_DIR_UNUSABLE when a folder cannot be made. */
export function prepareHome(dataDir: string, binaries: EmbeddedBinaries): EmbeddedHome {
  if (process.getuid?.() !== 0) {
    const { clusterDir } = clusterPlace(dataDir, "same-account", systemFolder);
    return { binaryRoot: binaries.root, clusterDir, account: null, relocatedTo: null };
  }
  const account = unprivilegedAccount();
  const enters = isReachable(dataDir, account.uid);
  const runner = enters ? "account-that-enters" : "account-shut-out";
  const { clusterDir, isElsewhere } = clusterPlace(dataDir, runner, systemFolder);
  if (isElsewhere) setAsideUnclaimed(dataDir, clusterDir);
  makeOwnFolder(clusterDir, account);
  const binaryRoot = isReachable(binaries.root, account.uid)
    ? binaries.root
    : copyBinaries(binaries);
  return { binaryRoot, clusterDir, account, relocatedTo: isElsewhere ? clusterDir : null };
}

/** `postgres` where the machine has it, else `nobody`: every account of /etc/passwd that initdb can name will do. */
function unprivilegedAccount(): { name: string; uid: number; gid: number } {
  const lines = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8").split("\n") : [];
  for (const wanted of ["postgres", "nobody"]) {
    const fields = lines.find((line) => line.startsWith(`${wanted}:`))?.split(":");
    const uid = Number(fields?.[2]);
    if (fields && uid > 0) return { name: wanted, uid, gid: Number(fields[3]) };
  }
  throw new GoldseedError(
    "STORE_UNFIT",
    "PostgreSQL 不以 root 运行，而本机没有 postgres 或 nobody 账号可用，请以普通用户启动，或设置 DATABASE_URL / " +
      'PostgreSQL does not run as root, and this machine has neither an account "postgres" nor "nobody" to run it as. ' +
      "Start Goldseed as an ordinary user, or set DATABASE_URL.",
  );
}

/** True when every folder on the way may be entered by the account. */
function isReachable(path: string, uid: number): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid: owner } = statSync(folder);
      const enters = owner === uid ? (mode & 0o100) !== 0 : (mode & 0o001) !== 0;
      if (!enters) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

function makeOwnFolder(folder: string, account: { uid: number; gid: number }): void {
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    chownSync(folder, account.uid, account.gid);
  } catch (error) {
    throw new GoldseedError(
      "DATA_DIR_UNUSABLE",
      `无法建立数据库目录“${folder}”，请换一个 GOLDSEED_DATA_DIR / Cannot make the database folder "${folder}". Choose another GOLDSEED_DATA_DIR.`,
      {
        cause: error,
      },
    );
  }
}

/**
 * A cluster that is there without a data folder that names it belonged to one that somebody has deleted: it is set aside,
 * for its passwords are gone and its data may still be wanted.
 */
function setAsideUnclaimed(dataDir: string, clusterDir: string): void {
  if (namedCluster(dataDir) === null && existsSync(clusterDir))
    renameSync(clusterDir, `${clusterDir}.left-${Date.now()}`);
}

/** Copied aside and renamed, so that a copy cut short is never taken for a whole one. */
function copyBinaries(binaries: EmbeddedBinaries): string {
  const target = join(systemFolder, `binaries-${binaries.version}`);
  if (existsSync(target)) return target;
  const partial = `${target}.${process.pid}.part`;
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  cpSync(binaries.root, partial, { recursive: true, verbatimSymlinks: true });
  renameSync(partial, target);
  return target;
}
