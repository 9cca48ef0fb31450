/**
 * The files of a built page, as a closed list: what is not among the folder's names cannot be asked for, so no path in a
 * request ever reaches the file system.
 */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";

export interface StaticFile {
  readonly contentType: string;
  /** Hash of the uncompressed content. */
  readonly hash: string;
  /** Endings of the compressed copies beside it: `.br`, `.gz`. */
  readonly suffixes: ReadonlySet<string>;
  /** The content, or that of one compressed copy. */
  readonly read: (suffix: string) => Promise<Buffer>;
}

export interface StaticBundle {
  /** A file by its path below the folder with `/` between parts; null when there is none. */
  readonly find: (name: string) => StaticFile | null;
}

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ttf": "font/ttf",
  ".woff": "font/woff",
};

function namesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
      name.split(path.sep).join("/"),
    );
  } catch {
    return [];
  }
}

function describe(folder: string, name: string, all: ReadonlySet<string>): StaticFile | null {
  const contentType = contentTypes[path.extname(name)];
  if (contentType === undefined) return null;
  const file = path.join(folder, name);
  return {
    contentType,
    hash: createHash("sha256").update(readFileSync(file)).digest("base64url").slice(0, 22),
    suffixes: new Set([".br", ".gz"].filter((suffix) => all.has(name + suffix))),
    read: (suffix) => readFile(file + suffix),
  };
}

interface Listing {
  readonly stamp: string;
  readonly names: ReadonlySet<string>;
  readonly described: Map<string, StaticFile | null>;
}

/** Tells one build from the next, which comes by renaming another folder into this one's place. */
function stampOf(folder: string): string {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found === undefined ? "" : `${found.ino}:${found.mtimeMs}`;
}

function list(folder: string): Listing {
  return { stamp: stampOf(folder), names: new Set(namesBelow(folder)), described: new Map() };
}

/**
 * Opens a folder of built files; a folder that is missing is an empty bundle. Files are described when first asked for,
 * and all anew when another build has taken the folder's place while the gateway runs.
 */
export function openStaticBundle(folder: string): StaticBundle {
  let listing = list(folder);
  return {
    find: (name) => {
      if (stampOf(folder) !== listing.stamp) listing = list(folder);
      const { names, described } = listing;
      if (!names.has(name)) return null;
      const known = described.get(name);
      if (known !== undefined) return known;
      const file = describe(folder, name, names);
      described.set(name, file);
      return file;
    },
  };
}
