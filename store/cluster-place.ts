/**
 * Which cluster is a data folder's own. Under root it may lie elsewhere: a file in the folder names it, and goes with the
 * folder wherever that is moved. What would hide data behind a new, empty cluster is refused (0370).
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { GoldseedError } from "../domain/errors.ts";

/** Who the server will run as, and whether that account may enter the data folder. */
export type Runner = "same-account" | "account-that-enters" | "account-shut-out";

export interface ClusterPlace {
  readonly clusterDir: string;
  /** Lies outside of the data folder. */
  readonly isElsewhere: boolean;
}

/** @throws GoldseedError DATA_DIR_UNUSABLE where the folder's cluster cannot be used from here. */
export function clusterPlace(dataDir: string, runner: Runner, systemFolder: string): ClusterPlace {
  const inside = join(dataDir, "postgres");
  const hasInside = existsSync(join(inside, "PG_VERSION"));
  if (hasInside && runner !== "account-shut-out") return { clusterDir: inside, isElsewhere: false };
  const named = namedCluster(dataDir);
  if (named !== null) {
    assertUsable(dataDir, named, runner);
    return { clusterDir: named, isElsewhere: true };
  }
  if (runner !== "account-shut-out") return { clusterDir: inside, isElsewhere: false };
  if (hasInside)
    throw unusable(
      `数据库在“${inside}”，而运行它的账号进不去，请放开沿途目录的进入权限，或移回原处`,
      `The database lies in "${inside}", which the account that runs it cannot enter. Open the folders on the way to it (chmod o+x), or move the data folder back`,
    );
  const key = createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 16);
  return { clusterDir: join(systemFolder, key), isElsewhere: true };
}

/** The folder and the cluster name each other from now on; call once both are there. */
export function claimCluster(dataDir: string, clusterDir: string): void {
  writeFileSync(ownerFile(clusterDir), `${realpathSync(dataDir)}\n`);
  writeFileSync(pointerFile(dataDir), `${clusterDir}\n`);
}

/** @returns null for a folder whose cluster lies in it, or that has none yet. */
export function namedCluster(dataDir: string): string | null {
  return lineOf(pointerFile(dataDir));
}

const pointerFile = (dataDir: string): string => join(dataDir, "postgres-location");
const ownerFile = (clusterDir: string): string => join(clusterDir, "goldseed-data-folder");

function lineOf(path: string): string | null {
  const text = existsSync(path) ? readFileSync(path, "utf8").trim() : "";
  return text === "" ? null : text;
}

function assertUsable(dataDir: string, named: string, runner: Runner): void {
  if (runner === "same-account")
    throw unusable(
      `此目录的数据库在“${named}”，由 root 启动时建立，请以 root 启动`,
      `The database of this folder lies in "${named}" and was made when root started Goldseed. Start it as root`,
    );
  if (!existsSync(named))
    throw unusable(
      `“${pointerFile(dataDir)}”所指的数据库“${named}”不存在；请放回该目录，或写入它现在的位置`,
      `"${pointerFile(dataDir)}" says that the database lies in "${named}", which is not there. Put it back, or write there where it is now`,
    );
  const owner = lineOf(ownerFile(named));
  if (owner === null || owner === realpathSync(dataDir) || namedCluster(owner) !== named) return;
  throw unusable(
    `数据库“${named}”属于数据目录“${owner}”，此目录是它的副本；两者不能共用，请删去其一的 postgres-location`,
    `The database "${named}" is that of the data folder "${owner}", of which this one is a copy. They cannot share it: take postgres-location (and secrets.json) out of the one that is to begin anew`,
  );
}

function unusable(zh: string, en: string): GoldseedError {
  return new GoldseedError("DATA_DIR_UNUSABLE", `${zh} / ${en}.`);
}
